package cn.dangjian.organization.tree.application;

import cn.dangjian.organization.tree.imports.DivisionFile;
import cn.dangjian.organization.tree.imports.ImportFile;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Staged rows against the tree, by set: every statement treats all rows of one file at once. Columns {@code outcome} of
 * {@code import_row}: ESTABLISHED, CHANGED, UNCHANGED, or the reason of a rejection.
 */
@Repository
@Unscoped("an import is the administrators', who see the whole province")
class TierTable {

    private static final String OF_FILE = " r.import_id = :import and r.file_no = :file ";

    private final JdbcClient jdbc;

    TierTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One file of one import. */
    record Rows(long importId, DivisionFile file) {}

    /** Of rows with the same code the first one counts. */
    void rejectDuplicates(Rows rows) {
        of(rows, """
            update import_row r
              join (select line, row_number() over (partition by code order by line) turn
                      from import_row where import_id = :import and file_no = :file) d on d.line = r.line
               set r.outcome = 'code.duplicate'
             where d.turn > 1 and\
            """ + OF_FILE).update();
    }

    /** A file knows only what the code says; what a unit has become since (升格) stays. */
    void keepForms(Rows rows, String kind, List<String> forms) {
        of(rows, """
            update import_row r join unit u on u.code = r.code and u.valid_to is null and u.kind in (:forms)
               set r.kind = u.kind where r.kind = :kind and\
            """ + OF_FILE).param("kind", kind).param("forms", forms).update();
    }

    /** Names are compared byte by byte: the columns' collation takes some different names for the same. */
    void findKnown(Rows rows) {
        of(rows, """
            update import_row r join unit u on u.code = r.code and u.valid_to is null
               set r.unit_id = u.id,
                   r.outcome = case when cast(u.name as binary) = cast(r.name as binary)
                                     and u.kind = r.kind and u.domain = r.domain
                                    then 'UNCHANGED' else 'CHANGED' end
             where r.outcome is null and\
            """ + OF_FILE).update();
    }

    /** A document has ended the unit: a file does not bring it back. */
    void rejectAbolished(Rows rows) {
        of(rows, """
            update import_row r join unit u on u.code = r.code and u.valid_to is not null
               set r.outcome = 'code.abolished'
             where r.outcome is null and\
            """ + OF_FILE).update();
    }

    /** A unit that begins on a later day has the code already. */
    void rejectPlanned(Rows rows) {
        of(rows, """
            update import_row r
              join unit_period v on v.code = r.code and v.ended = false
              left join unit u on u.id = v.unit_id
               set r.outcome = 'code.planned'
             where u.id is null and r.outcome is null and\
            """ + OF_FILE).update();
    }

    void rejectOrphans(Rows rows) {
        of(rows, """
            update import_row r left join unit p on p.code = r.parent_code and p.valid_to is null
               set r.outcome = 'parent.unknown'
             where p.id is null and r.outcome is null and\
            """ + OF_FILE).update();
    }

    /** Gives every row that is left an id, from the given one on. */
    void number(Rows rows, long first) {
        of(rows, """
            update import_row r
              join (select line, row_number() over (order by code) turn
                      from import_row
                     where import_id = :import and file_no = :file and outcome is null) n on n.line = r.line
               set r.outcome = 'ESTABLISHED', r.unit_id = :first + n.turn - 1
             where r.outcome is null and\
            """ + OF_FILE).param("first", first).update();
    }

    /** A row that says something else of a unit. */
    record ChangedRow(UnitId unit, String name, String kind, String domain) {}

    List<ChangedRow> listChanged(Rows rows) {
        return of(rows, """
            select r.unit_id, r.name, r.kind, r.domain from import_row r where r.outcome = 'CHANGED' and\
            """ + OF_FILE)
                .query((row, number) -> new ChangedRow(
                        new UnitId(row.getLong(1)), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    void reportRejected(Rows rows) {
        of(
                        rows,
                        """
                                insert into import_rejection (import_id, file_no, line, code, reason, value)
                                select r.import_id, r.file_no, r.line, r.code, r.outcome,
                                       case when r.outcome = 'parent.unknown' then r.parent_code else r.code end
                                  from import_row r
                                 where r.outcome not in ('ESTABLISHED', 'CHANGED', 'UNCHANGED') and\
                                """ + OF_FILE
                                + " on duplicate key update reason = values(reason), value = values(value), kept ="
                                + " false")
                .update();
    }

    /** Units that were established, in the order of their ids, after the given one. */
    List<Unit> listEstablished(Rows rows, long after, int limit) {
        return of(rows, """
            select u.* from import_row r join unit u on u.id = r.unit_id
             where r.outcome = 'ESTABLISHED' and r.unit_id > :after and\
            """ + OF_FILE + " order by r.unit_id limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query(Records.of(Unit.class))
                .list();
    }

    /** What became of the rows; whatever is neither of the three was rejected. */
    ImportFile result(Rows rows, ImportFile file) {
        Map<String, Integer> counts = new HashMap<>();
        of(rows, "select r.outcome, count(*) from import_row r where" + OF_FILE + "group by r.outcome")
                .query((org.springframework.jdbc.core.RowCallbackHandler)
                        row -> counts.put(row.getString(1), row.getInt(2)));
        int established = counts.getOrDefault("ESTABLISHED", 0);
        int changed = counts.getOrDefault("CHANGED", 0);
        int unchanged = counts.getOrDefault("UNCHANGED", 0);
        int rejected = of(rows, "select count(*) from import_rejection r where r.kept = false and" + OF_FILE)
                .query(Integer.class)
                .single();
        return new ImportFile(
                file.file(),
                file.length(),
                file.complete(),
                file.rowsRead(),
                established,
                changed,
                unchanged,
                rejected,
                true);
    }

    private StatementSpec of(Rows rows, String sql) {
        return jdbc.sql(sql)
                .param("import", rows.importId())
                .param("file", rows.file().number());
    }
}
