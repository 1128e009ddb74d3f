package cn.dangjian.push;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a stream, as a browser would be: it remembers the id of the last event. */
public final class SseClient implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpResponse<InputStream> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final Thread reader;

    /** One event; {@code name} is what stands behind {@code event:}. */
    public record Event(String name, String id, String data) {

        public JsonNode json() {
            return JSON.readTree(data);
        }
    }

    private SseClient(HttpResponse<InputStream> response) {
        this.response = response;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    public static SseClient connect(String base, String token, @Nullable String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create(base + "/v1/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) request.header("Last-Event-ID", lastEventId);
        try {
            return new SseClient(CLIENT.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (var lines =
                new java.io.BufferedReader(new java.io.InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (fields.containsKey("data"))
                        events.add(new Event(
                                fields.getOrDefault("event", "message"),
                                fields.getOrDefault("id", ""),
                                fields.getOrDefault("data", "")));
                    fields = new LinkedHashMap<>();
                } else if (line.startsWith(":")) {
                    comments.add(line);
                } else {
                    int colon = line.indexOf(':');
                    fields.put(
                            line.substring(0, colon), line.substring(colon + 1).strip());
                }
            }
        } catch (IOException ended) {
            // the connection was cut
        }
    }

    public int status() {
        return response.statusCode();
    }

    public List<Event> events() {
        return events;
    }

    public List<String> comments() {
        return comments;
    }

    /** The positions of the inbox events so far, in the order they came. */
    public List<Long> positions() {
        return events.stream()
                .filter(event -> event.name().equals("inbox"))
                .map(event -> Long.parseLong(event.id()))
                .toList();
    }

    public String lastEventId() {
        var ids = new ArrayList<String>();
        events.stream().map(Event::id).filter(id -> !id.isEmpty()).forEach(ids::add);
        return ids.getLast();
    }

    public SseClient awaitReady() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> events.stream().anyMatch(event -> event.name().equals("ready")));
        return this;
    }

    public boolean hasEnded() {
        return !reader.isAlive();
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
