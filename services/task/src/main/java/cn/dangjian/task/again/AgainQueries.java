package cn.dangjian.task.again;

import static java.util.stream.Collectors.groupingBy;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads dispatches and assignments as they stand, some at a time. */
@Repository
@Unscoped("tells other services; nobody sees the rows")
class AgainQueries {

    private final Rows rows;

    AgainQueries(Rows rows) {
        this.rows = rows;
    }

    record Dispatched(
            long id,
            String number,
            long issuer,
            String title,
            LocalDateTime deadline,
            LocalDateTime issuedAt,
            boolean materialRequired,
            Hierarchy hierarchy,
            int addressed,
            long issuedBy,
            long version,
            long root,
            @Nullable Long parentAssignment,
            int depth,
            String mode,
            @Nullable String origin,
            @Nullable String originNumber,
            @Nullable String originTitle,
            @Nullable LocalDate originDay) {}

    /** A unit with the assignment that it was given, also if another one has it now. */
    record Addressed(long id, long unit) {}

    /**
     * Where an assignment stands.
     *
     * @param passedAt when it went to an heir, or ended with its unit, last
     * @param recalledAt when its dispatch, or one above, was withdrawn
     * @param heir who has what goes on instead of it
     */
    record Standing(
            long id,
            long dispatch,
            long unit,
            String state,
            long version,
            @Nullable LocalDateTime signedAt,
            @Nullable Long signedBy,
            @Nullable LocalDateTime dueAt,
            @Nullable Long fromUnit,
            @Nullable Long joinedTo,
            @Nullable String document,
            @Nullable LocalDateTime passedAt,
            @Nullable Long heir,
            @Nullable LocalDateTime recalledAt,
            LocalDateTime issuedAt) {}

    /** What was handed in, and what was said to that. */
    record Handed(
            long assignment,
            LocalDateTime submittedAt,
            long submittedBy,
            @Nullable String verdict,
            @Nullable LocalDateTime reviewedAt,
            @Nullable Long reviewedBy) {}

    /** Who had an assignment until when. */
    record Held(long assignment, long unit, LocalDateTime until) {}

    /** Since when an assignment had which date of its own: its issuer accepted that it could not be done before. */
    record Dated(long assignment, LocalDateTime due, LocalDateTime since) {}

    Optional<Dispatched> findDispatch(long after) {
        return rows.unscoped("""
            select id, number, issuer_id issuer, title, deadline, issued_at, material_required, hierarchy, addressed, issued_by, version,
                   root_id root, parent_assignment_id parent_assignment, depth, mode, origin, origin_number, origin_title,
                   origin_day
              from dispatch where id > :after order by id limit 1\
            """).with("after", after).find(Dispatched.class);
    }

    List<Addressed> listAddressed(long dispatch) {
        return rows.unscoped("""
            select id, coalesce(from_unit, unit_id) unit from assignment where dispatch_id = :dispatch order by id\
            """).with("dispatch", dispatch).list(Addressed.class);
    }

    List<Standing> listAssignments(long after, int most) {
        return rows.unscoped("""
            select a.id, a.dispatch_id dispatch, a.unit_id unit, a.state, a.version, a.signed_at, a.signed_by, a.due_at,
                   a.from_unit, a.joined_to, a.document,
                   (select max(h.at) from handover h where h.assignment_id = a.id) passed_at,
                   (select h.to_unit from handover h where h.assignment_id = a.id order by h.id desc limit 1) heir,
                   (select max(r.at) from recall r where r.dispatch_id = a.recalled_with) recalled_at,
                   d.issued_at
              from assignment a join dispatch d on d.id = a.dispatch_id
             where a.id > :after order by a.id limit :most\
            """).with("after", after).with("most", most).list(Standing.class);
    }

    /** By assignment, the first one first. */
    Map<Long, List<Handed>> listSubmissions(Collection<Long> assignments) {
        return rows.unscoped("""
            select assignment_id assignment, submitted_at, submitted_by, verdict, reviewed_at, reviewed_by
              from submission where assignment_id in (:assignments) order by assignment_id, number\
            """).with("assignments", assignments).list(Handed.class).stream()
                .collect(groupingBy(Handed::assignment));
    }

    /** By assignment, the first one first. */
    Map<Long, List<Held>> listHeld(Collection<Long> assignments) {
        return rows.unscoped("""
            select assignment_id assignment, from_unit unit, at until from handover
             where assignment_id in (:assignments) order by assignment_id, id\
            """).with("assignments", assignments).list(Held.class).stream()
                .collect(groupingBy(Held::assignment));
    }

    /** By assignment, the first one first. */
    Map<Long, List<Dated>> listDated(Collection<Long> assignments) {
        return rows.unscoped("""
            select assignment_id assignment, until due, replied_at since from voice
             where assignment_id in (:assignments) and state = 'ACCEPTED' and until is not null
             order by assignment_id, replied_at, id\
            """).with("assignments", assignments).list(Dated.class).stream()
                .collect(groupingBy(Dated::assignment));
    }
}
