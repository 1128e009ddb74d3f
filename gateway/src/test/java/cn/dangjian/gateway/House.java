package cn.dangjian.gateway;

import cn.dangjian.testkit.Keys;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.HttpHeaders;

/** All services in one small HTTP server, as the gateway sees them, with what they were asked. */
public final class House {

    /** What a service was asked. */
    public record Asked(String method, String path, Headers headers, int bodySize, String body) {}

    public static final RSAKey KEY = Keys.rsa("gateway", "house");

    /** Where a service stands that says nothing of itself together with its events. */
    public static final String OLDER = "/older";

    /** Where a service stands that says of itself what nobody understands. */
    public static final String ODD = "/odd";

    private static final String TROUBLED = "a-troubled-token";

    /** A long list, as a township has them. */
    public static final String LIST = IntStream.range(0, 200)
            .mapToObj(row -> "{\"id\":" + row + ",\"name\":\"虚构村" + row + "\",\"state\":\"SIGNED\"}")
            .collect(Collectors.joining(",", "[", "]"));

    /** Bytes of an answer that is larger than all buffers between. */
    public static final long LARGE = 64 * 1024 * 1024;

    private final HttpServer server;
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final AtomicInteger keyRequests = new AtomicInteger();
    private volatile CountDownLatch secondEvent = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);

    public House() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next request that a service got. */
    public Asked asked() throws InterruptedException {
        return asked.take();
    }

    /** All requests that the services got and nobody has looked at. */
    public List<Asked> allAsked() {
        var all = new ArrayList<Asked>();
        asked.drainTo(all);
        return all;
    }

    public int askedCount() {
        return asked.size();
    }

    public void forget() {
        asked.clear();
    }

    public int keyRequests() {
        return keyRequests.get();
    }

    public void releaseSecondEvent() {
        secondEvent.countDown();
    }

    public void stop() {
        closing.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/oauth2/jwks")) {
                keyRequests.incrementAndGet();
                send(exchange, 200, "application/json", new JWKSet(KEY.toPublicJWK()).toString());
                return;
            }
            byte[] sent = exchange.getRequestBody().readAllBytes();
            int size = sent.length;
            String body = new String(sent, StandardCharsets.UTF_8);
            asked.add(new Asked(exchange.getRequestMethod(), path, exchange.getRequestHeaders(), size, body));
            switch (path) {
                case "/actuator/events" -> events(exchange);
                case ODD + "/actuator/events" ->
                    send(exchange, 200, "application/json", "{\"ready\":true,\"parked\":[{\"id\":{}}]}");
                case "/actuator/events/7" -> send(exchange, 200, "application/json", "{\"handled\":1,\"done\":true}");
                case "/actuator/events/8" -> send(exchange, 404, "application/json", "");
                case "/oauth2/token" -> token(exchange, body);
                case "/oauth2/revoke" -> send(exchange, 200, "application/json", "");
                case "/v1/hanging" -> await(closing);
                case "/v1/half" -> half(exchange);
                case "/v1/slow" -> slow(exchange);
                case "/v1/list" -> send(exchange, 200, "application/json", LIST);
                case "/v1/large" -> large(exchange);
                case "/v1/stream" -> stream(exchange);
                case "/v1/refused" -> send(exchange, 409, "application/problem+json", "{\"code\":\"task.conflict\"}");
                case "/v1/broken" -> send(exchange, 500, "application/problem+json", "{\"code\":\"service.error\"}");
                default ->
                    send(exchange, 200, "application/json", "{\"path\":\"" + path + "\",\"bodySize\":" + size + "}");
            }
        }
    }

    /** Identity as pages meet it: what is called "old" is refused, what is called "away" finds it failing. */
    private static void token(HttpExchange exchange, String form) throws IOException {
        if (form.contains("=away")) send(exchange, 500, "application/json", "{}");
        else if (form.contains("=old")) send(exchange, 400, "application/json", "{\"error\":\"invalid_grant\"}");
        else
            send(
                    exchange,
                    200,
                    "application/json",
                    "{\"access_token\":\"" + accessToken(form)
                            + "\",\"refresh_token\":\"good-successor\",\"expires_in\":900,\"token_type\":\"Bearer\""
                            + (isToSayWho(form)
                                    ? ",\"me\":{\"name\":\"虚构县\",\"administrator\":" + form.contains("=operator")
                                            + ",\"tier\":\"COUNTY\"}}"
                                    : "}"));
    }

    /** To whoever is in trouble each service tells of many parked events. */
    private static void events(HttpExchange exchange) throws IOException {
        String parked = "{\"id\":7,\"consumer\":\"c\",\"eventId\":\"e\",\"eventKey\":\"k\",\"version\":1,"
                + "\"type\":\"t.v1\",\"value\":\"secret\",\"reason\":\"POISON\",\"error\":null,"
                + "\"parkedAt\":\"2026-11-29T01:02:03\"}";
        boolean troubled =
                ("Bearer " + TROUBLED).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String all = String.join(",", Collections.nCopies(troubled ? 20 : 1, parked));
        send(
                exchange,
                200,
                "application/json",
                "{\"ready\":true,\"outbox\":{\"unsent\":3,\"oldest\":\"2026-11-29T01:02:03\"},\"lag\":60,"
                        + "\"parkedInAll\":5000,\"parked\":[" + all + "]}");
    }

    private static String accessToken(String form) {
        if (form.contains("=stranger")) return "a-stranger";
        return form.contains("=operator-in-trouble") ? TROUBLED : "an-access-token";
    }

    /** An older identity says nothing of it. */
    private static boolean isToSayWho(String form) {
        return form.contains("me=true") && !form.contains("=stranger");
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set(HttpHeaders.CONTENT_TYPE, "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        var out = exchange.getResponseBody();
        out.write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        await(secondEvent);
        out.write("data: second\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The head and the beginning of an answer, and then nothing more. */
    private void half(HttpExchange exchange) throws IOException {
        piece(exchange);
        await(closing);
    }

    /** As much as no buffer on the way holds. */
    private static void large(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, LARGE);
        byte[] piece = new byte[1024 * 1024];
        for (long sent = 0; sent < LARGE; sent += piece.length)
            exchange.getResponseBody().write(piece);
    }

    /** Five pieces, a quarter of a second between two. */
    private void slow(HttpExchange exchange) throws IOException {
        for (int piece = 0; piece < 5; piece++) {
            if (piece > 0 && isClosing(250)) return;
            piece(exchange);
        }
    }

    private static void piece(HttpExchange exchange) throws IOException {
        if (exchange.getResponseCode() < 0) exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("piece ".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private boolean isClosing(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set(HttpHeaders.CONTENT_TYPE, type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
