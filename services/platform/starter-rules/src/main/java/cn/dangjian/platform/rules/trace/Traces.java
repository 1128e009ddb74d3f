package cn.dangjian.platform.rules.trace;

import cn.dangjian.platform.rules.RuleFile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may not be demanded as proof, as {@code rules/traces.csv} has it. Papers prove: a decision, minutes.
 * A text that says that nobody need show a photo demands none.
 */
public final class Traces {

    private static final Pattern CLAUSE = Pattern.compile("[，,。；;！!？?\\n]");

    private static final List<Row> ROWS = RuleFile.read("traces.csv").stream()
            .map(row -> new Row(
                    words(row.getField("words")),
                    words(row.getField("unless")),
                    words(row.getField("spared")),
                    row.getField("source")))
            .toList();

    private record Row(List<String> words, List<String> unless, List<String> spared, String source) {

        private Optional<String> demanded(String clause) {
            String rest = clause;
            for (String word : spared) rest = rest.replace(word, "");
            for (String word : words) {
                int at = rest.indexOf(word);
                if (at < 0) continue;
                String before = rest.substring(0, at);
                if (unless.stream().noneMatch(before::contains)) return Optional.of(word);
            }
            return Optional.empty();
        }
    }

    private Traces() {}

    /** @throws cn.dangjian.platform.web.problem.ProblemException 422 {@code trace.demanded} with the word and the article */
    public static void refuse(@Nullable String... texts) {
        for (String text : texts) if (text != null) refuseIn(text);
    }

    private static void refuseIn(String text) {
        for (String clause : CLAUSE.split(text.toLowerCase(Locale.ROOT), -1)) {
            for (var row : ROWS) {
                var word = row.demanded(clause);
                if (word.isPresent()) throw TraceRefusal.DEMANDED.with(word.get(), row.source());
            }
        }
    }

    private static List<String> words(String field) {
        return Stream.of(field)
                .flatMap(all -> Arrays.stream(all.split("\\|", -1)))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
