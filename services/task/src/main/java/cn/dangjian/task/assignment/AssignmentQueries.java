package cn.dangjian.task.assignment;

import static java.util.stream.Collectors.joining;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.flow.AssignmentId;
import cn.dangjian.task.flow.State;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What callers see of assignments. */
@Repository
class AssignmentQueries {

    private final JdbcClient jdbc;

    AssignmentQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An assignment with the task it belongs to: who asked for it, and what for.
     *
     * @param provisional whether the deadline may be counted again, when the notice of a year is known
     * @param dueAt its own date, if it was given one when it was returned; the deadline otherwise
     * @param fromUnit the unit that was addressed, if it ended and another one has it now
     * @param joinedTo what goes on instead of a merged one
     * @param document by which the unit of a merged or closed one ended
     * @param root the lineage: the dispatch at which it began
     */
    record AssignmentView(
            AssignmentId id,
            DispatchId dispatch,
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
            UnitId unit,
            String unitName,
            State state,
            @Nullable OffsetDateTime signedAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable UnitId fromUnit,
            @Nullable AssignmentId joinedTo,
            @Nullable String document,
            DispatchId root,
            long version) {}

    /** One line of a list. */
    record AssignmentLine(
            AssignmentId id,
            DispatchId dispatch,
            String number,
            String title,
            OffsetDateTime deadline,
            UnitId unit,
            String unitName,
            State state,
            @Nullable OffsetDateTime signedAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable UnitId fromUnit,
            @Nullable AssignmentId joinedTo,
            long version,
            String path) {}

    /** What was handed in, and the answer to it. */
    record SubmissionView(
            int number,
            String report,
            String materials,
            OffsetDateTime submittedAt,
            @Nullable String verdict,
            @Nullable String reason,
            @Nullable OffsetDateTime reviewedAt,
            @Nullable Integer parts,
            @Nullable Integer partsApproved) {}

    /** Also what another unit has now of one inside the scope that ended. */
    Optional<AssignmentView> find(AssignmentId id, Scope scope) {
        return jdbc.sql("""
            select a.id, d.id dispatch, d.number, d.issuer_id issuer, i.name issuer_name, d.title, d.text, d.goal,
                   d.deadline,
                   exists (select 1 from working_deadline w where w.dispatch_id = d.id and w.provisional = true) provisional,
                   d.material_required, d.hierarchy, u.id unit, u.name unit_name, a.state, a.signed_at,
                   a.due_at, a.from_unit, a.joined_to, a.document, coalesce(d.root_id, d.id) root, a.version
              from assignment a
              join unit u on u.id = a.unit_id
              join dispatch d on d.id = a.dispatch_id
              join unit i on i.id = d.issuer_id
             where a.id = :id and %s\
            """.formatted(hasOrHad(scope)))
                .param("id", id.value())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Records.of(AssignmentView.class))
                .optional();
    }

    /** Whether unit {@code u} of assignment {@code a} is inside the scope, or the one from which it came. */
    private static String hasOrHad(Scope scope) {
        return """
            (u.%1$s between :from and :to
              or exists (select 1 from unit f where f.id = a.from_unit and f.%1$s between :from and :to))\
            """.formatted(scope.column());
    }

    List<SubmissionView> listSubmissions(AssignmentId id, Scope scope) {
        return jdbc.sql("""
            select s.number, s.report, s.materials, s.submitted_at, s.verdict, s.reason, s.reviewed_at,
                   s.parts, s.parts_approved
              from submission s
              join assignment a on a.id = s.assignment_id
              join unit u on u.id = a.unit_id
             where s.assignment_id = :id and %s
             order by s.number\
            """.formatted(hasOrHad(scope)))
                .param("id", id.value())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Records.of(SubmissionView.class))
                .list();
    }

    /**
     * The assignments of the unit of an own-unit scope, the newest first: those of each state are found in the index, however many the unit has
     * had before.
     */
    List<AssignmentLine> listOwn(UnitId unit, Scope own, Set<State> states, Slice slice) {
        String newest = states.stream().map("""
            (select id from assignment force index (assignment_unit)
              where unit_id = :unit and state = '%s' and id < :before order by id desc limit :rows)\
            """::formatted).collect(joining("\nunion all\n"));
        return jdbc.sql("""
            select straight_join a.id, d.id dispatch, d.number, d.title, d.deadline, u.id unit, u.name unit_name, a.state,
                   a.signed_at, a.due_at, a.from_unit, a.joined_to, a.version, u.path
              from (select x.id from (%s) x order by x.id desc limit :rows) n
              join assignment a on a.id = n.id
              join unit u on u.id = a.unit_id
              join dispatch d on d.id = a.dispatch_id
             where u.path between :from and :to
             order by a.id desc\
            """.formatted(newest))
                .param("unit", unit.value())
                .param("from", own.from())
                .param("to", own.to())
                .param("before", slice.before())
                .param("rows", slice.rows())
                .query(Records.of(AssignmentLine.class))
                .list();
    }

    /**
     * The assignments of one dispatch inside the scope, in the order of the tree. What a unit outside has now stands where
     * the one stood that was addressed.
     */
    List<AssignmentLine> listOfDispatch(
            DispatchId dispatch, Scope scope, @Nullable State state, String after, int rows) {
        return jdbc.sql("""
            select x.* from (
              (select a.id, d.id dispatch, d.number, d.title, d.deadline, u.id unit, u.name unit_name, a.state,
                      a.signed_at, a.due_at, a.from_unit, a.joined_to, a.version, u.%1$s path
                 from unit u
                 join assignment a on a.dispatch_id = :dispatch and a.unit_id = u.id
                 join dispatch d on d.id = a.dispatch_id
                where u.%1$s between :from and :to and u.%1$s > :after and (:state is null or a.state = :state)
                order by u.%1$s limit :rows)
              union all
              (select a.id, d.id dispatch, d.number, d.title, d.deadline, u.id unit, u.name unit_name, a.state,
                      a.signed_at, a.due_at, a.from_unit, a.joined_to, a.version, f.%1$s path
                 from unit f
                 join assignment a on a.from_unit = f.id and a.dispatch_id = :dispatch and a.unit_id <> f.id
                 join unit u on u.id = a.unit_id
                 join dispatch d on d.id = a.dispatch_id
                where f.%1$s between :from and :to and f.%1$s > :after and (:state is null or a.state = :state)
                  and (u.%1$s is null or u.%1$s not between :from and :to)
                order by f.%1$s limit :rows)) x
             order by x.path limit :rows\
            """.formatted(scope.column()))
                .param("dispatch", dispatch.value())
                .param("from", scope.from())
                .param("to", scope.to())
                .param("after", after)
                .param("state", state == null ? null : state.name())
                .param("rows", rows)
                .query(Records.of(AssignmentLine.class))
                .list();
    }

    /**
     * What waits for review by the unit at which a scope begins: submissions of the organisations directly below it, of tasks that
     * came down by the same hierarchy, and of whatever it forwarded itself to units that are below it still. By territory also what came down a line to a unit that has nobody above it there
     * any more.
     *
     * @param parents what these organisations may name as their parent in the territory
     */
    List<AssignmentLine> listToReview(List<Long> parents, Scope subtree, Slice slice) {
        var after = slice.after();
        return jdbc.sql("""
            select x.* from (
              (select %4$s
                 from unit p
                 join unit u on %2$s
                 join assignment a on a.unit_id = u.id and a.state in ('SUBMITTED', 'IN_REVIEW')
                 join dispatch d on d.id = a.dispatch_id
                where p.%1$s = :from and (d.hierarchy = :by %3$s) and %5$s
                  and (d.parent_assignment_id is null
                       or not exists (
                         select 1 from assignment c join unit h on h.id = c.unit_id and h.valid_to is null
                          where c.id = d.parent_assignment_id and c.state <> 'CLOSED'
                            and (u.path between h.path and concat(h.path, '~')
                                 or (d.hierarchy = 'LINE'
                                     and u.line_path between h.line_path and concat(h.line_path, '~')))))
                order by u.%1$s, a.id limit :rows)
              union all
              (select %4$s
                 from unit p
                 join assignment c on c.unit_id = p.id and c.state <> 'CLOSED'
                 join dispatch d on d.parent_assignment_id = c.id
                 join assignment a on a.dispatch_id = d.id and a.state in ('SUBMITTED', 'IN_REVIEW')
                 join unit u on u.id = a.unit_id and u.%1$s between :from and :to
                where p.%1$s = :from and %5$s
                order by u.%1$s, a.id limit :rows)) x
             order by x.path, x.id limit :rows\
            """.formatted(subtree.column(), below(subtree), alone(subtree), line(subtree), after(subtree)))
                .param("from", subtree.from())
                .param("to", subtree.to())
                .param("by", subtree.by().name())
                .param("parents", parents)
                .param("path", after.path())
                .param("id", after.id())
                .param("rows", slice.rows())
                .query(Records.of(AssignmentLine.class))
                .list();
    }

    private static String line(Scope subtree) {
        return """
            a.id, d.id dispatch, d.number, d.title, d.deadline, u.id unit, u.name unit_name, a.state, a.signed_at, a.due_at,
            a.from_unit, a.joined_to, a.version, u.%s path\
            """.formatted(subtree.column());
    }

    private static String after(Scope subtree) {
        return "(u.%1$s > :path or u.%1$s = :path and a.id > :id)".formatted(subtree.column());
    }

    private static String below(Scope subtree) {
        return switch (subtree.by()) {
            case BLOCK -> "u.parent_id in (:parents) and u.path between :from and :to";
            case LINE -> "u.line_path between :from and :to and u.line_path like concat(p.line_path, '_____')";
        };
    }

    private static String alone(Scope subtree) {
        return subtree.by() == Hierarchy.LINE ? "" : "or u.line_path is null or u.line_path like '______'";
    }
}
