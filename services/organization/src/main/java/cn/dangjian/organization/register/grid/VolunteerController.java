package cn.dangjian.organization.register.grid;

import static cn.dangjian.organization.register.grid.GridRefusal.UNKNOWN;

import cn.dangjian.organization.register.grid.NameVolunteer.VolunteerRequest;
import cn.dangjian.organization.register.grid.PlaceQueries.PlaceView;
import cn.dangjian.organization.register.grid.VolunteerRepository.Volunteer;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who volunteers in a household, now and before. */
@Tag(name = "grid 网格")
@RestController
class VolunteerController {

    private final NameVolunteer nameVolunteer;
    private final VolunteerRepository volunteers;
    private final PlaceQueries queries;

    VolunteerController(NameVolunteer nameVolunteer, VolunteerRepository volunteers, PlaceQueries queries) {
        this.nameVolunteer = nameVolunteer;
        this.volunteers = volunteers;
        this.queries = queries;
    }

    @Operation(summary = "From a day on a member volunteers in a household (党员中心户), or nobody does")
    @Idempotent
    @PostMapping("/v1/grid-places/{id}/volunteer")
    ResponseEntity<PlaceView> name(
            @PathVariable long id, Seen seen, @Valid @RequestBody VolunteerRequest request, Desk desk) {
        nameVolunteer.name(id, request, seen, desk);
        return Reply.ok(view(id, desk));
    }

    @Operation(summary = "Who has volunteered in a household, the last one first")
    @GetMapping("/v1/grid-places/{id}/volunteers")
    List<Volunteer> volunteers(@PathVariable long id, @Subtree(lines = true) Desk desk) {
        return volunteers.list(view(id, desk).id(), desk.scope());
    }

    private PlaceView view(long id, Desk desk) {
        return queries.find(id, desk.today(), desk.scope()).orElseThrow(UNKNOWN);
    }
}
