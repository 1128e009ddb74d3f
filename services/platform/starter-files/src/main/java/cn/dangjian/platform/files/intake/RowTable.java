package cn.dangjian.platform.files.intake;

import cn.dangjian.platform.files.form.Form.Row;
import cn.dangjian.platform.files.form.Values;
import cn.dangjian.platform.seals.Field;
import cn.dangjian.platform.seals.Sealed;
import cn.dangjian.platform.seals.SealedRows;
import cn.dangjian.platform.seals.SealedTable;
import cn.dangjian.platform.seals.Seals;
import cn.dangjian.platform.sheets.Rejection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Table {@code intake_row}: what is read here belongs to a file that was found within the scope before. Rows that speak of
 * people are sealed, each bound to its file and line.
 */
@Repository
class RowTable implements SealedRows {

    private static final int DELETED_AT_ONCE = 5000;
    private static final int READ_AT_ONCE = 1000;

    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;
    private final Seals seals;

    RowTable(JdbcClient jdbc, JdbcTemplate template, JsonMapper json, Seals seals) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
        this.seals = seals;
    }

    /** A row that was not applied, and why. */
    record Rejected(Row row, Rejection why) {}

    /** A row that waits to be applied, and its turn. */
    record Waiting(Row row, int turn) {}

    void insert(long intake, List<Waiting> rows) {
        template.batchUpdate(
                "insert into intake_row (intake_id, line, turn, cells) values (?, ?, ?, ?)",
                rows,
                Math.max(rows.size(), 1),
                (statement, waiting) -> {
                    var row = waiting.row();
                    statement.setLong(1, intake);
                    statement.setInt(2, row.line());
                    statement.setInt(3, waiting.turn());
                    statement.setString(4, json.writeValueAsString(row.cells()));
                });
    }

    void insertSealed(long intake, List<Waiting> rows) {
        template.batchUpdate(
                "insert into intake_row (intake_id, line, turn, seal_key, sealed_cells) values (?, ?, ?, ?, ?)",
                rows,
                Math.max(rows.size(), 1),
                (statement, waiting) -> {
                    var row = waiting.row();
                    var sealed = seals.seal(json.writeValueAsBytes(row.cells()), field(intake, row.line()));
                    statement.setLong(1, intake);
                    statement.setInt(2, row.line());
                    statement.setInt(3, waiting.turn());
                    statement.setString(4, sealed.key());
                    statement.setBytes(5, sealed.bytes());
                });
    }

    private static Field field(long intake, int line) {
        return new Field("intake_row", "cells", intake + "-" + line);
    }

    /** Of columns {@code line}, {@code cells}, {@code seal_key} and {@code sealed_cells}. */
    private Row row(long intake, ResultSet row) throws SQLException {
        int line = row.getInt("line");
        var key = row.getString("seal_key");
        if (key == null) return new Row(line, json.readValue(row.getString("cells"), CELLS));
        var sealed = new Sealed(key, row.getBytes("sealed_cells"));
        return new Row(line, json.readValue(seals.openBytes(sealed, field(intake, line)), CELLS));
    }

    /** Those whose turn it is. The index is named, for MySQL would walk or sort all rows of the file anew for each batch. */
    List<Waiting> waiting(long intake, int limit) {
        return jdbc.sql("""
            select line, turn, cells, seal_key, sealed_cells from intake_row force index (intake_row_outcome)
             where intake_id = :intake and outcome is null order by turn, line limit :limit\
            """)
                .param("intake", intake)
                .param("limit", limit)
                .query((row, number) -> new Waiting(row(intake, row), row.getInt("turn")))
                .list();
    }

    /** All rows by their lines, a thousand at a time. */
    void read(long intake, Consumer<List<Row>> some) {
        int after = -1;
        List<Row> page;
        do {
            page = jdbc.sql("""
                select line, cells, seal_key, sealed_cells from intake_row force index (primary)
                 where intake_id = :intake and line > :after order by line limit :limit\
                """)
                    .param("intake", intake)
                    .param("after", after)
                    .param("limit", READ_AT_ONCE)
                    .query((row, number) -> row(intake, row))
                    .list();
            if (page.isEmpty()) return;
            some.accept(page);
            after = page.getLast().line();
        } while (page.size() == READ_AT_ONCE);
    }

    /** Says of rows that have waited, up to the given one, which were rejected; the others were applied. */
    void judged(long intake, Waiting last, List<Rejection> rejections) {
        template.batchUpdate(
                "update intake_row set outcome = 'REJECTED', field = ?, problem = ?, value = ? where intake_id = ? and"
                        + " line = ?",
                rejections,
                Math.max(rejections.size(), 1),
                (statement, why) -> {
                    statement.setString(1, why.field());
                    statement.setString(2, why.problem());
                    statement.setString(3, Values.join(why.values()));
                    statement.setLong(4, intake);
                    statement.setInt(5, why.line());
                });
        apply(intake, last, "turn < :turn");
        apply(intake, last, "turn = :turn and line <= :line");
    }

    private void apply(long intake, Waiting last, String which) {
        jdbc.sql("update intake_row set outcome = 'APPLIED' where intake_id = :intake and outcome is null and " + which)
                .param("intake", intake)
                .param("turn", last.turn())
                .param("line", last.row().line())
                .update();
    }

    List<Rejected> rejected(long intake, int after, int limit) {
        return jdbc.sql("""
            select line, cells, seal_key, sealed_cells, field, problem, value from intake_row force index (primary)
             where intake_id = :intake and outcome = 'REJECTED' and line > :after order by line limit :limit\
            """)
                .param("intake", intake)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Rejected(
                        row(intake, row),
                        new Rejection(
                                row.getInt("line"),
                                row.getString("field"),
                                row.getString("problem"),
                                Values.split(row.getString("value")))))
                .list();
    }

    /** Frees the room of rows that were applied. */
    void forgetApplied(long intake) {
        delete(" and outcome = 'APPLIED'", intake);
    }

    void forget(long intake) {
        delete("", intake);
    }

    private void delete(String which, long intake) {
        int rows;
        do {
            rows = jdbc.sql("delete from intake_row where intake_id = :intake" + which + " limit " + DELETED_AT_ONCE)
                    .param("intake", intake)
                    .update();
        } while (rows == DELETED_AT_ONCE);
    }

    @Override
    public SealedTable sealed() {
        return SealedTable.of("intake_row", "intake_id", "line").value("sealed_cells", "cells");
    }
}
