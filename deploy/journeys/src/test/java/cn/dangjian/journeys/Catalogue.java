package cn.dangjian.journeys;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Repository;
import cn.dangjian.testkit.doors.Document;
import cn.dangjian.testkit.doors.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Holds every answer that the journeys get against the catalogue, so that it cannot lie about what it promises. */
final class Catalogue {

    private static final Map<String, Catalogue> CATALOGUES = new ConcurrentHashMap<>();
    private static final Set<String> GATEWAY = gatewayCodes();

    private final Api api;
    private final Map<String, Said> services = new ConcurrentHashMap<>();

    /** @param mute operations that do not say everything yet */
    private record Said(Document document, Set<String> mute) {}

    private Catalogue(String gateway) {
        this.api = new Api(gateway);
    }

    /** A client of the house whose answers are held against the catalogue. */
    static Api api(String gateway) {
        var catalogue = CATALOGUES.computeIfAbsent(gateway, Catalogue::new);
        return new Api(gateway, catalogue::check);
    }

    private void check(String method, String path, Api.Answer answer) {
        var parts = path.replaceFirst("\\?.*", "").split("/", 3);
        if (parts.length < 3 || !parts[2].startsWith("v1/")) return;
        // what does not reach the service, which may not even be there
        if (answer.status() >= 500 && isOfGateway(answer)) return;
        var said = services.computeIfAbsent(parts[1], this::read);
        var operation = said.document().find(method, "/" + parts[2]);
        if (operation.isEmpty()) {
            if (answer.status() < 400) throw new AssertionError("The catalogue has no " + method + " " + path);
        } else if (!said.mute().contains(operation.get().name())) {
            check(said.document(), operation.get(), answer);
        }
    }

    private static void check(Document document, Operation operation, Api.Answer answer) {
        var wrong = document.violations(operation, answer.status(), answer.body(), answer::header);
        if (!wrong.isEmpty() && !isOfGateway(answer))
            throw new AssertionError(
                    "The catalogue says otherwise of " + operation.name() + ": " + wrong + " in " + answer);
    }

    private Said read(String service) {
        var answer = api.get("/" + service + "/v3/api-docs").send();
        if (answer.status() != 200) throw new AssertionError("No catalogue of " + service + ": " + answer);
        var document = new Document(answer.body());
        return new Said(document, document.gaps().keySet());
    }

    private static boolean isOfGateway(Api.Answer answer) {
        String code = answer.problem();
        return code != null && GATEWAY.contains(code);
    }

    /** What the gateway itself refuses with, in front of every service. */
    private static Set<String> gatewayCodes() {
        var texts = new Properties();
        var file = Repository.root().resolve("gateway/src/main/resources/problems.properties");
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames().stream()
                .map(key -> key.replaceFirst("\\.(title|detail)$", ""))
                .collect(Collectors.toSet());
    }
}
