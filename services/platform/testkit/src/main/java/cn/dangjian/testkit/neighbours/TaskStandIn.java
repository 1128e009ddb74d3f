package cn.dangjian.testkit.neighbours;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Stands in for the task service, and for identity where the tested service gets its token: one for all tests, which knows no
 * dispatch that it was not told of. Named in {@code META-INF/spring.factories} of the tests.
 */
public final class TaskStandIn implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Map<String, String> DISPATCHES = new ConcurrentHashMap<>();
    private static final String BROKEN = "";
    private static final HttpServer SERVER = start();

    /** A dispatch by this unit of which nobody else has heard yet. */
    public static void knows(long dispatch, long issuer, int addressed) {
        DISPATCHES.put("/internal/dispatches/" + dispatch, """
            {"id":%d,"number":"98-%d","issuer":%d,"title":"整治村级活动场所","deadline":"2099-01-01T00:00:00Z",\
            "hierarchy":"BLOCK","addressed":%d,"issuedAt":"2026-03-02T01:30:00Z"}\
            """.formatted(dispatch, dispatch, issuer, addressed));
    }

    /** Questions about this dispatch fail. */
    public static void breaksAt(long dispatch) {
        DISPATCHES.put("/internal/dispatches/" + dispatch, BROKEN);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String address = "http://127.0.0.1:" + SERVER.getAddress().getPort();
        context.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "taskStandIn", Map.of("TASK_URL", address, "TOKEN_URL", address + "/oauth2/token")));
    }

    private static HttpServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/oauth2/token", exchange -> answer(exchange, 200, """
                {"access_token":"stand-in","token_type":"Bearer","expires_in":900}\
                """));
            server.createContext("/internal/dispatches/", TaskStandIn::dispatch);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void dispatch(HttpExchange exchange) throws IOException {
        String known = DISPATCHES.get(exchange.getRequestURI().getPath());
        if (!"Bearer stand-in".equals(exchange.getRequestHeaders().getFirst("Authorization")))
            answer(exchange, 401, "{}");
        else if (known == null) answer(exchange, 404, "{}");
        else answer(exchange, known.equals(BROKEN) ? 500 : 200, known);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
