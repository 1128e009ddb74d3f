package cn.dangjian.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers over HTTP as notification does, from a feed in memory, and hands out the token that it asks for. */
public final class NotificationStandIn {

    private static final String TOKEN = "the-token-of-push";

    private final HttpServer server;
    private final List<Delivered> feed = new ArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    private record Delivered(long position, long unit) {}

    public NotificationStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/oauth2/token", exchange -> answer(exchange, 200, """
            {"access_token":"%s","token_type":"Bearer","expires_in":300}\
            """.formatted(TOKEN)));
        server.createContext(
                "/internal/feed/head", exchange -> guarded(exchange, query -> "{\"head\":" + head() + "}"));
        server.createContext("/internal/feed", exchange -> guarded(exchange, this::feedPage));
        server.createContext("/internal/inbox", exchange -> guarded(exchange, this::inboxPage));
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Commits a delivery to these units, and says nothing. */
    public synchronized List<Long> deliver(long... units) {
        var positions = new ArrayList<Long>();
        for (long unit : units) {
            feed.add(new Delivered(feed.size() + 1, unit));
            positions.add((long) feed.size());
        }
        return positions;
    }

    public synchronized long head() {
        return feed.size();
    }

    /** What notification says through Redis about these positions. */
    public synchronized String part(List<Long> positions) {
        return """
            {"from":%d,"to":%d,"message":{"dispatch":17,"number":"派[2026]17号","title":"走访困难党员",\
            "issuer":{"id":111,"name":"示范县"},"deadline":"2026-12-31T10:00:00Z",\
            "deliveredAt":"2026-03-02T01:30:00Z","unheardOf":true},"items":[%s]}\
            """.formatted(
                positions.getFirst(),
                positions.getLast(),
                positions.stream()
                        .map(p -> "[" + p + "," + feed.get((int) (p - 1)).unit() + "," + (p + 1_000_000) + "]")
                        .collect(joining(",")));
    }

    public void breakDown() {
        broken = true;
    }

    public void recover() {
        broken = false;
    }

    /** The paths asked for so far. */
    public List<String> asked() {
        return asked;
    }

    private synchronized String feedPage(Map<String, Long> query) {
        long after = query.get("after");
        long to = Math.min(feed.size(), after + query.get("limit"));
        return "{\"to\":%d,\"head\":%d,\"items\":[%s]}"
                .formatted(
                        Math.max(to, after),
                        feed.size(),
                        feed.stream()
                                .filter(item -> item.position() > after && item.position() <= to)
                                .map(NotificationStandIn::json)
                                .collect(joining(",")));
    }

    private synchronized String inboxPage(Map<String, Long> query) {
        return "{\"head\":%d,\"items\":[%s]}"
                .formatted(
                        feed.size(),
                        feed.stream()
                                .filter(item -> item.unit() == query.get("unit"))
                                .filter(item -> item.position() > query.get("after"))
                                .limit(query.get("limit"))
                                .map(NotificationStandIn::json)
                                .collect(joining(",")));
    }

    private static String json(Delivered item) {
        return """
            {"position":%d,"unit":%d,"dispatch":17,"assignment":%d,"number":"派[2026]17号","title":"走访困难党员",\
            "issuer":{"id":111,"name":"示范县"},"deadline":"2026-12-31T10:00:00Z",\
            "deliveredAt":"2026-03-02T01:30:00Z","readAt":null,"unheardOf":1}\
            """.formatted(item.position(), item.unit(), item.position() + 1_000_000);
    }

    private interface Page {
        String answer(Map<String, Long> query);
    }

    private void guarded(HttpExchange exchange, Page page) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        if (broken) {
            answer(exchange, 503, "{}");
        } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{}");
        } else {
            answer(exchange, 200, page.answer(query(exchange)));
        }
    }

    private static Map<String, Long> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return query == null
                ? Map.of()
                : Stream.of(query.split("&"))
                        .map(pair -> Arrays.asList(pair.split("=")))
                        .collect(Collectors.toMap(List::getFirst, pair -> Long.parseLong(pair.getLast())));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
