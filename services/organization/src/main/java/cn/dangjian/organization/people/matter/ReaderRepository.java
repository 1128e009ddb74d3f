package cn.dangjian.organization.people.matter;

import cn.dangjian.organization.people.matter.NameReader.ReaderRequest;
import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code personal_matter_reader}. */
@Repository
class ReaderRepository implements Hanging {

    private static final String READER = """
        select r.id, r.unit_id, r.duty, r.since, r.until, r.document
          from personal_matter_reader r join unit u on u.id = r.unit_id and {scope u}\
        """;

    private final Rows rows;

    ReaderRepository(Rows rows) {
        this.rows = rows;
    }

    /** A duty at a county that may read from a day to the day before another. */
    record Reader(
            long id,
            UnitId unitId,
            String duty,
            LocalDate since,
            @Nullable LocalDate until,
            String document) {}

    @Unscoped("asks about the caller's own unit")
    boolean isReader(Desk desk) {
        return rows.unscoped("""
            select 1 from personal_matter_reader
             where unit_id = :unit and duty = :duty and since <= :day and (until is null or until > :day) limit 1\
            """)
                .with("unit", desk.unit().id())
                .with("duty", desk.caller().duty())
                .with("day", desk.today())
                .exists();
    }

    /** At most a hundred: a county names a few. */
    List<Reader> list(Scope own) {
        return rows.sql(READER + " order by r.id desc limit 100").in(own).list(Reader.class);
    }

    Optional<Reader> find(long id, Scope own) {
        return rows.sql(READER + " where r.id = :id").in(own).with("id", id).find(Reader.class);
    }

    long insert(ReaderRequest reader, Desk desk) {
        return rows.sql("""
            insert into personal_matter_reader (unit_id, duty, since, document, subject, at)
            values (:unit, :duty, :since, :document, :subject, :at)\
            """)
                .with("unit", desk.unit().id())
                .with(reader)
                .by(desk)
                .insert();
    }

    void end(Reader reader, LocalDate on) {
        rows.sql("update personal_matter_reader set until = :on where id = :id and (until is null or until > :on)")
                .with("on", on)
                .with("id", reader.id())
                .update();
    }

    /** Nobody reads for a county that has ended. */
    @Override
    public void unitsEnded(List<Departure> ended) {
        rows.sql("""
            update personal_matter_reader r join unit_departure d on r.unit_id = d.unit_id
               set r.until = greatest(r.since, d.day)
             where r.until is null or r.until > greatest(r.since, d.day)\
            """).update();
    }
}
