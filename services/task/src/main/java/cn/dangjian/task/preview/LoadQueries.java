package cn.dangjian.task.preview;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.directory.rows.Statement;
import cn.dangjian.task.dispatch.Addressing.NextTier;
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

    List<TierUnits> listUnits(Reach reach, Scope scope) {
        var statement = rows.sql("""
            select u.tier, count(*) units from unit u where {scope u} and {path u} > :scopeFrom and %s
             group by u.tier order by min(length(u.path)), u.tier\
            """.formatted(reach.fits(scope)));
        return filled(statement, reach, scope).list(TierUnits.class);
    }

    /** The first of them, in the order of the tree. */
    List<Named> listFirst(Reach reach, int most, Scope scope) {
        var statement = rows.sql("""
            select u.id unit, u.name, u.tier from unit u where {scope u} and {path u} > :scopeFrom and %s
             order by {path u} limit :most\
            """.formatted(reach.fits(scope)));
        return filled(statement, reach, scope).with("most", most).list(Named.class);
    }

    /** Directly below, and not in the next tier: branches of whoever leads villages or more; the first of them. */
    List<Named> listPassedOver(NextTier next, int most, Scope scope) {
        return passedOver("u.id unit, u.name, u.tier", "order by {path u} limit :most", next, scope)
                .with("most", most)
                .list(Named.class);
    }

    long countPassedOver(NextTier next, Scope scope) {
        return passedOver("count(*)", "", next, scope).get(Long.class);
    }

    private Statement passedOver(String what, String order, NextTier next, Scope scope) {
        return rows.sql("""
            select %s from unit u
             where {scope u} and {path u} > :scopeFrom and u.valid_to is null and u.kind <> 'DIVISION_GROUP'
               and %s and not (%s) %s\
            """.formatted(what, NextTier.direct(scope.by(), ":scopeFrom"), next.addressed(), order))
                .in(scope)
                .with("parents", next.parents());
    }

    /**
     * Of the units that fit, from one instant to another; those that have nothing are not in it.
     *
     * @param offset seconds from UTC to where the days are counted
     */
    List<Load> list(Reach reach, Scope scope, Instant from, Instant to, int offset) {
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
            """.formatted(reach.fits(scope)));
        return filled(statement, reach, scope)
                .with("from", from)
                .with("to", to)
                .with("offset", offset)
                .list(Load.class);
    }

    private static Statement filled(Statement statement, Reach reach, Scope scope) {
        reach.values().forEach(statement::with);
        return statement.in(scope);
    }
}
