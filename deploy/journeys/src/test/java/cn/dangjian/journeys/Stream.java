package cn.dangjian.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A phone that is connected to the push service: server-sent events, read as they come. */
final class Stream implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Push> pushes = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";
    private volatile boolean open;

    /** Something that was pushed, and when it arrived. */
    record Push(String id, String event, JsonNode data, Instant at) {}

    Stream(String gateway, String token, @Nullable String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create(gateway + "/push/v1/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) request.header("Last-Event-ID", lastEventId);
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) throw new AssertionError("The stream answers " + response.statusCode());
            open = true;
            Thread.ofVirtual()
                    .start(() ->
                            read(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read(BufferedReader lines) {
        String id = "";
        String event = "message";
        var data = new StringBuilder();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) id = line.substring(3).strip();
                else if (line.startsWith("event:")) event = line.substring(6).strip();
                else if (line.startsWith("data:")) data.append(line.substring(5).strip());
                else if (line.isEmpty() && (!data.isEmpty() || !id.isEmpty())) {
                    take(id, event, data.toString());
                    event = "message";
                    data.setLength(0);
                }
            }
        } catch (IOException e) {
            // the client or the server closed the stream
        }
        open = false;
    }

    private void take(String id, String event, String data) {
        if (!id.isEmpty()) lastId = id;
        pushes.add(new Push(id, event, data.isEmpty() ? JSON.nullNode() : JSON.readTree(data), Instant.now()));
    }

    List<Push> inbox() {
        return pushes.stream().filter(push -> push.event().equals("inbox")).toList();
    }

    boolean isReady() {
        return !pushes.isEmpty();
    }

    boolean isOpen() {
        return open;
    }

    String lastId() {
        return lastId;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
