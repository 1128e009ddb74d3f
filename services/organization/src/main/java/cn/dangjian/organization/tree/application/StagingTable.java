package cn.dangjian.organization.tree.application;

import cn.dangjian.organization.tree.imports.DivisionFile;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code import_row} and {@code import_rejection}: what was read of the files. */
@Repository
@Unscoped("an import is the administrators', who see the whole province")
class StagingTable {

    private static final int DELETED_AT_ONCE = 5000;
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_VALUE = 200;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    StagingTable(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /**
     * A rejected row, for the report.
     *
     * @param kept whether it was taken all the same
     */
    record Rejected(
            int fileNo,
            int line,
            @Nullable String code,
            String reason,
            @Nullable String value,
            boolean kept) {}

    void insertGood(long importId, DivisionFile file, List<DivisionRow.Good> rows) {
        template.batchUpdate("""
            insert into import_row (import_id, file_no, line, code, parent_code, name, kind, domain)
            values (?, ?, ?, ?, ?, ?, ?, ?)\
            """, rows, Math.max(rows.size(), 1), (statement, row) -> {
            statement.setLong(1, importId);
            statement.setInt(2, file.number());
            statement.setInt(3, row.line());
            statement.setString(4, row.code());
            statement.setString(5, row.parentCode());
            statement.setString(6, row.name());
            statement.setString(7, row.kind().kind());
            statement.setString(8, row.kind().domain());
        });
    }

    void insertBad(long importId, DivisionFile file, List<DivisionRow.Bad> rows) {
        template.batchUpdate("""
            insert into import_rejection (import_id, file_no, line, code, reason, value)
            values (?, ?, ?, ?, ?, ?)\
            """, rows, Math.max(rows.size(), 1), (statement, row) -> {
            statement.setLong(1, importId);
            statement.setInt(2, file.number());
            statement.setInt(3, row.line());
            statement.setString(4, shortened(row.code(), LONGEST_CODE));
            statement.setString(5, row.reason().code());
            statement.setString(6, shortened(row.value(), LONGEST_VALUE));
        });
    }

    /** What is to be looked at of rows that are taken. */
    void insertNotes(long importId, DivisionFile file, List<DivisionRow.Good> rows) {
        var noted = rows.stream().filter(row -> row.homemade() != null).toList();
        template.batchUpdate("""
            insert into import_rejection (import_id, file_no, line, code, reason, value, kept) values (?, ?, ?, ?, ?, ?, true)\
            """, noted, Math.max(noted.size(), 1), (statement, row) -> {
            statement.setLong(1, importId);
            statement.setInt(2, file.number());
            statement.setInt(3, row.line());
            statement.setString(4, row.code());
            statement.setString(5, Reason.NAME_PRIVATE_USE.code());
            statement.setString(6, shortened(row.homemade(), LONGEST_VALUE));
        });
    }

    /** Rejections in the order of files and lines, after the given one. */
    List<Rejected> listRejected(long importId, int afterFile, int afterLine, int limit) {
        return jdbc.sql("""
            select file_no, line, code, reason, value, kept from import_rejection
             where import_id = :import and (file_no > :file or (file_no = :file and line > :line))
             order by file_no, line limit :limit\
            """)
                .param("import", importId)
                .param("file", afterFile)
                .param("line", afterLine)
                .param("limit", limit)
                .query(Records.of(Rejected.class))
                .list();
    }

    /** Frees the room of rows whose units are in the tree; the rejections stay. */
    void forgetRows(long importId) {
        int rows;
        do {
            rows = jdbc.sql("delete from import_row where import_id = :import limit " + DELETED_AT_ONCE)
                    .param("import", importId)
                    .update();
        } while (rows == DELETED_AT_ONCE);
    }

    private static @Nullable String shortened(@Nullable String text, int length) {
        if (text == null || text.length() <= length) return text;
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }
}
