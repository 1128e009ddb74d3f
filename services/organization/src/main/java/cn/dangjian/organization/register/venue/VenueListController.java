package cn.dangjian.organization.register.venue;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.organization.register.venue.Venue.Verdict;
import cn.dangjian.organization.register.venue.VenueProjectRepository.Kind;
import cn.dangjian.organization.register.venue.VenueProjectRepository.Project;
import cn.dangjian.organization.register.venue.VenueQueries.Line;
import cn.dangjian.organization.register.venue.VenueQueries.Listed;
import cn.dangjian.organization.register.venue.VenueQueries.ReportView;
import cn.dangjian.organization.register.venue.VenueQueries.VenueView;
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

    private static final int FEN_DIGITS = 2;

    private final VenueQueries queries;
    private final VenueProjectRepository projects;
    private final Directory directory;
    private final Days days;

    VenueListController(VenueQueries queries, VenueProjectRepository projects, Directory directory, Days days) {
        this.queries = queries;
        this.projects = projects;
        this.directory = directory;
        this.days = days;
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

    record VenueResponse(VenueView venue, List<ReportView> reports, List<ProjectResponse> projects) {}

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
    ResponseEntity<?> venues(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        var found = unit == null ? null : directory.find(unit, scope).orElse(null);
        if (unit != null && found == null) return problem(NOT_FOUND, "unit.unknown");
        var under = found == null ? scope : scope.below(found);
        var last = Cursor.parse(cursor, 2);
        String path = last == null ? "" : last.string(0);
        long id = last == null ? 0 : last.number(1);
        var page = Page.of(
                queries.list(under, days.today(), path, id, limit + 1),
                limit,
                listed -> Cursor.of(listed.path(), listed.venue().id()));
        return ResponseEntity.ok(page.map(Listed::venue));
    }

    @Operation(summary = "A venue with its reports and projects")
    @GetMapping("/v1/venues/{id}")
    ResponseEntity<?> venue(@PathVariable long id, @Subtree(lines = true) Scope scope) {
        var found = queries.find(id, days.today(), scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "venue.unknown");
        return ResponseEntity.ok()
                .eTag(ETags.of(found.get().version()))
                .body(new VenueResponse(
                        found.get(),
                        queries.listReports(id, scope),
                        projects.list(id).stream().map(ProjectResponse::of).toList()));
    }

    @Operation(summary = "Verified venues and projects, by the units directly below one")
    @GetMapping("/v1/venue-figures")
    ResponseEntity<?> figures(
            @RequestParam(required = false) @Nullable UnitId unit, @Subtree(lines = true) Scope scope, Caller caller) {
        var found = directory.find(unit == null ? new UnitId(caller.unit()) : unit, scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "unit.unknown");
        var parts = queries.listFigures(found.get(), scope);
        var none = new Line(found.get().id(), found.get().name(), 0, BigDecimal.ZERO, 0, 0, 0);
        var total = parts.stream().reduce(none, VenueListController::plus);
        return ResponseEntity.ok(new FiguresResponse(
                LineResponse.of(total), parts.stream().map(LineResponse::of).toList()));
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
        return BigDecimal.valueOf(fen, FEN_DIGITS).toPlainString();
    }
}
