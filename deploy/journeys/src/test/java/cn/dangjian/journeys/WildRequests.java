package cn.dangjian.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dangjian.testkit.doors.Operation;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Makes requests of what the documents of the services say, most of them wrong in some place; the same for a seed. */
final class WildRequests {

    /** Nobody's. */
    private static final String ABSENT = "999999999999";

    private static final List<String> UNREADABLE = List.of("%zz", "%", "%ff", "%c0%80", "%ed%a0%80", "%00");

    private static final List<String> HEADERS = List.of(
            "Accept-Language: 中文",
            "Accept-Language: en;q=9,*;q=x",
            "Accept: image/png",
            "Accept: */nothing",
            "If-Match: *",
            "If-Match: \"中\"",
            "If-Match: W/\"1\", \"x",
            "If-None-Match: \u0085",
            "Range: bytes=9-1",
            "Upload-Offset: -1",
            "Upload-Offset: 99999999999999999999",
            "Repr-Digest: sha-256=:x:",
            "X-Forwarded-For: 中文",
            "X-Forwarded-Port: x",
            "Forwarded: for=;;",
            "User-Agent: 智慧党建/1.0",
            "traceparent: 00-zz-zz-00",
            "Cookie: a=\"; b",
            "Origin: null",
            "Content-Encoding: gzip");

    private static final List<String> TYPES = List.of(
            "*/*",
            "application/*",
            "nothing",
            "text/plain",
            "text/csv",
            "application/xml",
            "application/json;charset=GBK",
            "application/json;charset=x",
            "application/x-www-form-urlencoded",
            "application/octet-stream",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "中文");

    private static final List<String> DAYS = List.of(
            "2026-07-01",
            "2999-12-31",
            "2017-06-01",
            "2007-12-31",
            "1921-07-01",
            "1000-01-01",
            "0999-12-31",
            "9999-12-31");

    private final Random random;
    private final List<Door> doors;
    private final List<String> tokens;
    private final List<String> ids;
    private final List<String> cursors;

    /**
     * @param base where requests to the door go: the service itself or the gateway
     * @param prefix of the path there
     */
    record Door(String service, int port, String prefix, Operation operation) {}

    /** @param operation as the document calls it */
    record Request(String service, String operation, int port, String line, List<String> headers, String body) {

        @Override
        public String toString() {
            return service + " " + line + " "
                    + headers.stream()
                            .filter(header -> !header.startsWith("Auth"))
                            .toList() + " " + (body.length() > 600 ? body.substring(0, 600) + "..." : body);
        }
    }

    /**
     * @param ids of things that there are
     * @param cursors that some list may take
     */
    WildRequests(long seed, List<Door> doors, List<String> tokens, List<String> ids, List<String> cursors) {
        this.random = new Random(seed);
        this.doors = doors;
        this.tokens = tokens;
        this.ids = ids;
        this.cursors = cursors;
    }

    /** Every door as often as every other one. */
    List<Request> make(int number) {
        var made = new ArrayList<Request>(number);
        for (int i = 0; i < number; i++) made.add(one(doors.get(i % doors.size())));
        return made;
    }

    private Request one(Door door) {
        var operation = door.operation();
        var query = new StringBuilder();
        String path = operation.path();
        for (var parameter : operation.said().path("parameters")) {
            String name = parameter.path("name").asString();
            switch (parameter.path("in").asString()) {
                case "path" -> path = path.replace("{" + name + "}", encoded(variable(door, parameter)));
                case "query" -> query.append(pair(name, parameter));
                default -> {}
            }
        }
        if (random.nextInt(40) == 0) query.append("&x=").append(oneOf(UNREADABLE));
        String line =
                operation.method() + " " + door.prefix() + path + (query.isEmpty() ? "" : "?" + query.substring(1));
        String body = operation.method().equals("GET") ? "" : Nasty.body(operation.exampleBody(), random);
        return new Request(door.service(), operation.name(), door.port(), line, headers(operation, body), body);
    }

    private String variable(Door door, JsonNode parameter) {
        // who ends sessions and posts would end the others' tokens too
        boolean ends =
                door.service().equals("identity") && !door.operation().method().equals("GET");
        if (ends) return ABSENT;
        return switch (random.nextInt(5)) {
            case 0 -> Nasty.text(random);
            case 1 -> String.valueOf(1 + random.nextInt(30));
            case 2 -> value(parameter);
            default -> oneOf(ids);
        };
    }

    private String pair(String name, JsonNode parameter) {
        if (name.equals("cursor")) return random.nextInt(2) == 0 ? "" : "&cursor=" + encoded(oneOf(cursors));
        boolean needed = parameter.path("required").asBoolean(false);
        if (!needed && random.nextInt(3) > 0) return "";
        String value =
                switch (random.nextInt(4)) {
                    case 0 -> oneOf(ids);
                    case 1 -> Nasty.text(random);
                    default -> value(parameter);
                };
        return "&" + name + "=" + encoded(value);
    }

    /** What the document says that may stand there. */
    private String value(JsonNode parameter) {
        var schema = parameter.path("schema");
        if (schema.has("enum"))
            return schema.path("enum")
                    .path(random.nextInt(schema.path("enum").size()))
                    .asString();
        if (parameter.has("example")) return parameter.path("example").asString();
        if (schema.path("format").asString("").equals("date")) return oneOf(DAYS);
        return schema.has("example") ? schema.path("example").asString() : "1";
    }

    private List<String> headers(Operation operation, String body) {
        var headers = new ArrayList<String>();
        String token = oneOf(tokens);
        if (!token.isEmpty()) headers.add("Authorization: Bearer " + token);
        boolean key = operation.wantsKey() ? random.nextInt(20) > 0 : random.nextInt(20) == 0;
        if (key) headers.add("Idempotency-Key: " + (random.nextInt(30) == 0 ? "中文" : key()));
        if (!body.isEmpty())
            headers.add("Content-Type: " + (random.nextInt(15) == 0 ? oneOf(TYPES) : "application/json"));
        if (random.nextInt(8) == 0) headers.add(oneOf(HEADERS));
        return headers;
    }

    private String key() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String oneOf(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
