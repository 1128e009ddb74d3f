package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.OwnUnit;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Versioned;
import cn.dangjian.task.assignment.AssignmentQueries.AssignmentLine;
import cn.dangjian.task.assignment.AssignmentQueries.AssignmentView;
import cn.dangjian.task.assignment.AssignmentQueries.SubmissionView;
import cn.dangjian.task.assignment.Submission.Material;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.dispatch.DispatchRefusal;
import cn.dangjian.task.dispatch.Origins;
import cn.dangjian.task.flow.AssignmentId;
import cn.dangjian.task.flow.State;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Door for looking at assignments. */
@Tag(name = "assignments 任务办理")
@RestController
class AssignmentListController {

    private final AssignmentQueries assignments;
    private final Origins origins;
    private final JsonMapper json;

    AssignmentListController(AssignmentQueries assignments, Origins origins, JsonMapper json) {
        this.assignments = assignments;
        this.origins = origins;
        this.json = json;
    }

    /**
     * One line of a list.
     *
     * @param dueAt its own date, if it was given one when it was returned; the deadline otherwise
     * @param fromUnit the unit that was addressed, if it ended and another one has it now
     * @param joinedTo what goes on instead of a merged one
     * @param version to be sent back with what is decided about it
     */
    record LineResponse(
            AssignmentId id,
            DispatchId dispatch,
            String number,
            String title,
            OffsetDateTime deadline,
            long unit,
            String unitName,
            State state,
            @Nullable OffsetDateTime signedAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable UnitId fromUnit,
            @Nullable AssignmentId joinedTo,
            long version) {

        static LineResponse of(AssignmentLine line) {
            return new LineResponse(
                    line.id(),
                    line.dispatch(),
                    line.number(),
                    line.title(),
                    line.deadline(),
                    line.unit().value(),
                    line.unitName(),
                    line.state(),
                    line.signedAt(),
                    line.dueAt(),
                    line.fromUnit(),
                    line.joinedTo(),
                    line.version());
        }
    }

    /** An assignment with everything that was handed in. */
    record AssignmentDetail(@JsonUnwrapped AssignmentView assignment, List<SubmissionResponse> submissions)
            implements Versioned {

        @Override
        @JsonIgnore
        public long version() {
            return assignment.version();
        }
    }

    /**
     * What was handed in, and the answer to it.
     *
     * @param parts into how many it was broken down when it was handed in
     * @param partsApproved how many of them were approved by then
     */
    record SubmissionResponse(
            int number,
            String report,

            List<Material> materials,
            OffsetDateTime submittedAt,
            @Nullable String verdict,
            @Nullable String reason,
            @Nullable OffsetDateTime reviewedAt,
            @Nullable Integer parts,
            @Nullable Integer partsApproved) {

        static SubmissionResponse of(SubmissionView view, JsonMapper json) {
            return new SubmissionResponse(
                    view.number(),
                    view.report(),
                    List.of(json.readValue(view.materials(), Material[].class)),
                    view.submittedAt(),
                    view.verdict(),
                    view.reason(),
                    view.reviewedAt(),
                    view.parts(),
                    view.partsApproved());
        }
    }

    @Operation(summary = "任务办理详情 / An assignment with its task and what was handed in")
    @GetMapping("/v1/assignments/{id}")
    ResponseEntity<AssignmentDetail> get(@PathVariable AssignmentId id, @Subtree(lines = true) Scope scope) {
        var found = assignments.find(id, scope).orElseThrow(AssignmentRefusal.UNKNOWN);
        var submissions = assignments.listSubmissions(id, scope).stream()
                .map(view -> SubmissionResponse.of(view, json))
                .toList();
        return Reply.ok(new AssignmentDetail(found, submissions));
    }

    @Operation(summary = "本组织的任务 / The assignments of one's own unit, in any of some states, the newest first")
    @GetMapping("/v1/assignments")
    Page<LineResponse> own(@OwnUnit Desk own, @RequestParam(required = false) @Nullable Set<State> state, Slice slice) {
        var states = state == null || state.isEmpty() ? EnumSet.allOf(State.class) : state;
        return slice.newest(assignments.listOwn(own.unit().id(), own.scope(), states, slice), line -> line.id()
                        .value())
                .map(LineResponse::of);
    }

    /** Whoever sees the issuer sees the list, also when all that were addressed belong to somebody else by now. */
    @Operation(
            summary = "任务的办理情况 / The assignments of a dispatch in one's own part of the tree; how many it"
                    + " addressed in all, the dispatch says")
    @GetMapping("/v1/dispatches/{id}/assignments")
    Page<LineResponse> ofDispatch(
            @PathVariable DispatchId id,
            @Subtree(lines = true) Scope scope,
            @RequestParam(required = false) @Nullable State state,
            Slice slice) {
        var after = Cursor.parse(slice.cursor(), 1);
        var rows = assignments.listOfDispatch(id, scope, state, after == null ? "" : after.string(0), slice.rows());
        DispatchRefusal.UNKNOWN.when(rows.isEmpty()
                && assignments.listOfDispatch(id, scope, null, "", 1).isEmpty()
                && !origins.isIssuedWithin(id, scope));
        return slice.page(rows, line -> Cursor.of(line.path())).map(LineResponse::of);
    }

    @Operation(summary = "待审核 / What waits for one's own unit to review")
    @GetMapping("/v1/reviews")
    Page<LineResponse> toReview(@Subtree(lines = true) Desk desk, Slice slice) {
        var rows = assignments.listToReview(desk.asParents(), desk.scope(), slice);
        return slice.inTree(rows, AssignmentLine::path, line -> line.id().value())
                .map(LineResponse::of);
    }
}
