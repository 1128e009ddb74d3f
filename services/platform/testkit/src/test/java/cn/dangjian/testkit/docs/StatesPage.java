package cn.dangjian.testkit.docs;

import cn.dangjian.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code docs/states.md}: how an assignment goes from state to state, drawn from the constants of task's {@code Move}. */
class StatesPage {

    private static final Path FLOW = Repository.root().resolve("services/task/src/main/java/cn/dangjian/task/flow");
    private static final Pattern STATE = Pattern.compile("(?m)^ {4}([A-Z_]+)\\(\"([^\"]+)\", (?:true|false)\\)[,;]");
    private static final Pattern MOVE =
            Pattern.compile("(?m)^ {4}([A-Z_]+)\\(\"([^\"]+)\", ([A-Z_]+|null), ([A-Z_, \\n]+)\\)[,;]");

    private record Move(String name, String chinese, String to, List<String> from) {}

    String text() {
        var states = states();
        var moves = moves();
        var page = new StringBuilder("""
            # States of an assignment (任务状态)

            <!-- Made from the sources by deploy/docs; do not edit. -->

            Made from `State` and `Move` of `services/task`, which decide it. Postponed (延期) and late (逾期) are no states:
            they are read from the dates.

            ```mermaid
            stateDiagram-v2
            """);
        states.forEach((name, chinese) -> page.append("    %s: %s %s\n".formatted(name, name, chinese)));
        page.append("    [*] --> ADDRESSED: 下达\n");
        for (var move : moves)
            for (var from : move.from())
                for (var to : targets(move, moves))
                    page.append("    %s --> %s: %s\n".formatted(from, to, move.chinese()));
        page.append("```\n\n| move | 中文 | from | to |\n|---|---|---|---|\n");
        for (var move : moves)
            page.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            move.name(),
                            move.chinese(),
                            String.join(", ", move.from()),
                            move.to().equals("null") ? "where it stood" : move.to()));
        return page.toString();
    }

    /** What is taken back leads to wherever it was. */
    private static List<String> targets(Move move, List<Move> moves) {
        if (!move.to().equals("null")) return List.of(move.to());
        return moves.stream()
                .filter(other -> move.from().contains(other.to()))
                .findFirst()
                .orElseThrow()
                .from();
    }

    private static Map<String, String> states() {
        var states = new LinkedHashMap<String, String>();
        STATE.matcher(read("State.java")).results().forEach(found -> states.put(found.group(1), found.group(2)));
        return states;
    }

    private static List<Move> moves() {
        var moves = new ArrayList<Move>();
        MOVE.matcher(read("Move.java"))
                .results()
                .forEach(found -> moves.add(new Move(
                        found.group(1),
                        found.group(2),
                        found.group(3),
                        List.of(found.group(4).split(",\\s*", -1)))));
        return moves;
    }

    private static String read(String file) {
        try {
            return Files.readString(FLOW.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
