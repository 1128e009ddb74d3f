package cn.dangjian.organization.register.grid;

import static cn.dangjian.organization.register.grid.GridRefusal.COMMUNITY_UNKNOWN;
import static cn.dangjian.organization.register.grid.GridRefusal.UNKNOWN;

import cn.dangjian.organization.register.grid.PlaceQueries.Listed;
import cn.dangjian.organization.register.grid.PlaceQueries.PlaceView;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

    PlaceController(PlaceQueries queries, PlaceViews views) {
        this.queries = queries;
        this.views = views;
    }

    @Operation(summary = "A place, open or closed")
    @GetMapping("/v1/grid-places/{id}")
    ResponseEntity<PlaceView> place(@PathVariable long id, @Subtree(lines = true) Desk desk) {
        return Reply.ok(queries.find(id, desk.today(), desk.scope()).orElseThrow(UNKNOWN));
    }

    @Operation(summary = "The open places of a unit and below, in the order of the tree")
    @GetMapping("/v1/grid-places")
    Page<PlaceView> places(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable Long parent,
            @RequestParam(required = false) @Nullable @Size(max = 16) String kind,
            Slice slice,
            @Subtree(lines = true) Desk desk) {
        var wanted = desk.below(unit).orElseThrow(COMMUNITY_UNKNOWN);
        var rows = views.list(new PlaceQueries.Filter(kind, parent, desk.today()), slice, wanted);
        return slice.inTree(rows, Listed::path, listed -> listed.place().id()).map(Listed::place);
    }
}
