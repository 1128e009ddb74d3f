package cn.dangjian.organization.field.joint;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.organization.field.joint.JointQueries.BodyView;
import cn.dangjian.organization.field.joint.JointQueries.Line;
import cn.dangjian.organization.field.joint.JointQueries.Listed;
import cn.dangjian.organization.field.joint.JointQueries.MeetingView;
import cn.dangjian.organization.field.joint.JointRepository.Seat;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: reading joint bodies and where there are none. */
@Tag(name = "joint bodies 大工委、大党委")
@RestController
class JointListController {

    private final JointQueries queries;
    private final JointRepository bodies;
    private final Directory directory;
    private final Days days;

    JointListController(JointQueries queries, JointRepository bodies, Directory directory, Days days) {
        this.queries = queries;
        this.bodies = bodies;
        this.directory = directory;
        this.days = days;
    }

    record BodyResponse(BodyView body, List<Seat> seats, List<MeetingView> meetings) {}

    record CoverageResponse(Line total, List<Line> parts) {}

    @Operation(summary = "Joint bodies of the subtree, in the order of the tree")
    @GetMapping("/v1/joint-bodies")
    Page<BodyView> bodies(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree Scope scope) {
        var last = Cursor.parse(cursor, 1);
        String path = last == null ? "" : last.string(0);
        return Page.of(queries.list(scope, days.today(), path, limit + 1), limit, listed -> Cursor.of(listed.path()))
                .map(Listed::body);
    }

    @Operation(summary = "A joint body with its seats and meetings")
    @GetMapping("/v1/joint-bodies/{id}")
    ResponseEntity<?> body(@PathVariable long id, @Subtree Scope scope) {
        var found = queries.find(id, days.today(), scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "joint.unknown");
        return ResponseEntity.ok()
                .eTag(ETags.of(found.get().version()))
                .body(new BodyResponse(found.get(), bodies.listSeats(id), queries.listMeetings(id, scope)));
    }

    @Operation(summary = "Streets and communities with a joint body, by the units directly below one")
    @GetMapping("/v1/joint-coverage")
    ResponseEntity<?> coverage(
            @RequestParam(required = false) @Nullable UnitId unit, @Subtree Scope scope, Caller caller) {
        var found = directory.find(unit == null ? new UnitId(caller.unit()) : unit, scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "unit.unknown");
        var parts = queries.listCoverage(found.get(), scope);
        var none = new Line(found.get().id(), found.get().name(), 0, 0, 0, 0);
        return ResponseEntity.ok(new CoverageResponse(parts.stream().reduce(none, JointListController::plus), parts));
    }

    private static Line plus(Line one, Line other) {
        return new Line(
                one.unit(),
                one.name(),
                one.streets() + other.streets(),
                one.streetsFounded() + other.streetsFounded(),
                one.communities() + other.communities(),
                one.communitiesFounded() + other.communitiesFounded());
    }
}
