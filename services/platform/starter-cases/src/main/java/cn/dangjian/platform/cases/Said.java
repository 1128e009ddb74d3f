package cn.dangjian.platform.cases;

import cn.dangjian.platform.cases.Move.Say;
import cn.dangjian.platform.directory.desk.Desk;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said at a step.
 *
 * @param day when it happened
 * @param document by which document (文号)
 * @param note what there is to say, or why
 */
public record Said(
        LocalDate day, @Nullable String document, @Nullable String note) {

    /** Nothing, on the day of the request. */
    public static Said today(Desk desk) {
        return new Said(desk.today(), null, null);
    }

    public static Said on(LocalDate day) {
        return new Said(day, null, null);
    }

    public Said by(@Nullable String document) {
        return new Said(day, document, note);
    }

    public Said note(@Nullable String note) {
        return new Said(day, document, note);
    }

    boolean holds(Set<Say> demanded) {
        return (document != null || !demanded.contains(Say.DOCUMENT)) && (note != null || !demanded.contains(Say.NOTE));
    }
}
