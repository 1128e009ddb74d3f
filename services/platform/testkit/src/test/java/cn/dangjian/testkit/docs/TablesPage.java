package cn.dangjian.testkit.docs;

import cn.dangjian.testkit.Tables;
import java.util.Set;

/** Which room writes each table, and which rooms read it. */
final class TablesPage {

    String text() {
        var page = new StringBuilder("""
            # Tables (数据表)

            <!-- Made from the sources by deploy/docs; do not edit. -->

            Made from the migrations and the statements of each service. A table has one writing room; where several
            write, the service's `src/test/resources/shared-tables.csv` says why, and the build refuses new ones. The
            tables of the starters (outbox, inbox, directory, idempotency keys) are in every service and not listed.
            """);
        for (var service : Module.services()) {
            var tables = new Tables(service.folder());
            if (tables.writers().isEmpty()) continue;
            page.append("\n## ").append(service.name()).append("\n\n| table | written by | read by |\n|---|---|---|\n");
            tables.writers()
                    .forEach((table, rooms) -> page.append(
                            "| `%s` | %s | %s |\n".formatted(table, list(rooms), list(tables.readers(table)))));
        }
        return page.toString();
    }

    private static String list(Set<String> rooms) {
        return rooms.isEmpty() ? "–" : String.join(", ", rooms);
    }
}
