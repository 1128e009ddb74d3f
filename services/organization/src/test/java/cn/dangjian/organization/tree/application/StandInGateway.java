package cn.dangjian.organization.tree.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands where the gateway and identity stand, and breaks connections when it is told to. */
final class StandInGateway implements AutoCloseable {

    private static final List<String> PASSED = List.of(
            "authorization", "content-type", "idempotency-key", "upload-offset", "upload-complete", "repr-digest");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String service;
    private final String token;
    private final AtomicInteger pieces = new AtomicInteger();

    /** Every so many pieces the answer is lost; 0 for never. */
    private volatile int losesEvery;

    StandInGateway(String service, String token) throws IOException {
        this.service = service;
        this.token = token;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/identity/oauth2/token", this::signIn);
        server.createContext("/organization/", this::pass);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void losesEvery(int pieces) {
        losesEvery = pieces;
    }

    int pieces() {
        return pieces.get();
    }

    private void signIn(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        boolean known = form.contains("username=operator") && form.contains("password=open+sesame%26more")
                || form.contains("password=open%20sesame%26more");
        byte[] answer = (known
                        ? "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\"}"
                        : "{\"error\":\"invalid_grant\"}")
                .getBytes(UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 400, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void pass(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI().toString().substring("/organization".length());
        var request = HttpRequest.newBuilder(URI.create(service + uri))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        PASSED.forEach(name -> {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) request.header(name, value);
        });
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (exchange.getRequestMethod().equals("PATCH")
                    && losesEvery > 0
                    && pieces.incrementAndGet() % losesEvery == 0) {
                exchange.close();
                return;
            }
            answer(exchange, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (name.startsWith("upload-") || name.equals("content-type"))
                exchange.getResponseHeaders().put(name, values);
        });
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        if (answer.body().length > 0) exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
