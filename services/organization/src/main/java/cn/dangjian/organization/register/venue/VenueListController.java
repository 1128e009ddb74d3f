package cn.dangjian.organization.register.venue;

import static cn.dangjian.organization.register.venue.VenueRefusal.UNIT_UNKNOWN;
import static cn.dangjian.organization.register.venue.VenueRefusal.UNKNOWN;

import cn.dangjian.organization.register.venue.Venue.Verdict;
import cn.dangjian.organization.register.venue.VenueProjectRepository.Kind;
import cn.dangjian.organization.register.venue.VenueProjectRepository.Project;
import cn.dangjian.organization.register.venue.VenueQueries.Line;
import cn.dangjian.organization.register.venue.VenueQueries.Listed;
import cn.dangjian.organization.register.venue.VenueQueries.ReportView;
import cn.dangjian.organization.register.venue.VenueQueries.VenueView;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: reading venues and their figures. */
@Tag(name = "venues 阵地")
@RestController
class VenueListController {

    private final VenueQueries queries;
    private final VenueProjectRepository projects;

    VenueListController(VenueQueries queries, VenueProjectRepository projects) {
        this.queries = queries;
        this.projects = projects;
    }

    /** @param cost yuan with two digits */
    record ProjectResponse(
            long id,
            Kind kind,
            String title,
            LocalDate from,
            @Nullable LocalDate to,
            String cost,
            @Nullable Verdict verdict,
            @Nullable String reason,
            @Nullable LocalDate judgedOn) {

        static ProjectResponse of(Project project) {
            return new ProjectResponse(
                    project.id(),
                    project.kind(),
                    project.title(),
                    project.fromDay(),
                    project.toDay(),
                    yuan(project.costFen()),
                    project.verdict(),
                    project.reason(),
                    project.judgedOn());
        }
    }

    record VenueResponse(VenueView venue, List<ReportView> reports, List<ProjectResponse> projects)
            implements Versioned {

        @Override
        public long version() {
            return venue.version();
        }
    }

    record LineResponse(UnitId unit, String name, int venues, BigDecimal area, int built, int repaired, String cost) {

        static LineResponse of(Line line) {
            return new LineResponse(
                    line.unit(),
                    line.name(),
                    line.venues(),
                    line.area(),
                    line.built(),
                    line.repaired(),
                    yuan(line.costFen()));
        }
    }

    record FiguresResponse(LineResponse total, List<LineResponse> parts) {}

    @Operation(summary = "Venues of the subtree, in the order of the tree")
    @GetMapping("/v1/venues")
    Page<VenueView> venues(
            @RequestParam(required = false) @Nullable UnitId unit, Slice slice, @Subtree(lines = true) Desk desk) {
        var rows = queries.list(desk.today(), slice, desk.below(unit).orElseThrow(UNIT_UNKNOWN));
        return slice.inTree(rows, Listed::path, listed -> listed.venue().id()).map(Listed::venue);
    }

    @Operation(summary = "A venue with its reports and projects")
    @GetMapping("/v1/venues/{id}")
    ResponseEntity<VenueResponse> venue(@PathVariable long id, @Subtree(lines = true) Desk desk) {
        var venue = queries.find(id, desk.today(), desk.scope()).orElseThrow(UNKNOWN);
        return Reply.ok(new VenueResponse(
                venue,
                queries.listReports(id, desk.scope()),
                projects.list(id).stream().map(ProjectResponse::of).toList()));
    }

    @Operation(summary = "Verified venues and projects, by the units directly below one")
    @GetMapping("/v1/venue-figures")
    FiguresResponse figures(@RequestParam(required = false) @Nullable UnitId unit, @Subtree(lines = true) Desk desk) {
        var top = desk.asked(unit).orElseThrow(UNIT_UNKNOWN);
        var parts = queries.listFigures(top, desk.scope());
        var none = new Line(top.id(), top.name(), 0, BigDecimal.ZERO, 0, 0, 0);
        var total = parts.stream().reduce(none, VenueListController::plus);
        return new FiguresResponse(
                LineResponse.of(total), parts.stream().map(LineResponse::of).toList());
    }

    private static Line plus(Line one, Line other) {
        return new Line(
                one.unit(),
                one.name(),
                one.venues() + other.venues(),
                one.area().add(other.area()),
                one.built() + other.built(),
                one.repaired() + other.repaired(),
                one.costFen() + other.costFen());
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, ReportProject.FEN_DIGITS).toPlainString();
    }
}
