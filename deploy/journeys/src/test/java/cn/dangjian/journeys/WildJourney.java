package cn.dangjian.journeys;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.journeys.WildRequests.Door;
import cn.dangjian.journeys.WildRequests.Request;
import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Wire;
import cn.dangjian.testkit.doors.Document;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever a stranger or a colleague sends, the house answers what it means: never that it is broken, and never with a page
 * of the log. The last of the journeys, for what it enters may be right.
 */
class WildJourney {

    private static final long SEED = 20_260_711;
    private static final int REQUESTS = Integer.getInteger("wild.requests", 10_000);
    private static final int AT_ONCE = 4;
    private static final String SEPARATOR = "\u001f";
    private static final int LONG = 4_000;
    private static final int MOST_IDS = 200;
    private static final List<String> TIERS = List.of("PROVINCE", "CITY", "COUNTY", "TOWNSHIP", "VILLAGE");
    private static final Pattern FRAME = Pattern.compile("\\s+at [\\w.$/@]+\\(.*");

    private final House house = StartedHouse.get();
    private final People people = new People(house);

    @BeforeEach
    void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    @Test
    void answersEverythingWithSomethingThatItMeans() throws Exception {
        var logs = ends();
        var requests = requests();
        Queue<String> broken = new ConcurrentLinkedQueue<>();
        var answers = new ConcurrentHashMap<Integer, Integer>();

        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var request : requests) {
                threads.submit(() -> {
                    var answer = send(request);
                    answers.merge(answer.status(), 1, Integer::sum);
                    if (isBroken(request, answer))
                        broken.add(answer.status() + " " + request + "\n    " + last(answer));
                });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(5, MINUTES)).isTrue();
        }

        // most tokens were good, and so was some of what was sent
        assertThat(answers.getOrDefault(401, 0)).as("%s", answers).isLessThan(REQUESTS / 3);
        assertThat(answers.getOrDefault(200, 0)).as("%s", answers).isGreaterThan(REQUESTS / 50);
        assertThat(traces(logs)).as("pages in the logs").isEmpty();
        assertThat(broken).as("answers that nobody means").isEmpty();
    }

    /** Nine of ten at the services themselves, the rest through the gateway. */
    private List<Request> requests() {
        var straight = new ArrayList<Door>();
        var around = new ArrayList<Door>();
        int gateway = URI.create(house.gatewayUrl()).getPort();
        for (var service : StartedHouse.services()) {
            int port = URI.create(house.service(service).url()).getPort();
            for (var operation : document(service).operations()) {
                if (isLeftOut(operation.name())) continue;
                straight.add(new Door(service, port, "", operation));
                around.add(new Door(service, gateway, "/" + service, operation));
            }
        }
        var tokens = tokens();
        var ids = ids();
        var cursors = cursors();
        var requests =
                new ArrayList<>(new WildRequests(SEED, straight, tokens, ids, cursors).make(REQUESTS - REQUESTS / 10));
        requests.addAll(new WildRequests(SEED + 1, around, tokens, ids, cursors).make(REQUESTS / 10));
        return requests;
    }

    /** Streams do not end, and who ends all his sessions asks nothing more. */
    private static boolean isLeftOut(String operation) {
        return operation.endsWith("/stream") || operation.equals("DELETE /v1/me/sessions");
    }

    private Document document(String service) {
        return new Document(new Api(house.gatewayUrl())
                .get("/" + service + "/v3/api-docs")
                .send()
                .body());
    }

    private List<String> tokens() {
        var tokens = new ArrayList<>(TIERS.stream().map(people::token).toList());
        tokens.add(people.operator());
        tokens.addAll(tokens);
        tokens.add("");
        tokens.add("nonsense");
        return tokens;
    }

    /** Of units, and of the first things of each list that the province sees. */
    private List<String> ids() {
        var units = new Units(house);
        var ids = new ArrayList<String>();
        for (var unit : units.list(people.token("PROVINCE"), "")) {
            if (ids.size() < MOST_IDS) ids.add(unit.path("id").asString());
        }
        TIERS.forEach(tier -> ids.add(String.valueOf(people.at(tier).unit())));
        // of other things there are few, with small numbers
        for (int id = 1; id <= MOST_IDS / 4; id++) ids.add(String.valueOf(id));
        return ids;
    }

    /** As lists make them, for rows that are nowhere: before all others, behind them, of other types. */
    private static List<String> cursors() {
        return List.of(
                "",
                "AAAA",
                "中文",
                cursor("~", "0"),
                cursor("~", "9223372036854775807"),
                cursor("00", "-1"),
                cursor("村", "1"),
                cursor("1", "村"),
                cursor("~"),
                cursor("-9223372036854775808"),
                cursor("2026-07-01", "1"),
                cursor("9999-12-31", "9999-12-31", "1"),
                cursor("", "", "", ""));
    }

    /** In the format of starter-web, whose code is not on this class path. */
    private static String cursor(String... keys) {
        var crc = new CRC32();
        var text = new StringBuilder();
        for (var key : keys) {
            crc.update((key + SEPARATOR).getBytes(StandardCharsets.UTF_8));
            text.append(SEPARATOR).append(key);
        }
        String whole = Long.toString(crc.getValue(), Character.MAX_RADIX) + text;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.getBytes(StandardCharsets.UTF_8));
    }

    private static Wire.Answer send(Request request) {
        try {
            return Wire.send(request.port(), request.line(), request.headers(), request.body());
        } catch (UncheckedIOException e) {
            return new Wire.Answer(0, String.valueOf(e.getMessage()));
        }
    }

    /** Who is refused while he still sends much gets no answer to see: the connection ends first. */
    private static boolean isBroken(Request request, Wire.Answer answer) {
        if (answer.status() == 0)
            return request.line().length() + request.body().length() < LONG;
        if (answer.status() < 500 || answer.text().contains("service.not-open")) return false;
        return answer.status() != 503 || !answer.text().contains("Retry-After: ");
    }

    private static String last(Wire.Answer answer) {
        return answer.text().substring(Math.max(0, answer.text().length() - 400));
    }

    private Map<Path, Long> ends() {
        var ends = new LinkedHashMap<Path, Long>();
        for (var service : house.services()) ends.put(service.log(), size(service.log()));
        return ends;
    }

    private static long size(Path log) {
        try {
            return Files.size(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands before the first line of each trace that was written since, by log. */
    private static Map<String, List<String>> traces(Map<Path, Long> since) throws IOException {
        var traces = new TreeMap<String, List<String>>();
        for (var log : since.entrySet()) {
            var before = new ArrayList<String>();
            var found = new ArrayList<String>();
            try (var file = new RandomAccessFile(log.getKey().toFile(), "r")) {
                file.seek(log.getValue());
                var bytes = new byte[Math.toIntExact(file.length() - log.getValue())];
                file.readFully(bytes);
                boolean inTrace = false;
                for (var line :
                        new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
                    boolean frame = FRAME.matcher(line).matches();
                    if (frame && !inTrace) found.add(String.join("\n", before));
                    inTrace = frame;
                    if (before.size() == 3) before.removeFirst();
                    before.add(line);
                }
            }
            if (!found.isEmpty()) traces.put(log.getKey().getFileName().toString(), found);
        }
        return traces;
    }
}
