package cn.dangjian.task.preview;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.directory.rows.Statement;
import cn.dangjian.task.dispatch.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;

/** How many units fit a target, and what they have to hand in. */
@Repository
class LoadQueries {

    private final Rows rows;

    LoadQueries(Rows rows) {
        this.rows = rows;
    }

    record TierUnits(Tier tier, long units) {}

    /**
     * So many units of a tier have so many assignments due on a day.
     *
     * @param assignments of each of them, one at least
     */
    record Load(Tier tier, LocalDate day, int assignments, long units) {}

    List<TierUnits> listUnits(Target target, Scope scope) {
        var statement = rows.sql("""
            select u.tier, count(*) units from unit u where {scope u} and {path u} > :scopeFrom and %s
             group by u.tier order by min(length(u.path)), u.tier\
            """.formatted(target.fits(scope.column())));
        return filled(statement, target, scope).list(TierUnits.class);
    }

    /**
     * Of the units that fit, from one instant to another; those that have nothing are not in it.
     *
     * @param offset seconds from UTC to where the days are counted
     */
    List<Load> list(Target target, Scope scope, Instant from, Instant to, int offset) {
        var statement = rows.sql("""
            select x.tier, x.day, x.assignments, count(*) units
              from (select u.tier, u.id, date(date_add(coalesce(a.due_at, d.deadline), interval :offset second)) day,
                           count(*) assignments
                      from unit u
                      straight_join assignment a force index (assignment_unit) on a.unit_id = u.id
                       and a.state in ('ADDRESSED', 'SIGNED', 'BROKEN_DOWN', 'WORKING', 'RETURNED')
                      straight_join dispatch d on d.id = a.dispatch_id
                     where {scope u} and {path u} > :scopeFrom and %s
                       and coalesce(a.due_at, d.deadline) between :from and :to
                     group by u.tier, u.id, day) x
             group by x.tier, x.day, x.assignments\
            """.formatted(target.fits(scope.column())));
        return filled(statement, target, scope)
                .with("from", from)
                .with("to", to)
                .with("offset", offset)
                .list(Load.class);
    }

    private static Statement filled(Statement statement, Target target, Scope scope) {
        target.values().forEach(statement::with);
        return statement.in(scope);
    }
}
