package cn.dangjian.assessment.appraise.rectify;

import cn.dangjian.assessment.appraise.rectify.RectificationTable.Item;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be put right.
 *
 * @param comment the comment that it comes from; null if from none
 * @param listedAt when the list was published; null until then
 * @param dispatch the task that it became; null until task has said so
 * @param number of that task
 * @param state where its assignment stands, as task says it; null while nothing was done
 * @param link where the assignment can be looked at
 */
public record ItemView(
        long id,
        @Nullable Long comment,
        String problem,
        String measure,
        LocalDate due,
        boolean withdrawn,
        @Nullable OffsetDateTime listedAt,
        @Nullable Long dispatch,
        @Nullable String number,
        @Nullable String state,
        @Nullable String link) {

    public static ItemView of(Item item) {
        var listed = item.listedAt();
        return new ItemView(
                item.id(),
                item.commentId(),
                item.problem(),
                item.measure(),
                item.dueOn(),
                item.withdrawn(),
                listed == null ? null : listed.atOffset(ZoneOffset.UTC),
                item.dispatch(),
                item.number(),
                item.state(),
                item.assignment() == null ? null : "/task/v1/assignments/" + item.assignment());
    }
}
