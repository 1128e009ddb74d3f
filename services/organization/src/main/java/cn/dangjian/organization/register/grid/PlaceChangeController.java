package cn.dangjian.organization.register.grid;

import cn.dangjian.organization.register.grid.LinkPlace.LinkRequest;
import cn.dangjian.organization.register.grid.OpenPlace.OpenRequest;
import cn.dangjian.organization.register.grid.PlaceQueries.PlaceView;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keeping places: opening and closing them, and saying which Party unit stands for one. */
@Tag(name = "grid 网格")
@RestController
class PlaceChangeController {

    private final OpenPlace openPlace;
    private final LinkPlace linkPlace;
    private final ClosePlace closePlace;
    private final PlaceQueries queries;

    PlaceChangeController(OpenPlace openPlace, LinkPlace linkPlace, ClosePlace closePlace, PlaceQueries queries) {
        this.openPlace = openPlace;
        this.linkPlace = linkPlace;
        this.closePlace = closePlace;
        this.queries = queries;
    }

    record CloseRequest(@NotNull LocalDate on) {}

    @Operation(summary = "Open a grid, a building or a household (划分)")
    @Idempotent
    @PostMapping("/v1/grid-places")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PlaceView> open(@Valid @RequestBody OpenRequest request, Desk desk) {
        long id = openPlace.open(request, desk);
        return Reply.created("/v1/grid-places/" + id, view(id, desk));
    }

    @Operation(summary = "From a day on a Party unit stands for a place, or none does")
    @Idempotent
    @PostMapping("/v1/grid-places/{id}/link")
    ResponseEntity<PlaceView> link(
            @PathVariable long id, Seen seen, @Valid @RequestBody LinkRequest request, Desk desk) {
        linkPlace.link(id, request, seen, desk);
        return Reply.ok(view(id, desk));
    }

    @Operation(summary = "Close a place that exists no more (撤并)")
    @Idempotent
    @PostMapping("/v1/grid-places/{id}/closure")
    ResponseEntity<PlaceView> close(
            @PathVariable long id, Seen seen, @Valid @RequestBody CloseRequest request, Desk desk) {
        closePlace.close(id, request.on(), seen, desk);
        return Reply.ok(view(id, desk));
    }

    private PlaceView view(long id, Desk desk) {
        return queries.find(id, desk.today(), desk.scope()).orElseThrow();
    }
}
