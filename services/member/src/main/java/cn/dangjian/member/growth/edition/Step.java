package cn.dangjian.member.growth.edition;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step (步骤) as an edition has it; the columns are explained in {@code rules/development-steps.csv}.
 *
 * @param needs the steps that must have been taken before
 * @param from the step from whose day on its days count; null of the first one
 * @param publicity how many working days of publicity go before it
 * @param againFrom from which step on it is taken again if it failed; null if it cannot fail
 * @param pause how long it is not taken again if it failed
 * @param repeatsUntil the step that ends its repetition; null if it is taken once
 * @param becomes what happens to the person by it; null if nothing does
 * @param certainty V: its text was read; S: seen in a secondary source only; K: known and not verified
 */
public record Step(
        String edition,
        Stage stage,
        String code,
        String title,
        List<String> needs,
        @Nullable String from,
        @Nullable Span earliest,
        @Nullable Span latest,
        @Nullable Span most,
        Asks asks,
        int publicity,
        Set<Actor> acts,
        Set<Outcome> outcomes,
        @Nullable String againFrom,
        @Nullable Span pause,
        @Nullable String repeatsUntil,
        @Nullable String becomes,
        @Nullable BecomesOn becomesOn,
        String evidence,
        String article,
        String source,
        String certainty,
        String note) {

    /** What has to be said of a step beside its day and its evidence. */
    public enum Asks {
        NOTHING,
        AGE,
        CONTACTS,
        INTRODUCERS,
        TRAINING,
        CONSENT,
        /** Whether he leaves his unit soon. */
        LEAVING,
        VOTE
    }

    /** Who takes a step (由谁办理). */
    public enum Actor {
        /** The branch. */
        SUBJECT,
        TOWNSHIP,
        COUNTY
    }

    /**
     * On which day somebody becomes what the step makes of him.
     *
     * @param earliest whether it is the earliest day of that step, whenever it was taken
     */
    record BecomesOn(String step, boolean earliest) {

        private static final String EARLIEST = "earliest ";

        static @Nullable BecomesOn parse(String text) {
            if (text.isEmpty()) return null;
            return text.startsWith(EARLIEST)
                    ? new BecomesOn(text.substring(EARLIEST.length()), true)
                    : new BecomesOn(text, false);
        }
    }

    static Step of(NamedCsvRecord row) {
        return new Step(
                row.getField("edition"),
                Stage.valueOf(row.getField("stage")),
                row.getField("step"),
                row.getField("title"),
                words(row, "needs"),
                text(row, "from"),
                Span.parse(row.getField("earliest")),
                Span.parse(row.getField("latest")),
                Span.parse(row.getField("most")),
                Asks.valueOf(row.getField("asks")),
                Integer.parseInt(row.getField("publicity")),
                words(row, Actor.class, "acts"),
                words(row, Outcome.class, "outcomes"),
                text(row, "again_from"),
                Span.parse(row.getField("pause")),
                text(row, "repeats_until"),
                text(row, "becomes"),
                BecomesOn.parse(row.getField("becomes_on")),
                row.getField("evidence"),
                row.getField("article"),
                row.getField("source"),
                row.getField("certainty"),
                row.getField("note"));
    }

    /** Whether what it decides lets the probation go on for a time. */
    boolean mayExtend() {
        return asks == Asks.VOTE && outcomes.contains(Outcome.EXTENDED);
    }

    private static @Nullable String text(NamedCsvRecord row, String field) {
        String text = row.getField(field);
        return text.isEmpty() ? null : text;
    }

    private static List<String> words(NamedCsvRecord row, String field) {
        return Arrays.stream(row.getField(field).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static <E extends Enum<E>> Set<E> words(NamedCsvRecord row, Class<E> type, String field) {
        var set = EnumSet.noneOf(type);
        words(row, field).forEach(word -> set.add(Enum.valueOf(type, word)));
        return set;
    }
}
