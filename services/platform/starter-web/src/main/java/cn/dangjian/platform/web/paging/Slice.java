package cn.dangjian.platform.web.paging;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list a client asks for ({@code ?cursor=&limit=}), as a controller's parameter. Rows are fetched one
 * more than the limit, so that the page knows whether another one follows.
 *
 * @param cursor what the page before said is next; null for the first page
 * @param limit 1 to {@value #MOST}
 */
public record Slice(@Nullable String cursor, int limit) {

    public static final int USUAL = 50;
    public static final int MOST = 200;

    /** How many rows to fetch. */
    public int rows() {
        return limit + 1;
    }

    /** Below which id a list goes on that shows the newest first. */
    public long before() {
        var last = Cursor.parse(cursor, 1);
        return last == null ? Long.MAX_VALUE : last.number(0);
    }

    /** After which row a list goes on that is in the order of the tree. */
    public Place after() {
        var last = Cursor.parse(cursor, 2);
        return last == null ? new Place("", 0) : new Place(last.string(0), last.number(1));
    }

    /** A row's place in a list that is in the order of the tree; of one unit, in that of the ids. */
    public record Place(String path, long id) {}

    /** The page of a list that shows the newest first. */
    public <T> Page<T> newest(List<T> rows, ToLongFunction<T> id) {
        return page(rows, row -> Cursor.of(id.applyAsLong(row)));
    }

    /** The page of a list in the order of the tree. */
    public <T> Page<T> inTree(List<T> rows, Function<T, String> path, ToLongFunction<T> id) {
        return page(rows, row -> Cursor.of(path.apply(row), id.applyAsLong(row)));
    }

    /** The page of a list in another order. */
    public <T> Page<T> page(List<T> rows, Function<T, Cursor> keys) {
        return Page.of(rows, limit, keys);
    }
}
