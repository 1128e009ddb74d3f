package cn.dangjian.platform.files.trial;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.files.export.Export;
import cn.dangjian.platform.files.export.Export.Line;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class NoteTable {

    private final Rows rows;

    NoteTable(Rows rows) {
        this.rows = rows;
    }

    record Note(int line, String text, @Nullable LocalDate day) {}

    void insert(long unit, List<Note> notes) {
        rows.sql("insert into note (unit_id, text, day) values (:unit, :text, :day)")
                .with("unit", unit)
                .each(notes);
    }

    List<Line> list(Line after, Scope scope) {
        return rows.sql("""
            select u.path, n.unit_id, n.id, n.text, n.day from note n join unit u on u.id = n.unit_id and {scope u}
             where u.path > :path or (u.path = :path and n.id > :id) order by u.path, n.id limit :rows\
            """)
                .in(scope)
                .with("path", after.path())
                .with("id", after.id())
                .with("rows", Export.ROWS)
                .list((row, number) -> new Line(
                        row.getString("path"),
                        row.getLong("unit_id"),
                        row.getLong("id"),
                        List.of(row.getString("text"), row.getString("day") == null ? "" : row.getString("day"))));
    }
}
