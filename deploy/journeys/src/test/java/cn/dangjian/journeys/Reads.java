package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which fields of answers the console's pages really read, held against {@code gateway/contracts/console.json}. */
final class Reads {

    /** Runs before the page's own code: answers are handed out so that each look at a field is noted. */
    static final String RECORDER = """
        (() => {
          const reads = new Set();
          window.__reads = reads;
          const plain = window.fetch;
          const json = Response.prototype.json;
          window.fetch = async (address, options) => {
            const answer = await plain(address, options);
            answer.asked = (options?.method ?? "GET") + " " + new URL(answer.url).pathname;
            return answer;
          };
          Response.prototype.json = async function () {
            const value = await json.call(this);
            // what came with the session says for which door it stands
            const place = this.headers.get("Content-Location");
            const asked = this.asked ?? (place && "GET " + new URL(place, location.origin).pathname);
            return this.ok && asked ? noted(value, asked, "", new WeakMap()) : value;
          };
          function noted(value, asked, path, known) {
            if (value === null || typeof value !== "object") return value;
            if (!known.has(value)) known.set(value, new Proxy(value, {
              get(target, name, proxy) {
                const found = Reflect.get(target, name, proxy);
                if (typeof name !== "string") return found;
                if (Array.isArray(target)) return /^[0-9]+$/.test(name) ? noted(found, asked, path + "[]", known) : found;
                const field = path ? path + "." + name : name;
                if (name in target) reads.add(asked + " " + field);
                return noted(found, asked, field, known);
              },
            }));
            return known.get(value);
          }
        })();\
        """;

    private static final JsonNode CONTRACT = contract();
    private static final Pattern OF_THE_API = Pattern.compile("\\S+ /[a-z]+/v1/.*");

    /** Who one is comes with the token, too. */
    private static final Pattern OF_THE_SESSION = Pattern.compile("^POST /session(?:/renewal)? me\\.");

    private Reads() {}

    /** @param read {@code METHOD path field} */
    static void check(List<String> read) {
        Set<String> undeclared = new TreeSet<>();
        for (var told : read) {
            var line = OF_THE_SESSION.matcher(told).replaceFirst("GET /identity/v1/me ");
            var words = line.split(" ", 3);
            if (OF_THE_API.matcher(line).matches() && !isDeclared(words[0] + " " + words[1], words[2]))
                undeclared.add(line);
        }
        assertThat(undeclared)
                .as("fields that pages read and gateway/contracts/console.json does not name")
                .isEmpty();
    }

    private static boolean isDeclared(String asked, String field) {
        return CONTRACT.propertyStream()
                .filter(door -> asked.matches(door.getKey().replaceAll("\\{[^}]*}", "[^/]+")))
                .flatMap(door -> door.getValue().valueStream().map(JsonNode::asString))
                .anyMatch(said -> said.equals(field)
                        || said.startsWith(field + ".")
                        || said.startsWith(field + "[]")
                        // a map: its keys are not fields
                        || field.startsWith(said + "."));
    }

    private static JsonNode contract() {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(Repository.root().resolve("gateway/contracts/console.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
