package cn.dangjian.testkit.docs;

import cn.dangjian.testkit.Hangings;
import cn.dangjian.testkit.Hangings.Becomes;
import cn.dangjian.testkit.Hangings.Thing;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What becomes of each kind of thing when its unit is merged, split, moved or abolished. */
final class UnitChangesPage {

    String text() {
        var page = new StringBuilder("""
            # When units change (组织变更的后果)

            <!-- Made from the sources by deploy/docs; do not edit. -->

            What becomes of each thing that hangs on a unit, as `META-INF/hanging.properties` of each service says; a
            test of every service walks its tables and misses those that say nothing. Of a unit that is split and goes
            on nothing goes elsewhere; of one that ends, the first part is the heir. The heir of an abolished unit is
            the one to which its members go, if that is of the same tier; without one, what would go to an heir ends.

            """);
        page.append(Arrays.stream(Becomes.values())
                .map(word -> "- **" + word.words() + "**: " + meaning(word) + "\n")
                .collect(Collectors.joining()));
        for (var service : Module.services()) {
            var things = new Hangings(service.folder()).things().values();
            if (things.isEmpty()) continue;
            page.append("\n## ")
                    .append(service.name())
                    .append("\n\n| thing | table | MERGE 合并 | SPLIT 分设 | MOVE 改隶 | ABOLISH 撤销 | |\n")
                    .append("|---|---|---|---|---|---|---|\n");
            things.forEach(thing -> page.append(row(thing)));
        }
        return page.toString();
    }

    private static String row(Thing thing) {
        var becomes = thing.becomes();
        return "| %s | `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(
                        thing.name(),
                        thing.column(),
                        becomes.get(0).words(),
                        becomes.get(1).words(),
                        becomes.get(2).words(),
                        becomes.get(3).words(),
                        thing.remark());
    }

    private static String meaning(Becomes word) {
        return switch (word) {
            case TO_HEIR -> "from that day on it is the heir's; what was before stays where it was.";
            case TO_PARENT -> "from that day on it is at the unit above.";
            case ENDS -> "it ends that day, and says why.";
            case STAYS -> "it is history, or goes wherever its unit goes.";
            case ASKED -> "whoever proposes the change says what becomes of it.";
            case REFUSES -> "the change is refused while one is open.";
        };
    }
}
