package cn.dangjian.dues.remit.share;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** What was collected, sent and received, from kept sums and handovers. */
@Repository
class ShareQueries {

    private final Rows rows;

    ShareQueries(Rows rows) {
        this.rows = rows;
    }

    /** A unit that passes on. */
    record Payer(long id, String name, Tier tier, String path) {

        static Payer of(Unit unit) {
            return new Payer(unit.id().value(), unit.name(), unit.tier(), unit.path());
        }
    }

    /** What was collected at and below a unit, and what it has sent and others have received of it, to settle a month. */
    record Month(long unit, LocalDate month, long collected, long sent, long received) {}

    /**
     * What is with a unit now.
     *
     * @param holds its money
     * @param underway what it has sent and nobody has received
     * @param differences what it has sent and did not arrive
     */
    record Now(long unit, long holds, long underway, long differences) {}

    /** The organisations directly below, in the order of the tree. */
    List<Payer> listChildren(List<Long> parents, Scope scope) {
        return rows.sql("""
            select u.id, u.name, u.tier, u.path from unit u
             where {scope u} and u.parent_id in (:parents) and u.kind <> 'DIVISION_GROUP' order by u.path\
            """).in(scope).with("parents", parents).list(Payer.class);
    }

    @Unscoped("units that were found in the caller's scope")
    List<Month> listMonths(Collection<Payer> units, LocalDate from, LocalDate to) {
        if (units.isEmpty()) return List.of();
        return rows.unscoped("""
            select unit, month, cast(sum(collected) as signed) collected, cast(sum(sent) as signed) sent,
                   cast(sum(received) as signed) received from (
              select u.id unit, m.month, m.collected, 0 sent, 0 received
                from unit u straight_join tier_month m on m.path = u.path and m.month between :from and :to
               where u.id in (:units)
               union all
              select r.unit_id, r.until_month, 0, r.sent_fen,
                     coalesce(r.received_fen, 0) + coalesce((select sum(d.fen) from difference d
                        where d.remittance_id = r.id and d.kind = 'FOUND' and d.state = 'BOOKED'), 0)
                from remittance r force index (remittance_unit)
               where r.unit_id in (:units) and r.until_month between :from and :to and r.fund = 'DUES') m
             group by unit, month order by unit, month\
            """)
                .with("units", units.stream().map(Payer::id).toList())
                .with("from", from)
                .with("to", to)
                .list(Month.class);
    }

    @Unscoped("units that were found in the caller's scope")
    List<Now> listNow(Collection<Payer> units) {
        if (units.isEmpty()) return List.of();
        return rows.unscoped("""
            select unit_id unit, cast(sum(held) as signed) holds, cast(sum(transit) as signed) underway,
                   cast(sum(difference) as signed) differences
              from unit_month where unit_id in (:units) group by unit_id\
            """)
                .with("units", units.stream().map(Payer::id).toList())
                .list(Now.class);
    }
}
