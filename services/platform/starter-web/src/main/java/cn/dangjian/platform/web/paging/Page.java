package cn.dangjian.platform.web.paging;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. It says nothing of the whole: counting what a caller sees takes as long as reading it.
 *
 * @param items the rows of this page, in the order of the list
 * @param next the cursor of the next page; null on the last one
 */
@Schema(
        description = "一页，按 next 翻页；没有总数，数目由各统计接口给出 / One page of a list, which next goes on. It has no total; how many"
                + " there are is said by the doors of figures")
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * Cuts a page from rows that were fetched with one more than the limit.
     *
     * @param rows at most {@code limit + 1} rows
     * @param keys the keyset of a row, as {@link Cursor#of} takes it
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> keys) {
        if (rows.size() <= limit) return new Page<>(rows, null);
        var items = rows.subList(0, limit);
        return new Page<>(items, keys.apply(items.getLast()).text());
    }

    /** The same page with other items. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
