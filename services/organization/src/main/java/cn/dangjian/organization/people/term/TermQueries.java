package cn.dangjian.organization.people.term;

import cn.dangjian.platform.directory.Headings;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Slice;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Terms by the day on which they are due, and how many of each sort there are below each unit. */
@Repository
class TermQueries {

    private final Rows rows;

    TermQueries(Rows rows) {
        this.rows = rows;
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
    private record After(LocalDate dueOn, long id) {

        static After of(Slice slice) {
            var last = Cursor.parse(slice.cursor(), 2);
            return last == null ? new After(LocalDate.EPOCH.minusDays(1), 0) : new After(last.day(0), last.number(1));
        }
    }

    /** Terms that serve, the one due first first. */
    List<Due> list(@Nullable LocalDate dueBefore, Slice slice, Scope scope) {
        return rows.sql("""
                        select s.id, s.unit_id, u.name, u.tier, s.number, s.started_on, s.term_years, s.due_on, s.document, s.version
                          from team_session s join unit u on u.id = s.unit_id
                         where s.ended_on is null and (s.due_on > :dueOn or (s.due_on = :dueOn and s.id > :id))
                           and {scope u} and u.valid_to is null\
                        """ + (dueBefore == null ? "" : " and s.due_on < :dueBefore")
                        + " order by s.due_on, s.id limit :rows")
                .in(scope)
                .with(After.of(slice))
                .with("dueBefore", dueBefore)
                .with("rows", slice.rows())
                .list(Due.class);
    }

    /** Counts for the units of a tier in the scope, in the order of the tree. */
    List<Counts> count(Tier tier, Counting counting, Slice slice, Scope scope) {
        var warnings = counting.warnings();
        var today = counting.today();
        return rows.sql("""
            select c.id unit, c.name, c.at path, count(s.id) sessions,
                   coalesce(sum(s.due_on > :first and regular > :today), 0) running,
                   coalesce(sum(s.due_on <= :first and s.due_on > :second and regular > :today), 0) first,
                   coalesce(sum(s.due_on <= :second and s.due_on > :last and regular > :today), 0) second,
                   coalesce(sum(s.due_on <= :last and s.due_on > :today and regular > :today), 0) last,
                   coalesce(sum(s.due_on > :today and regular <= :today), 0) extended,
                   coalesce(sum(s.due_on <= :today), 0) expired
              from (select t.id, t.name, {path t} at from unit t
                     where %s and {scope t} and {path t} > :path and t.valid_to is null
                     order by {path t} limit :rows) c
              left join unit u on {path u} between c.at and concat(c.at, '~') and u.valid_to is null
              left join (select id, unit_id, due_on, date_add(started_on, interval term_years year) regular
                           from team_session where ended_on is null) s on s.unit_id = u.id
             group by c.id, c.name, c.at order by c.at\
            """.formatted(Headings.standsAt(tier, "t")))
                .in(scope)
                .inTree(slice)
                .with("today", today)
                .with("first", today.plusDays(warnings.first()))
                .with("second", today.plusDays(warnings.second()))
                .with("last", today.plusDays(warnings.last()))
                .list(Counts.class);
    }
}
