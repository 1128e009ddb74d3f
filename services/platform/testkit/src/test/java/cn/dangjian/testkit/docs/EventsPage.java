package cn.dangjian.testkit.docs;

import cn.dangjian.testkit.docs.Events.Ear;
import cn.dangjian.testkit.docs.Events.Fact;
import java.util.List;
import java.util.stream.Collectors;

/** Who announces what, and who hears it. */
final class EventsPage {

    private final List<Fact> facts = Events.all();

    String text() {
        var page = new StringBuilder("""
            # Events (事件)

            <!-- Made from the sources by deploy/docs; do not edit. -->

            Made from the schemas of the producers (`services/<service>/contracts/events`) and the listeners
            (`@Hears`). A topic has the name of its producer; events with the same key arrive in order. What a listener
            demands of the order: `ANY` only skips repetitions, `LATEST` skips older states, `EACH` takes every version
            once, `OWN` keeps versions in its own rows. An event that no listener can take goes to
            `<service>.dead-letter` of the service that could not take it.

            ```mermaid
            flowchart LR
            """);
        for (var fact : facts) {
            for (String service : listeners(fact)) {
                String name = fact.type().substring(fact.service().length() + 1);
                page.append("    %s -- \"%s\" --> %s\n".formatted(fact.service(), name, service));
            }
        }
        page.append("```\n\n| event | key | what has happened | heard by |\n|---|---|---|---|\n");
        for (var fact : facts) {
            page.append("| [`%s`](../%s) | `%s` | %s | %s |\n"
                    .formatted(
                            fact.type(),
                            fact.file(),
                            fact.key().replace("|", "\\|"),
                            fact.said().replace("<", "&lt;"),
                            heardBy(fact)));
        }
        return page.toString();
    }

    private static List<String> listeners(Fact fact) {
        return fact.ears().stream().map(Ear::service).distinct().toList();
    }

    private static String heardBy(Fact fact) {
        if (fact.ears().isEmpty()) return "nobody yet";
        return fact.ears().stream()
                .collect(Collectors.groupingBy(
                        ear -> "`" + ear.listener() + "` " + ear.order(),
                        java.util.TreeMap::new,
                        Collectors.mapping(Ear::service, Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
                .collect(Collectors.joining("; "));
    }
}
