package cn.dangjian.platform.cases;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Tables {@code case_file} and {@code case_step}. */
class CaseTable {

    private final Rows rows;
    private final ObjectProvider<CaseObserver> observers;

    CaseTable(Rows rows, ObjectProvider<CaseObserver> observers) {
        this.rows = rows;
        this.observers = observers;
    }

    /** @param id 0 until the case is written */
    record Row(
            long id,
            String kind,
            UnitId unitId,
            @Nullable UnitId otherUnitId,
            String state,
            int round,
            LocalDate dueOn,
            @Nullable Instant closedAt,
            long version) {}

    private record Step(
            String step,
            LocalDate day,
            @Nullable String document,
            @Nullable String note,
            UnitId unit,
            String subject,
            Instant at) {}

    /** Lets one transaction at a time open cases of a unit; to be taken as its first statement. */
    void lock(UnitId unit) {
        rows.sql("select id from unit where id = :unit for update")
                .with("unit", unit)
                .lock();
    }

    /** Lets one transaction at a time take a case on; to be taken as its first statement. */
    void lock(String kind, long id) {
        rows.sql("select id from case_file where kind = :kind and id = :id for update")
                .with("kind", kind)
                .with("id", id)
                .lock();
    }

    /** Finds it for both units, and for whoever has one of them in the scope. */
    Optional<Row> find(String kind, long id, Scope scope) {
        return rows.sql("""
            select f.id, f.kind, f.unit_id, f.other_unit_id, f.state, f.round, f.due_on, f.version, null closed_at
              from case_file f join unit u on u.id = f.unit_id left join unit o on o.id = f.other_unit_id
             where f.kind = :kind and f.id = :id and ({scope u} or {scope o})\
            """).in(scope).with("kind", kind).with("id", id).find(Row.class);
    }

    List<Entry> journal(String kind, long id, Scope scope) {
        return rows.sql("""
            select s.step, s.state, s.round, s.day, s.document, s.note, s.unit_id unit, s.subject, s.at
              from case_step s join case_file f on f.kind = s.kind and f.id = s.case_id
              join unit u on u.id = f.unit_id left join unit o on o.id = f.other_unit_id
             where s.kind = :kind and s.case_id = :id and ({scope u} or {scope o}) order by s.id\
            """).in(scope).with("kind", kind).with("id", id).list(Entry.class);
    }

    @Unscoped("whether a unit that was found in the caller's scope has one")
    boolean isOpen(String kind, UnitId unit) {
        return rows.unscoped("""
            select 1 from case_file where unit_id = :unit and kind = :kind and closed_at is null limit 1\
            """).with("unit", unit).with("kind", kind).exists();
    }

    @Unscoped("of a case that was found in the caller's scope")
    boolean hasTaken(String kind, long id, Collection<String> steps, String subject) {
        return rows.unscoped("""
            select 1 from case_step
             where kind = :kind and case_id = :id and step in (:steps) and subject = :subject limit 1\
            """)
                .with("kind", kind)
                .with("id", id)
                .with("steps", steps)
                .with("subject", subject)
                .exists();
    }

    long insert(Row row, Instant openedAt) {
        long id = rows.sql("""
            insert into case_file (kind, unit_id, other_unit_id, state, round, due_on, opened_at, closed_at, version)
            values (:kind, :unitId, :otherUnitId, :state, :round, :dueOn, :openedAt, :closedAt, 1)\
            """).with(row).with("openedAt", openedAt).insert();
        changed(row.kind(), row.unitId(), row.otherUnitId());
        return id;
    }

    /** Fails if somebody else changed the case since it was read. */
    void update(Row row) {
        rows.sql("""
            update case_file set state = :state, round = :round, due_on = :dueOn,
                   closed_at = coalesce(closed_at, :closedAt), version = version + 1
             where kind = :kind and id = :id and version = :version\
            """).with(row).updateOne("Case " + row.kind() + " " + row.id());
        changed(row.kind(), row.unitId(), row.otherUnitId());
    }

    /** Of cases that are not closed. */
    void handOver(String kind, Collection<Long> ids, UnitId unit) {
        rows.sql("""
            update case_file set unit_id = :unit, version = version + 1
             where kind = :kind and id in (:ids) and closed_at is null\
            """).with("kind", kind).with("ids", ids).with("unit", unit).update();
        changed(kind, unit, null);
    }

    void write(Row row, CaseStep<?> step, Said said, Desk desk) {
        rows.sql("""
            insert into case_step (kind, case_id, step, state, round, day, document, note, unit_id, subject, at)
            values (:kind, :id, :step, :state, :round, :day, :document, :note, :unit, :subject, :at)\
            """)
                .with(row)
                .with(new Step(
                        step.name(),
                        said.day(),
                        said.document(),
                        said.note(),
                        desk.unit().id(),
                        desk.subject(),
                        desk.now()))
                .update();
    }

    /** Open cases in which a unit takes part, held until the transaction ends. */
    @Unscoped("a unit has ended; nobody asks")
    List<Long> listOpen(String kind, UnitId unit) {
        return rows.unscoped("""
            select id from case_file
             where kind = :kind and closed_at is null and (unit_id = :unit or other_unit_id = :unit)
             order by id for update\
            """).with("kind", kind).with("unit", unit).list(Long.class);
    }

    /** It is another version, though it stands where it stood. */
    void touch(String kind, long id) {
        rows.sql("update case_file set version = version + 1 where kind = :kind and id = :id")
                .with("kind", kind)
                .with("id", id)
                .update();
        for (var units : listUnits(kind, List.of(id))) changed(kind, units.unit(), units.other());
    }

    /** Whether a case is closed, in whatever state. */
    @Unscoped("of a case that was found in the caller's scope")
    boolean isEnded(String kind, long id) {
        return rows.unscoped("select 1 from case_file where kind = :kind and id = :id and closed_at is not null")
                .with("kind", kind)
                .with("id", id)
                .exists();
    }

    /** Puts one unit in the place of another one. */
    void replace(String kind, Collection<Long> ids, UnitId from, UnitId to) {
        rows.sql("""
            update case_file
               set unit_id = case when unit_id = :from then :to else unit_id end,
                   other_unit_id = case when other_unit_id = :from then :to else other_unit_id end,
                   version = version + 1
             where kind = :kind and id in (:ids)\
            """)
                .with("kind", kind)
                .with("ids", ids)
                .with("from", from)
                .with("to", to)
                .update();
        changed(kind, from, to);
    }

    private void changed(String kind, UnitId unit, @Nullable UnitId other) {
        var units = other == null ? List.of(unit) : List.of(unit, other);
        observers.orderedStream().forEach(observer -> observer.casesChanged(kind, units));
    }

    /** Of cases that the room holds; in this state, or as they stand. */
    void end(String kind, Collection<Long> ids, @Nullable String state, Instant at) {
        rows.sql("""
            update case_file
               set state = coalesce(:state, state), due_on = '9999-12-31', closed_at = :at, version = version + 1
             where kind = :kind and id in (:ids)\
            """)
                .with("kind", kind)
                .with("ids", ids)
                .with("state", state)
                .with("at", at)
                .update();
        for (var units : listUnits(kind, ids)) changed(kind, units.unit(), units.other());
    }

    private record Sides(UnitId unit, @Nullable UnitId other) {}

    @Unscoped("tells the other rooms; nobody sees the rows")
    private List<Sides> listUnits(String kind, Collection<Long> ids) {
        return rows.unscoped("""
            select distinct unit_id unit, other_unit_id other from case_file where kind = :kind and id in (:ids)\
            """).with("kind", kind).with("ids", ids).list(Sides.class);
    }

    /** Writes the same into the journals of cases, beside their steps; the states stay. */
    void write(
            String kind, Collection<Long> ids, String entry, LocalDate day, String note, String subject, Instant at) {
        rows.sql("""
            insert into case_step (kind, case_id, step, state, round, day, document, note, unit_id, subject, at)
            select kind, id, :entry, state, round, :day, null, :note, null, :subject, :at
              from case_file where kind = :kind and id in (:ids) order by id\
            """)
                .with("kind", kind)
                .with("ids", ids)
                .with("entry", entry)
                .with("day", day)
                .with("note", note)
                .with("subject", subject)
                .with("at", at)
                .update();
    }
}
