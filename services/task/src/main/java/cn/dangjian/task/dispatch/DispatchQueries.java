package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Versioned;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What callers see of dispatches. */
@Repository
class DispatchQueries {

    private final JdbcClient jdbc;

    DispatchQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A dispatch as its issuer, the units above the issuer, the units addressed and those that co-operate or got a copy see
     * it.
     *
     * @param root the lineage: the dispatch at which it began
     * @param depth how many times it was forwarded since
     * @param earlyReason why it is due before the one above
     * @param provisional whether the deadline may be counted again, when the notice of a year is known
     */
    record DispatchView(
            DispatchId id,
            String number,
            UnitId issuer,
            String issuerName,
            String title,
            String text,
            String goal,
            OffsetDateTime deadline,
            boolean provisional,
            boolean materialRequired,
            Hierarchy hierarchy,
            int addressed,
            OffsetDateTime issuedAt,
            DispatchId root,
            int depth,
            Line.Mode mode,
            @Nullable String earlyReason,
            boolean withdrawn,
            long version)
            implements Versioned {}

    /**
     * One line of a list.
     *
     * @param root the lineage: the dispatch at which it began
     * @param depth how many times it was forwarded since
     */
    record DispatchLine(
            DispatchId id,
            String number,
            UnitId issuer,
            String issuerName,
            String title,
            OffsetDateTime deadline,
            Hierarchy hierarchy,
            int addressed,
            OffsetDateTime issuedAt,
            DispatchId root,
            int depth,
            boolean withdrawn) {}

    /** A dispatch as other services may have to know it before they hear of it. */
    record IssuedView(
            DispatchId id,
            String number,
            UnitId issuer,
            String title,
            OffsetDateTime deadline,
            Hierarchy hierarchy,
            int addressed,
            OffsetDateTime issuedAt) {}

    @Unscoped("for a service, which looks itself who may see it")
    Optional<IssuedView> findIssued(DispatchId id) {
        return jdbc.sql("""
            select id, number, issuer_id issuer, title, deadline, hierarchy, addressed, issued_at
              from dispatch where id = :id\
            """)
                .param("id", id.value())
                .query(Records.of(IssuedView.class))
                .optional();
    }

    /** Whether it would address more units than so many; the next tier is never as many. */
    boolean goesToMoreThan(int units, Target target, Scope scope) {
        if (target.choosesNothing() || target.namesUnits()) return false;
        return jdbc.sql("""
            select count(*) from (select 1 from unit u where u.%1$s > :from and u.%1$s <= :to and %2$s limit :most) x\
            """.formatted(scope.column(), target.fits(scope.column())))
                        .param("from", scope.from())
                        .param("to", scope.to())
                        .param("most", units + 1)
                        .params(target.values())
                        .query(Integer.class)
                        .single()
                > units;
    }

    /** A dispatch that was issued inside the scope, or that a unit inside it has, or had until it ended, or may see. */
    Optional<DispatchView> find(DispatchId id, Scope scope) {
        return jdbc.sql("""
            select d.id, d.number, d.issuer_id issuer, i.name issuer_name, d.title, d.text, d.goal, d.deadline,
                   exists (select 1 from working_deadline w where w.dispatch_id = d.id and w.provisional = true) provisional,
                   d.material_required, d.hierarchy, d.addressed, d.issued_at, coalesce(d.root_id, d.id) root, d.depth, d.mode,
                   d.early_reason, d.recalled_with is not null withdrawn, d.version
              from dispatch d join unit i on i.id = d.issuer_id
             where d.id = :id
               and (i.%1$s between :from and :to
                    or exists (select 1 from unit u join assignment a on a.dispatch_id = :id and a.unit_id = u.id
                                where u.%1$s between :from and :to)
                    or exists (select 1 from unit u join assignment a on a.dispatch_id = :id and a.from_unit = u.id
                                where u.%1$s between :from and :to)
                    or exists (select 1 from companion c join unit u on u.id = c.unit_id
                                where c.dispatch_id = :id and u.%1$s between :from and :to))\
            """.formatted(scope.column()))
                .param("id", id.value())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Records.of(DispatchView.class))
                .optional();
    }

    /** Dispatches issued inside the scope, the newest first. */
    List<DispatchLine> list(Scope scope, Slice slice) {
        return jdbc.sql("""
            select d.id, d.number, d.issuer_id issuer, i.name issuer_name, d.title, d.deadline, d.hierarchy, d.addressed,
                   d.issued_at, coalesce(d.root_id, d.id) root, d.depth, d.recalled_with is not null withdrawn
              from dispatch d join unit i on i.id = d.issuer_id
             where i.%s between :from and :to and d.id < :before
             order by d.id desc limit :rows\
            """.formatted(scope.column()))
                .param("from", scope.from())
                .param("to", scope.to())
                .param("before", slice.before())
                .param("rows", slice.rows())
                .query(Records.of(DispatchLine.class))
                .list();
    }
}
