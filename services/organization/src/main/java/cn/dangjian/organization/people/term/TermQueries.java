package cn.dangjian.organization.people.term;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Terms by the day on which they are due, and how many of each sort there are below each unit. */
@Repository
class TermQueries {

    private final JdbcClient jdbc;

    TermQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A term that serves, and whose it is. */
    record Due(
            long id,
            UnitId unitId,
            String name,
            Tier tier,
            int number,
            LocalDate startedOn,
            int termYears,
            LocalDate dueOn,
            String document,
            long version) {

        Session session() {
            return new Session(id, unitId, number, startedOn, termYears, dueOn, null, document, version);
        }
    }

    /**
     * How many terms below a unit are of each sort.
     *
     * @param first due within the first warning's days, and not within the second's; likewise the others
     */
    record Counts(
            UnitId unit,
            String name,
            @JsonIgnore String path,
            int sessions,
            int running,
            int first,
            int second,
            int last,
            int extended,
            int expired) {}

    /** The day and the warnings by which terms are counted. */
    record Counting(LocalDate today, Warnings warnings) {}

    /** Where a page begins: after the term that is due on this day and has this id. */
    record After(LocalDate dueOn, long id) {}

    /** Terms that serve, the one due first first. */
    List<Due> list(Scope scope, @Nullable LocalDate dueBefore, After after, int limit) {
        var query = jdbc.sql("""
            select s.id, s.unit_id, u.name, u.tier, s.number, s.started_on, s.term_years, s.due_on, s.document, s.version
              from team_session s join unit u on u.id = s.unit_id
             where s.ended_on is null and (s.due_on > :due or (s.due_on = :due and s.id > :id))
               and u.%s between :from and :to and u.valid_to is null\
            """.formatted(scope.column()) + (dueBefore == null ? "" : " and s.due_on < :before")
                        + " order by s.due_on, s.id limit :limit")
                .param("due", after.dueOn())
                .param("id", after.id())
                .param("from", scope.from())
                .param("to", scope.to())
                .param("limit", limit);
        if (dueBefore != null) query = query.param("before", dueBefore);
        return query.query(Due.class).list();
    }

    /** Counts for the units of a tier in the scope, in the order of the tree. */
    List<Counts> count(Scope scope, Tier tier, Counting counting, String after, int limit) {
        var warnings = counting.warnings();
        var today = counting.today();
        return jdbc.sql("""
            select c.id unit, c.name, c.at path, count(s.id) sessions,
                   coalesce(sum(s.due_on > :first and regular > :today), 0) running,
                   coalesce(sum(s.due_on <= :first and s.due_on > :second and regular > :today), 0) first,
                   coalesce(sum(s.due_on <= :second and s.due_on > :last and regular > :today), 0) second,
                   coalesce(sum(s.due_on <= :last and s.due_on > :today and regular > :today), 0) last,
                   coalesce(sum(s.due_on > :today and regular <= :today), 0) extended,
                   coalesce(sum(s.due_on <= :today), 0) expired
              from (select id, name, %1$s at from unit
                     where tier = :tier and %1$s between :from and :to and %1$s > :after and valid_to is null
                     order by %1$s limit :limit) c
              left join unit u on u.%1$s between c.at and concat(c.at, '~') and u.valid_to is null
              left join (select id, unit_id, due_on, date_add(started_on, interval term_years year) regular
                           from team_session where ended_on is null) s on s.unit_id = u.id
             group by c.id, c.name, c.at order by c.at\
            """.formatted(scope.column()))
                .param("tier", tier.name())
                .param("today", today)
                .param("first", today.plusDays(warnings.first()))
                .param("second", today.plusDays(warnings.second()))
                .param("last", today.plusDays(warnings.last()))
                .param("from", scope.from())
                .param("to", scope.to())
                .param("after", after)
                .param("limit", limit)
                .query(Counts.class)
                .list();
    }
}
