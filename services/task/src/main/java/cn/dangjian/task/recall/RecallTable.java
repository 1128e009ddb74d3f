package cn.dangjian.task.recall;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.task.dispatch.DispatchId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code recall}. */
@Repository
@Unscoped("of a dispatch whose issuer was found in the caller's scope before")
class RecallTable {

    private final Rows rows;

    RecallTable(Rows rows) {
        this.rows = rows;
    }

    enum Kind {
        /** 撤回. */
        WITHDRAWN,
        /** 延期. */
        EXTENDED,
        /** 重开. */
        REOPENED
    }

    /** @param assignments how many units it concerned */
    record Recall(Kind kind, String reason, @Nullable OffsetDateTime until, int dispatches, int assignments) {}

    void insert(DispatchId dispatch, Recall recall, Desk desk) {
        rows.sql("""
            insert into recall (dispatch_id, kind, reason, until, dispatches, assignments, unit_id, subject, at)
            values (:dispatch, :kind, :reason, :until, :dispatches, :assignments, :unit, :subject, :at)\
            """)
                .with(recall)
                .with("dispatch", dispatch)
                .with("unit", desk.unit().id())
                .by(desk)
                .insert();
    }

    /** What was done to it. */
    record RecallView(
            Kind kind,
            String reason,
            @Nullable OffsetDateTime until,
            int dispatches,
            int assignments,
            OffsetDateTime at) {}

    /** The chain of a dispatch that was issued inside the scope, or that addresses a unit inside it. */
    Optional<String> findChain(DispatchId dispatch, Scope scope) {
        return rows.sql("""
            select d.chain from dispatch d join unit i on i.id = d.issuer_id
             where d.id = :dispatch
               and ({scope i} or exists (select 1 from assignment a join unit u on u.id = a.unit_id
                                          where a.dispatch_id = :dispatch and {scope u}))\
            """).in(scope).with("dispatch", dispatch).find(String.class);
    }

    /** To this dispatch itself, or to one above together with it. */
    List<RecallView> list(String chain) {
        return rows.unscoped("""
            select r.kind, r.reason, r.until, r.dispatches, r.assignments, r.at
              from recall r join dispatch d on d.id = r.dispatch_id
             where :chain like concat(d.chain, '%') order by r.id\
            """).with("chain", chain).list(RecallView.class);
    }

    /** Whether a unit goes on with what another one issued: it holds what that one broke down, or is its heir. */
    boolean isHolder(DispatchId dispatch, UnitId unit) {
        return rows.unscoped("""
            select 1 from dispatch d
             where d.id = :dispatch
               and (d.issuer_id = :unit
                    or exists (select 1 from assignment c where c.id = d.parent_assignment_id and c.unit_id = :unit)
                    or exists (select 1 from heir_done h where h.unit_id = d.issuer_id and h.heir_id = :unit))\
            """).with("dispatch", dispatch).with("unit", unit).exists();
    }

    /** Whether the dispatch of which a unit broke down its part was withdrawn. */
    boolean isWithdrawnAbove(DispatchId dispatch) {
        return rows.unscoped("""
            select 1 from dispatch d
              join assignment a on a.id = d.parent_assignment_id
              join dispatch p on p.id = a.dispatch_id
             where d.id = :dispatch and p.recalled_with is not null\
            """).with("dispatch", dispatch).exists();
    }

    /** By when a unit itself has to hand in what it broke down. */
    Optional<OffsetDateTime> findDueAbove(DispatchId dispatch) {
        return rows.unscoped("""
            select greatest(coalesce(a.due_at, p.deadline), p.deadline)
              from dispatch d
              join assignment a on a.id = d.parent_assignment_id
              join dispatch p on p.id = a.dispatch_id
             where d.id = :dispatch\
            """).with("dispatch", dispatch).find(OffsetDateTime.class);
    }
}
