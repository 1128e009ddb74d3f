package cn.dangjian.platform.directory.trial;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class NoteTable {

    private static final String NOTE = """
        select n.id, n.unit_id, n.state, n.text, n.at, {path u} place, n.version
          from note n join unit u on u.id = n.unit_id and {scope u}\
        """;

    private final Rows rows;

    NoteTable(Rows rows) {
        this.rows = rows;
    }

    record Written(UnitId unit, Note.State state, @Nullable String text, Instant at) {}

    Optional<Note> find(long id, Scope scope) {
        return rows.sql(NOTE + " where n.id = :id").in(scope).with("id", id).find(Note.class);
    }

    List<Note> list(Slice slice, Scope scope) {
        return rows.sql(NOTE + " where n.id < :before order by n.id desc limit :rows")
                .in(scope)
                .newest(slice)
                .list(Note.class);
    }

    List<Note> listInTree(Slice slice, Scope scope) {
        return rows.sql(NOTE + """
             where {path u} > :path or {path u} = :path and n.id > :id order by {path u}, n.id limit :rows\
            """).in(scope).inTree(slice).list(Note.class);
    }

    long insert(Written note) {
        return rows.sql("insert into note (unit_id, state, text, at, version) values (:unit, :state, :text, :at, 1)")
                .with(note)
                .insert();
    }

    void insert(List<Written> many) {
        rows.sql("insert into note (unit_id, state, text, at, version) values (:unit, :state, :text, :at, :version)")
                .with("version", 1)
                .each(many);
    }

    void close(Note note) {
        rows.sql("update note set state = 'CLOSED', version = version + 1 where id = :id and version = :version")
                .with(note)
                .updateOne("Note " + note.id());
    }

    /** What every careless statement does. */
    List<Note> forgetful(@Nullable Scope scope, String text) {
        var statement = rows.sql(text);
        return (scope == null ? statement : statement.in(scope)).list(Note.class);
    }

    /** Who acts, by way of a statement, if its moment is filled in too. */
    String writtenBy(Desk desk) {
        return rows.unscoped("select :subject where cast(:at as datetime(6)) <= utc_timestamp(6)")
                .by(desk)
                .get(String.class);
    }

    int among(List<UnitId> units) {
        return rows.unscoped("select count(*) from note where unit_id in (:units)")
                .with("units", units)
                .get(Integer.class);
    }

    void clear() {
        rows.sql("delete from note").update();
    }
}
