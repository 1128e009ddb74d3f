package cn.dangjian.testkit.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The house in two pictures: what talks to what, and what is built on what. */
final class HousePage {

    private final List<Module> services = Module.services();

    String text() {
        var page = new StringBuilder("""
            # The house (全景)

            <!-- Made from the sources by deploy/docs; do not edit. -->

            Made from `config-repo/` (ports, addresses), the poms, the event schemas and the listeners.

            ## What talks to what

            Full lines are HTTP, from caller to called; dotted lines are events, from producer to listener (which ones:
            [events](events.md)), or a channel in Redis. Not drawn: every service reads its settings from `config` and the public keys of tokens
            from `identity`, keeps its own schema in the database, and every one with a directory of units hears of them
            from `organization`.

            ```mermaid
            flowchart TB
                clients([clients]) --> gateway
            """);
        for (var service : services) {
            for (String called : service.calls()) {
                page.append("    %s --> %s\n".formatted(service.name(), called));
            }
        }
        var told = new TreeSet<String>();
        for (var fact : Events.all()) {
            if (fact.type().equals("organization.unit-changed.v1")) continue;
            fact.ears().forEach(ear -> told.add("    %s -.-> %s\n".formatted(fact.service(), ear.service())));
        }
        told.forEach(page::append);
        channels()
                .forEach((channel, ends) -> page.append(
                        "    %s -. \"Redis: %s\" .- %s\n".formatted(ends.getFirst(), channel, ends.getLast())));
        page.append("""
            ```

            ## What is built on what

            Services share the platform and nothing else; the build refuses every other arrow. %s need none of it.

            ```mermaid
            flowchart TB
            """.formatted(alone()));
        for (var service : services) {
            for (var part : Module.platform()) {
                if (!part.name().equals("testkit") && service.uses(part.name())) {
                    page.append("    %s --> %s\n".formatted(service.name(), part.name()));
                }
            }
        }
        for (var part : Module.platform()) {
            for (var below : Module.platform()) {
                if (!below.name().equals("testkit") && !below.equals(part) && part.uses(below.name())) {
                    page.append("    %s --> %s\n".formatted(part.name(), below.name()));
                }
            }
        }
        page.append("```\n\n| service | port | what it is |\n|---|---|---|\n");
        for (var service : services) {
            String folder = service.name().equals("gateway") ? "../gateway" : "../services/" + service.name();
            page.append("| [%s](%s) | %s | %s |\n"
                    .formatted(service.name(), folder, service.port(), service.description()));
        }
        page.append("\n| part of the platform | what it is |\n|---|---|\n");
        for (var part : Module.platform()) {
            page.append(
                    "| [%s](../services/platform/%s) | %s |\n".formatted(part.name(), part.name(), part.description()));
        }
        return page.toString();
    }

    /** Redis channels that two services name. */
    private Map<String, List<String>> channels() {
        var channels = new TreeMap<String, List<String>>();
        for (var service : services) {
            service.settingsFile().stream()
                    .flatMap(file -> file.entries().stream())
                    .filter(entry -> entry.key().endsWith(".channel"))
                    .forEach(entry -> channels.computeIfAbsent(entry.value(), any -> new ArrayList<>())
                            .add(service.name()));
        }
        channels.values().removeIf(ends -> ends.size() != 2);
        return channels;
    }

    /** Those that use no starter. */
    private String alone() {
        return services.stream()
                .filter(service -> Module.platform().stream()
                        .noneMatch(part -> part.name().startsWith("starter-") && service.uses(part.name())))
                .map(service -> "`" + service.name() + "`")
                .collect(Collectors.joining(" and "));
    }
}
