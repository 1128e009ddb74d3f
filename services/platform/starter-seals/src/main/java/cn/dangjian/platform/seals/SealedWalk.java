package cn.dangjian.platform.seals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of one table, from the first to the last place, whether they open or not. */
class SealedWalk {

    private static final Logger log = LoggerFactory.getLogger(SealedWalk.class);

    private final SealedTable table;
    private final Seals seals;
    private final JdbcTemplate jdbc;
    private int broken;

    SealedWalk(SealedTable table, Seals seals, JdbcTemplate jdbc) {
        this.table = table;
        this.seals = seals;
        this.jdbc = jdbc;
    }

    /** A row under one key. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Row(List<Object> place, List<byte @Nullable []> values) {

        String key() {
            return place.stream().map(String::valueOf).collect(Collectors.joining("-"));
        }
    }

    /**
     * Where the walk stands.
     *
     * @param rows how many there were; the walk ends with a batch that is not full
     */
    record Step(@Nullable List<Object> last, int rows) {}

    /** How many rows did not open. */
    int broken() {
        return broken;
    }

    /** The keys under which there are values, beside the current one; null for those under none. */
    List<@Nullable String> otherKeys() {
        var keys = new ArrayList<@Nullable String>();
        if (table.hasPlain()) keys.add(null);
        // from one to the next along the index: "distinct" may read all rows
        String sql = "select min(%2$s) from %1$s where %2$s > ?".formatted(table.name(), table.keyColumn());
        for (var key = next(sql, ""); key != null; key = next(sql, key)) {
            if (!key.equals(seals.currentKey())) keys.add(key);
        }
        return keys;
    }

    private @Nullable String next(String sql, String key) {
        return jdbc.queryForObject(sql, String.class, key);
    }

    /** Seals some rows anew behind a place, in a transaction; those that somebody else is at are left to him. */
    Step step(@Nullable String key, @Nullable List<Object> after) {
        var rows = rows(key, after);
        var anew = rows.stream().flatMap(row -> anew(key, row)).toList();
        if (!anew.isEmpty()) jdbc.batchUpdate(update(), anew);
        return new Step(rows.isEmpty() ? null : rows.getLast().place(), rows.size());
    }

    private List<Row> rows(@Nullable String key, @Nullable List<Object> after) {
        var parameters = new ArrayList<Object>();
        if (key != null) parameters.add(key);
        if (after != null) parameters.addAll(after(after));
        parameters.add(table.atOnce());
        var columns = table.values().stream()
                .map(value -> key == null ? Objects.requireNonNullElse(value.plain(), "null") : value.column());
        String sql = "select %s from %s where %s%s order by %s limit ? for update skip locked"
                .formatted(
                        Stream.concat(table.place().stream(), columns).collect(Collectors.joining(", ")),
                        table.name(),
                        table.keyColumn() + (key == null ? " is null" : " = ?"),
                        after == null ? "" : " and (" + behind() + ")",
                        String.join(", ", table.place()));
        return jdbc.query(sql, (row, number) -> row(row), parameters.toArray());
    }

    /** {@code a > ? or a = ? and b > ?}: ranges of an index, as a comparison of rows is not. */
    private String behind() {
        var terms = new ArrayList<String>();
        for (int i = 0; i < table.place().size(); i++) {
            String same = table.place().stream()
                    .limit(i)
                    .map(column -> column + " = ? and ")
                    .collect(Collectors.joining());
            terms.add(same + table.place().get(i) + " > ?");
        }
        return String.join(" or ", terms);
    }

    private static List<Object> after(List<Object> place) {
        var values = new ArrayList<Object>();
        for (int i = 0; i < place.size(); i++) values.addAll(place.subList(0, i + 1));
        return values;
    }

    private Row row(ResultSet row) throws SQLException {
        var place = new ArrayList<Object>();
        for (int i = 1; i <= table.place().size(); i++) place.add(row.getLong(i));
        var values = new ArrayList<byte @Nullable []>();
        for (int i = 1; i <= table.values().size(); i++) {
            values.add(row.getBytes(table.place().size() + i));
        }
        return new Row(place, values);
    }

    /** The parameters of {@link #update}; none of a row that does not open. */
    private Stream<Object[]> anew(@Nullable String key, Row row) {
        var parameters = new ArrayList<@Nullable Object>();
        parameters.add(seals.currentKey());
        for (int i = 0; i < table.values().size(); i++) {
            byte[] bytes = row.values().get(i);
            var field = new Field(table.name(), table.values().get(i).field(), row.key());
            if (bytes == null) {
                parameters.add(null);
                continue;
            }
            try {
                var sealed = key == null ? seals.seal(bytes, field) : seals.reseal(new Sealed(key, bytes), field);
                parameters.add(sealed.bytes());
            } catch (IllegalStateException e) {
                broken++;
                log.error("A value stays under the key that it has: {}", e.getMessage());
                return Stream.empty();
            }
        }
        parameters.addAll(row.place());
        return Stream.<Object[]>of(parameters.toArray());
    }

    private String update() {
        var set = new ArrayList<>(Collections.singleton(table.keyColumn() + " = ?"));
        table.values().forEach(value -> set.add(value.column() + " = ?"));
        table.values().stream()
                .filter(value -> value.plain() != null && !value.plain().equals(value.column()))
                .forEach(value -> set.add(value.plain() + " = null"));
        String where = table.place().stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
        return "update %s set %s where %s".formatted(table.name(), String.join(", ", set), where);
    }
}
