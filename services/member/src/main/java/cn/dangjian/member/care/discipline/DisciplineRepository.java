package cn.dangjian.member.care.discipline;

import cn.dangjian.member.care.discipline.DisciplineEntry.Opened;
import cn.dangjian.member.care.discipline.KeepEntries.EndRequest;
import cn.dangjian.member.care.discipline.KeepEntries.EntryRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.seals.Field;
import cn.dangjian.platform.seals.Sealed;
import cn.dangjian.platform.seals.Seals;
import cn.dangjian.platform.web.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Table {@code discipline_entry}; an entry goes with the person to the county to which he belongs. */
@Repository
class DisciplineRepository {

    private static final String ENTRY = """
        select d.id, d.member_id as member, m.name, s.unit_id unit, d.since_on, d.ended_on, d.document, d.subject, d.at,
               d.version, d.seal_key, d.sealed_text
          from discipline_entry d join member m on m.id = d.member_id
          join standing s on s.member_id = d.member_id and s.to_on = '9999-12-31'
          join unit u on u.id = s.unit_id and {scope u}\
        """;

    private final Rows rows;
    private final Seals seals;

    DisciplineRepository(Rows rows, Seals seals) {
        this.rows = rows;
        this.seals = seals;
    }

    Optional<DisciplineEntry> find(long id, Scope scope) {
        return rows.sql(ENTRY + " where d.id = :id").in(scope).with("id", id).find((row, number) -> open(row)
                .entry());
    }

    /** Those that hold, the newest first. */
    List<Opened> list(Slice slice, Scope scope) {
        return rows.sql(ENTRY + " where d.ended_on is null and d.id < :before order by d.id desc limit :rows")
                .in(scope)
                .newest(slice)
                .list((row, number) -> open(row));
    }

    /** All of one person, the newest first. */
    List<Opened> listOf(long member, Scope scope) {
        return rows.sql(ENTRY + " where d.member_id = :member order by d.id desc")
                .in(scope)
                .with("member", member)
                .list((row, number) -> open(row));
    }

    /** With its number, which it only has then, the text is sealed. */
    long insert(long member, EntryRequest request, Desk desk) {
        long id = rows.sql("""
            insert into discipline_entry (member_id, since_on, seal_key, sealed_text, subject, at, version)
            values (:member, :sinceOn, :key, '', :subject, :at, 1)\
            """)
                .with("member", member)
                .with("sinceOn", request.sinceOn())
                .with("key", seals.currentKey())
                .by(desk)
                .insert();
        var sealed = seals.seal(request.text(), field(id));
        rows.sql("update discipline_entry set seal_key = :key, sealed_text = :bytes where id = :id")
                .with("key", sealed.key())
                .with("bytes", sealed.bytes())
                .with("id", id)
                .update();
        return id;
    }

    void end(DisciplineEntry entry, EndRequest request) {
        rows.sql("""
            update discipline_entry set ended_on = :on, document = :document, version = version + 1
             where id = :id and version = :version\
            """)
                .with(request)
                .with("id", entry.id())
                .with("version", entry.version())
                .updateOne("Discipline entry " + entry.id());
    }

    private Opened open(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        var entry = new DisciplineEntry(
                id,
                row.getLong("member"),
                row.getString("name"),
                new UnitId(row.getLong("unit")),
                row.getObject("since_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("document"),
                row.getString("subject"),
                row.getObject("at", LocalDateTime.class).atOffset(ZoneOffset.UTC),
                row.getLong("version"));
        var sealed = new Sealed(row.getString("seal_key"), row.getBytes("sealed_text"));
        return new Opened(entry, seals.open(sealed, field(id)));
    }

    private static Field field(long id) {
        return new Field("discipline_entry", "text", id);
    }
}
