package cn.dangjian.platform.files.intake;

import cn.dangjian.platform.files.form.Form.Row;
import cn.dangjian.platform.files.form.Values;
import cn.dangjian.platform.files.sheet.Rejection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code intake_row}: what is read here belongs to a file that was found within the scope before. */
@Repository
class RowTable {

    private static final int DELETED_AT_ONCE = 5000;

    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;

    RowTable(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    /** A row that was not applied, and why. */
    record Rejected(Row row, Rejection why) {}

    void insert(long intake, List<Row> rows) {
        template.batchUpdate(
                "insert into intake_row (intake_id, line, cells) values (?, ?, ?)",
                rows,
                Math.max(rows.size(), 1),
                (statement, row) -> {
                    statement.setLong(1, intake);
                    statement.setInt(2, row.line());
                    statement.setString(3, json.writeValueAsString(row.cells()));
                });
    }

    List<Row> waiting(long intake, int limit) {
        return jdbc.sql("""
            select line, cells from intake_row where intake_id = :intake and outcome is null order by line limit :limit\
            """)
                .param("intake", intake)
                .param("limit", limit)
                .query((row, number) -> new Row(row.getInt(1), json.readValue(row.getString(2), CELLS)))
                .list();
    }

    /** Says of rows that have waited, up to the given line, which were rejected; the others were applied. */
    void judged(long intake, int upTo, List<Rejection> rejections) {
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
        jdbc.sql("update intake_row set outcome = 'APPLIED' where intake_id = :intake and outcome is null and"
                        + " line <= :line")
                .param("intake", intake)
                .param("line", upTo)
                .update();
    }

    List<Rejected> rejected(long intake, int after, int limit) {
        return jdbc.sql("""
            select line, cells, field, problem, value from intake_row
             where intake_id = :intake and outcome = 'REJECTED' and line > :after order by line limit :limit\
            """)
                .param("intake", intake)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Rejected(
                        new Row(row.getInt("line"), json.readValue(row.getString("cells"), CELLS)),
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
}
