package cn.dangjian.organization.field.weak;

import cn.dangjian.organization.field.weak.WeakCase.Role;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.web.caller.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code weak_link}, {@code weak_measure}, {@code weak_step}: what belongs to a case that was found in scope. */
@Repository
class WeakPartRepository {

    private final JdbcClient jdbc;

    WeakPartRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param toDay the last day; null while it lasts */
    record Link(
            long id,
            Role role,
            String name,
            String unit,
            LocalDate fromDay,
            @Nullable LocalDate toDay) {}

    record Measure(
            long id,
            int round,
            String text,
            String responsible,
            LocalDate dueOn,
            @Nullable LocalDate doneOn,
            @Nullable String result) {}

    /** What was said at a step. */
    record Said(
            LocalDate day,
            @Nullable String document,
            @Nullable String note) {}

    void record(WeakCase weak, Step step, Said said, Caller caller, Instant at) {
        jdbc.sql("""
            insert into weak_step (case_id, step, round, day, document, note, unit_id, subject, at)
            values (:case, :step, :round, :day, :document, :note, :unit, :subject, :at)\
            """)
                .param("case", weak.id())
                .param("step", step.name())
                .param("round", weak.round())
                .param("day", said.day())
                .param("document", said.document())
                .param("note", said.note())
                .param("unit", caller.unit())
                .param("subject", caller.subject())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    long insert(WeakCase weak, LinkResponsible.Plan plan) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into weak_link (case_id, role, name, unit, from_day, to_day)
            values (:case, :role, :name, :unit, :first, :last)\
            """)
                .param("case", weak.id())
                .param("role", plan.role().name())
                .param("name", plan.name())
                .param("unit", plan.unit())
                .param("first", plan.from())
                .param("last", plan.to())
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    @Unscoped("of a case that was found in the caller's scope")
    List<Link> listLinks(long id) {
        return jdbc.sql("select id, role, name, unit, from_day, to_day from weak_link where case_id = :id order by id")
                .param("id", id)
                .query(Link.class)
                .list();
    }

    void end(long link, LocalDate day) {
        jdbc.sql("update weak_link set to_day = :day where id = :id")
                .param("day", day)
                .param("id", link)
                .update();
    }

    /** The roles that somebody holds on a day. */
    @Unscoped("of a case that was found in the caller's scope")
    Set<Role> held(long id, LocalDate day) {
        return jdbc.sql("""
            select role from weak_link
             where case_id = :id and from_day <= :day and (to_day is null or to_day >= :day)\
            """).param("id", id).param("day", day).query(Role.class).set();
    }

    long insert(WeakCase weak, PlanMeasures.Plan plan) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into weak_measure (case_id, round, text, responsible, due_on)
            values (:case, :round, :text, :responsible, :due)\
            """)
                .param("case", weak.id())
                .param("round", weak.round())
                .param("text", plan.text())
                .param("responsible", plan.responsible())
                .param("due", plan.dueOn())
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    @Unscoped("of a case that was found in the caller's scope")
    List<Measure> listMeasures(long id) {
        return jdbc.sql("""
            select id, round, text, responsible, due_on, done_on, result from weak_measure
             where case_id = :id order by id\
            """).param("id", id).query(Measure.class).list();
    }

    Optional<Measure> measure(long id, long measure) {
        return listMeasures(id).stream().filter(one -> one.id() == measure).findFirst();
    }

    void complete(long measure, LocalDate day, String result) {
        jdbc.sql("update weak_measure set done_on = :day, result = :result where id = :id")
                .param("day", day)
                .param("result", result)
                .param("id", measure)
                .update();
    }
}
