package cn.dangjian.dues.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for the member service, and for identity where dues gets its token: one for all tests, which knows no name that it
 * was not told. Named in {@code META-INF/spring.factories} of the tests.
 */
public final class MemberStandIn implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<Long, String> NAMES = new ConcurrentHashMap<>();
    private static final List<JsonNode> ASKED = new CopyOnWriteArrayList<>();
    private static final String BROKEN = "";
    private static final HttpServer SERVER = start();

    public static void knows(long member, String name) {
        NAMES.put(member, name);
    }

    /** Questions about this member fail. */
    public static void breaksAt(long member) {
        NAMES.put(member, BROKEN);
    }

    /** What was asked about a member. */
    public static List<JsonNode> asked(long member) {
        return ASKED.stream()
                .filter(asked -> asked.at("/members/0").asLong() == member)
                .toList();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String address = "http://127.0.0.1:" + SERVER.getAddress().getPort();
        context.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "memberStandIn", Map.of("MEMBER_URL", address, "TOKEN_URL", address + "/oauth2/token")));
    }

    private static HttpServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/oauth2/token", exchange -> answer(exchange, 200, """
                {"access_token":"stand-in","token_type":"Bearer","expires_in":900}\
                """));
            server.createContext("/internal/member-names", MemberStandIn::names);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void names(HttpExchange exchange) throws IOException {
        var asked = JSON.readTree(exchange.getRequestBody());
        ASKED.add(asked);
        long member = asked.at("/members/0").asLong();
        String name = NAMES.get(member);
        if (!"Bearer stand-in".equals(exchange.getRequestHeaders().getFirst("Authorization")))
            answer(exchange, 401, "{}");
        else if (BROKEN.equals(name)) answer(exchange, 500, "{}");
        else if (name == null) answer(exchange, 200, "{\"names\":[]}");
        else answer(exchange, 200, "{\"names\":[{\"member\":%d,\"name\":\"%s\"}]}".formatted(member, name));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
