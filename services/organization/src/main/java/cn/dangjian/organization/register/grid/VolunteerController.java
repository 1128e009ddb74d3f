package cn.dangjian.organization.register.grid;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Who volunteers in a household, now and before. */
@Tag(name = "grid 网格")
@RestController
class VolunteerController {

    private final NameVolunteer nameVolunteer;
    private final VolunteerRepository volunteers;
    private final PlaceQueries queries;
    private final Days days;

    VolunteerController(NameVolunteer nameVolunteer, VolunteerRepository volunteers, PlaceQueries queries, Days days) {
        this.nameVolunteer = nameVolunteer;
        this.volunteers = volunteers;
        this.queries = queries;
        this.days = days;
    }

    /** @param name null or blank if nobody volunteers there any more */
    record VolunteerRequest(
            @Nullable @Size(max = 100) String name,
            @Nullable @Positive Long member,
            @NotNull LocalDate on) {}

    @Operation(summary = "From a day on a member volunteers in a household (党员中心户), or nobody does")
    @Idempotent
    @PostMapping("/v1/grid-places/{id}/volunteer")
    ResponseEntity<?> name(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody VolunteerRequest request,
            @Subtree Scope scope,
            Caller caller) {
        var told = request.name();
        var name = told == null || told.isBlank() ? null : told.strip();
        var plan = new NameVolunteer.Plan(id, ifMatch, name, request.member(), request.on());
        return switch (nameVolunteer.name(plan, caller)) {
            case NameVolunteer.Outcome.Named(var place) -> {
                var view = queries.find(place, days.today(), scope).orElseThrow();
                yield ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
            }
            case NameVolunteer.Outcome.Refused(var why) -> PlaceChangeController.refuse(why);
        };
    }

    @Operation(summary = "Who has volunteered in a household, the last one first")
    @GetMapping("/v1/grid-places/{id}/volunteers")
    ResponseEntity<?> volunteers(@PathVariable long id, @Subtree(lines = true) Scope scope) {
        if (queries.find(id, days.today(), scope).isEmpty()) return problem(NOT_FOUND, "grid.unknown");
        return ResponseEntity.ok(volunteers.list(id, scope));
    }
}
