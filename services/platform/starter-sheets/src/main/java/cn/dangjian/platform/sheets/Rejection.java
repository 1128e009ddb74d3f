package cn.dangjian.platform.sheets;

import java.util.List;

/**
 * A row that was not taken.
 *
 * @param field the key of the column that is wrong; empty if none is
 * @param problem the code with which one request would have been refused
 * @param values what the problem's text speaks of
 */
public record Rejection(int line, String field, String problem, List<String> values) {

    public static Rejection of(int line, String field, String problem, String... values) {
        return new Rejection(line, field, problem, List.of(values));
    }
}
