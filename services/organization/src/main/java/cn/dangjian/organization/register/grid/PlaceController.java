package cn.dangjian.organization.register.grid;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.organization.register.grid.PlaceQueries.Listed;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading places. */
@Tag(name = "grid 网格")
@RestController
class PlaceController {

    private final PlaceQueries queries;
    private final PlaceViews views;
    private final Directory directory;
    private final Days days;

    PlaceController(PlaceQueries queries, PlaceViews views, Directory directory, Days days) {
        this.queries = queries;
        this.views = views;
        this.directory = directory;
        this.days = days;
    }

    @Operation(summary = "A place, open or closed")
    @GetMapping("/v1/grid-places/{id}")
    ResponseEntity<?> place(@PathVariable long id, @Subtree(lines = true) Scope scope) {
        var found = queries.find(id, days.today(), scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "grid.unknown");
        return ResponseEntity.ok().eTag(ETags.of(found.get().version())).body(found.get());
    }

    @Operation(summary = "The open places of a unit and below, in the order of the tree")
    @GetMapping("/v1/grid-places")
    ResponseEntity<?> places(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable Long parent,
            @RequestParam(required = false) @Nullable @Size(max = 16) String kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        var wanted = scope;
        if (unit != null) {
            var found = directory.find(unit, scope);
            if (found.isEmpty()) return problem(NOT_FOUND, "grid.community-unknown");
            wanted = scope.below(found.get());
        }
        var last = Cursor.parse(cursor, 2);
        var filter = new PlaceQueries.Filter(
                kind,
                parent,
                days.today(),
                last == null ? "" : last.string(0),
                last == null ? 0 : last.number(1),
                limit + 1);
        var page = Page.of(
                views.list(filter, wanted),
                limit,
                listed -> Cursor.of(listed.path(), listed.place().id()));
        return ResponseEntity.ok(page.map(Listed::place));
    }
}
