package cn.dangjian.task.relay;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.dispatch.Line.Level;
import cn.dangjian.task.dispatch.Line.Mode;
import cn.dangjian.task.flow.AssignmentId;
import cn.dangjian.task.flow.State;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The chain seen from below, and from above. */
@Repository
class LineageQueries {

    private final Rows rows;

    LineageQueries(Rows rows) {
        this.rows = rows;
    }

    /** The ids of the dispatches from the root down to that of an assignment within the scope, or that came from there. */
    Optional<List<Long>> findChain(AssignmentId assignment, Scope scope) {
        return rows.sql("""
            select d.chain
              from assignment a
              join unit u on u.id = a.unit_id
              join dispatch d on d.id = a.dispatch_id
             where a.id = :id
               and ({scope u} or exists (select 1 from unit f where f.id = a.from_unit and {scope f}))\
            """).in(scope).with("id", assignment).find((row, number) -> ids(row.getString(1)));
    }

    private static List<Long> ids(String chain) {
        return Arrays.stream(chain.split("/", -1))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .toList();
    }

    /**
     * One tier's part of why a unit has a task.
     *
     * @param text what this tier said, as it said it
     * @param earlyReason why it set a date before the one above
     * @param standing whether a standing instruction forwarded it; its holder is who issued it
     * @param issuedBy the account
     * @param unit who got it on the way down
     */
    record Step(
            DispatchId dispatch,
            String number,
            UnitId issuer,
            String issuerName,
            String text,
            String goal,
            OffsetDateTime deadline,
            Mode mode,
            @Nullable String earlyReason,
            boolean standing,
            long issuedBy,
            OffsetDateTime issuedAt,
            boolean withdrawn,
            AssignmentId assignment,
            UnitId unit,
            String unitName,
            State state,
            @Nullable OffsetDateTime signedAt) {}

    /** From the root down; nothing beside the line. */
    @Unscoped("the assignment was found within the caller's scope: upwards he sees the line, never the siblings")
    List<Step> listSteps(List<Long> chain, AssignmentId assignment) {
        return rows.unscoped("""
            select d.id dispatch, d.number, d.issuer_id issuer, i.name issuer_name, d.text, d.goal, d.deadline, d.mode,
                   d.early_reason, d.passed_on is not null standing, d.issued_by, d.issued_at,
                   d.recalled_with is not null withdrawn,
                   a.id assignment, u.id unit, u.name unit_name, a.state, a.signed_at
              from dispatch d
              join unit i on i.id = d.issuer_id
              left join dispatch n on n.id in (:chain) and n.depth = d.depth + 1
              join assignment a on a.id = coalesce(n.parent_assignment_id, :assignment)
              join unit u on u.id = a.unit_id
             where d.id in (:chain)
             order by d.depth\
            """)
                .with("chain", chain)
                .with("assignment", assignment)
                .list(Step.class);
    }

    /** The document from which a task comes; of its issuer's own, if nothing else was said. */
    record OriginView(
            DispatchId root,
            String title,
            Level level,
            @Nullable String number,
            @Nullable String document,
            @Nullable LocalDate day) {}

    @Unscoped("the assignment was found within the caller's scope: upwards he sees the line")
    OriginView getOrigin(long root) {
        return rows.unscoped("""
            select id root, title, coalesce(origin, 'OWN') level, origin_number number, origin_title document,
                   origin_day day
              from dispatch where id = :root\
            """).with("root", root).get(OriginView.class);
    }

    /**
     * What became of a dispatch at a unit that it addresses.
     *
     * @param forwardings how many times the unit has forwarded it
     * @param forwardedUntil the earliest date that it set
     * @param earlyReason why that is before its own
     * @param expected whether it is to forward it and has not yet: it was relayed, and there is a tier below
     * @param persons how many persons have it
     * @param below how many units have it below, over all tiers
     * @param belowApproved how many of these are done
     */
    record Branch(
            AssignmentId assignment,
            UnitId unit,
            String unitName,
            String path,
            State state,
            @Nullable OffsetDateTime signedAt,
            @Nullable OffsetDateTime dueAt,
            int forwardings,
            @Nullable OffsetDateTime forwardedUntil,
            @Nullable String earlyReason,
            boolean expected,
            int persons,
            int below,
            int belowApproved) {}

    /** The units that a dispatch addresses within the scope, in the order of the tree. */
    List<Branch> listBranches(DispatchId dispatch, Scope scope, Slice slice) {
        return rows.sql("""
            select x.*,
                   x.mode = 'RELAY' and x.forwardings = 0
                     and x.state in ('ADDRESSED', 'SIGNED', 'BROKEN_DOWN', 'WORKING', 'RETURNED')
                     and exists (select 1 from unit c where c.parent_id = x.unit and c.valid_to is null
                                    and (c.tier not in ('BRANCH', 'GROUP', 'HOUSEHOLD')
                                         or x.tier in ('BRANCH', 'GROUP'))) expected,
                   (select count(*) from responsible r where r.assignment_id = x.assignment and r.released_at is null) persons,
                   (select count(*)
                      from dispatch f straight_join dispatch g on g.chain between f.chain and concat(f.chain, '~')
                           straight_join assignment b on b.dispatch_id = g.id
                     where f.parent_assignment_id = x.assignment
                       and b.state not in ('WITHDRAWN', 'MERGED', 'CLOSED')) below,
                   (select count(*)
                      from dispatch f straight_join dispatch g on g.chain between f.chain and concat(f.chain, '~')
                           straight_join assignment b on b.dispatch_id = g.id
                     where f.parent_assignment_id = x.assignment and b.state = 'APPROVED') below_approved
              from (
                select a.id assignment, u.id unit, u.name unit_name, {path u} path, a.state, a.signed_at, a.due_at, u.tier,
                       d.mode,
                       (select count(*) from dispatch f
                         where f.parent_assignment_id = a.id and f.recalled_with is null) forwardings,
                       (select min(f.deadline) from dispatch f
                         where f.parent_assignment_id = a.id and f.recalled_with is null) forwarded_until,
                       (select min(f.early_reason) from dispatch f
                         where f.parent_assignment_id = a.id and f.recalled_with is null) early_reason
                  from unit u
                  join assignment a on a.dispatch_id = :dispatch and a.unit_id = u.id
                  join dispatch d on d.id = a.dispatch_id
                 where {scope u} and ({path u} > :path or {path u} = :path and a.id > :id)
                 order by {path u}, a.id limit :rows) x
             order by x.path, x.assignment\
            """).in(scope).inTree(slice).with("dispatch", dispatch).list(Branch.class);
    }
}
