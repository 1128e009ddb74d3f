package cn.dangjian.organization.field.joint;

import static cn.dangjian.organization.field.joint.JointRefusal.UNIT_UNKNOWN;
import static cn.dangjian.organization.field.joint.JointRefusal.UNKNOWN;

import cn.dangjian.organization.field.joint.JointQueries.BodyView;
import cn.dangjian.organization.field.joint.JointQueries.Line;
import cn.dangjian.organization.field.joint.JointQueries.MeetingView;
import cn.dangjian.organization.field.joint.JointRepository.Seat;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

    JointListController(JointQueries queries, JointRepository bodies) {
        this.queries = queries;
        this.bodies = bodies;
    }

    record BodyResponse(BodyView body, List<Seat> seats, List<MeetingView> meetings) implements Versioned {

        @Override
        public long version() {
            return body.version();
        }
    }

    record CoverageResponse(Line total, List<Line> parts) {}

    @Operation(summary = "Joint bodies of the subtree, in the order of the tree")
    @GetMapping("/v1/joint-bodies")
    Page<BodyView> bodies(Slice slice, Desk desk) {
        return slice.inTree(queries.list(desk.today(), slice, desk.scope()), BodyView::path, BodyView::id);
    }

    @Operation(summary = "A joint body with its seats and meetings")
    @GetMapping("/v1/joint-bodies/{id}")
    ResponseEntity<BodyResponse> body(@PathVariable long id, Desk desk) {
        var body = queries.find(id, desk.today(), desk.scope()).orElseThrow(UNKNOWN);
        return Reply.ok(new BodyResponse(body, bodies.listSeats(id), queries.listMeetings(id, desk.scope())));
    }

    @Operation(summary = "Streets and communities with a joint body, by the units directly below one")
    @GetMapping("/v1/joint-coverage")
    CoverageResponse coverage(@RequestParam(required = false) @Nullable UnitId unit, Desk desk) {
        var top = desk.asked(unit).orElseThrow(UNIT_UNKNOWN);
        var parts = queries.listCoverage(top, desk.scope());
        return new CoverageResponse(parts.stream().reduce(Line.none(top), Line::plus), parts);
    }
}
