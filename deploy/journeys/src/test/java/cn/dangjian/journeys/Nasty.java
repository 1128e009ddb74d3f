package cn.dangjian.journeys;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What strangers put where something else belongs. */
final class Nasty {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "7",
            "2147483648",
            "9223372036854775807",
            "99999999999999999999",
            "1e400",
            "1.5",
            "NaN",
            "null",
            "true",
            "中文",
            "４３３１",
            "é",
            "虚构\n名",
            "虚构\u0000名",
            "\u200b",
            "\u202e名",
            "⾦",
            "𠮷",
            "😀",
            "\ufffe",
            "%",
            "%25",
            "_",
            "'",
            "\"",
            "\\",
            "../../etc/passwd",
            "a;b=c",
            "{0}",
            "${x}",
            "=1+1",
            "a".repeat(65),
            "a".repeat(300),
            "名".repeat(5000),
            "2026-07-01",
            "2026-02-30",
            "0000-01-01",
            "-0001-01-01",
            "0001-01-01",
            "1000-01-01",
            "1800-06-01",
            "2000-01-01",
            "2017-06-01",
            "2999-12-31",
            "9999-12-31",
            "+999999999-12-31",
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:00:00",
            "2999-12-31T23:59:59.999999999+18:00",
            "+58882-01-01T00:00:00Z",
            "1830000000",
            "1830000000000",
            "2026-07",
            "2026-13",
            "9999-12",
            "0001-01",
            "AAAA",
            "Zm9v",
            "PROVINCE",
            "COUNTY",
            "OPEN",
            "BLOCK",
            "LINE");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1",
            "1.5",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "99999999999999999999",
            "1e400",
            "1e-400",
            "1830000000000",
            "{}",
            "[]",
            "[null]",
            "[[]]",
            "{\"a\":1}",
            "[1,2,3]");

    private Nasty() {}

    static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** A body that differs from a right one at one place or two, or is none. */
    static String body(String right, Random random) {
        if (right.isEmpty()) return random.nextInt(4) == 0 ? value(random) : "";
        if (random.nextInt(20) == 0) return right.substring(0, random.nextInt(right.length()));
        if (random.nextInt(20) == 0) return value(random);
        if (random.nextInt(20) == 0 && right.startsWith("{\"")) {
            // its first name twice
            return right.substring(0, right.indexOf(':')) + ":" + value(random) + "," + right.substring(1);
        }
        var body = JSON.readTree(right);
        for (int i = 0; i <= random.nextInt(2); i++) change(body, random);
        return body.toString();
    }

    private static void change(JsonNode node, Random random) {
        switch (node) {
            case ObjectNode object -> changeOne(object, random);
            case ArrayNode array -> {
                if (!array.isEmpty() && random.nextInt(3) > 0) {
                    int place = random.nextInt(array.size());
                    if (array.get(place).isContainer()) change(array.get(place), random);
                    else array.set(place, JSON.readTree(value(random)));
                } else {
                    array.add(JSON.readTree(value(random)));
                }
            }
            default -> {}
        }
    }

    private static void changeOne(ObjectNode object, Random random) {
        var names = List.copyOf(object.propertyNames());
        if (names.isEmpty() || random.nextInt(12) == 0) {
            object.put("unheardOf", 1);
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        if (object.get(name).isContainer() && random.nextInt(3) > 0) change(object.get(name), random);
        else if (random.nextInt(8) == 0) object.remove(name);
        else object.set(name, JSON.readTree(value(random)));
    }

    /** In JSON. */
    private static String value(Random random) {
        return random.nextInt(3) == 0
                ? VALUES.get(random.nextInt(VALUES.size()))
                : JSON.writeValueAsString(text(random));
    }
}
