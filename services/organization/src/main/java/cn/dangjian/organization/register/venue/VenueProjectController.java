package cn.dangjian.organization.register.venue;

import cn.dangjian.organization.register.venue.ConfigureTags.TagRequest;
import cn.dangjian.organization.register.venue.ReportProject.ProjectRequest;
import cn.dangjian.organization.register.venue.Venue.Judgement;
import cn.dangjian.platform.directory.OwnUnit;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: what is built and repaired, and what a county asks of its venues. */
@Tag(name = "venues 阵地")
@RestController
class VenueProjectController {

    private final ReportProject reportProject;
    private final ConfigureTags configureTags;
    private final VenueTagRepository tags;

    VenueProjectController(ReportProject reportProject, ConfigureTags configureTags, VenueTagRepository tags) {
        this.reportProject = reportProject;
        this.configureTags = configureTags;
        this.tags = tags;
    }

    record ReturnRequest(@NotBlank @Size(max = 500) String reason) {}

    record EndRequest(@NotNull LocalDate day) {}

    /** Which project or tag was written. */
    record RowResponse(long id) {}

    @Operation(summary = "Report that a venue is built or repaired")
    @Idempotent
    @PostMapping("/v1/venues/{id}/projects")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RowResponse> report(@PathVariable long id, @Valid @RequestBody ProjectRequest request, Desk desk) {
        return Reply.created(new RowResponse(reportProject.report(id, request, desk)));
    }

    @Operation(summary = "Verify a project")
    @Idempotent
    @PostMapping("/v1/venues/{id}/projects/{project}/verification")
    ResponseEntity<RowResponse> verify(@PathVariable long id, @PathVariable long project, Desk desk) {
        reportProject.judge(id, project, Judgement.verified(), desk);
        return Reply.ok(new RowResponse(project));
    }

    @Operation(summary = "Return a project")
    @Idempotent
    @PostMapping("/v1/venues/{id}/projects/{project}/return")
    ResponseEntity<RowResponse> sendBack(
            @PathVariable long id, @PathVariable long project, @Valid @RequestBody ReturnRequest request, Desk desk) {
        reportProject.judge(id, project, Judgement.returned(request.reason()), desk);
        return Reply.ok(new RowResponse(project));
    }

    @Operation(summary = "Ask something of all venues of the county (阵地标准)")
    @Idempotent
    @PostMapping("/v1/venue-tags")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RowResponse> set(@Valid @RequestBody TagRequest request, @OwnUnit Desk desk) {
        return Reply.created(new RowResponse(configureTags.set(request, desk)));
    }

    @Operation(summary = "Ask it no longer; the day is the last one")
    @Idempotent
    @PostMapping("/v1/venue-tags/{id}/end")
    ResponseEntity<RowResponse> end(@PathVariable long id, @Valid @RequestBody EndRequest request, @OwnUnit Desk desk) {
        configureTags.end(id, request.day(), desk);
        return Reply.ok(new RowResponse(id));
    }

    @Operation(summary = "What the counties that the caller sees ask of their venues")
    @GetMapping("/v1/venue-tags")
    List<VenueTagRepository.Tag> tags(@Subtree Scope scope) {
        return tags.list(scope);
    }
}
