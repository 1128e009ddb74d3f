package cn.dangjian.organization.register.venue;

import cn.dangjian.organization.register.venue.ReportVenue.FactsRequest;
import cn.dangjian.organization.register.venue.ReportVenue.VenueRequest;
import cn.dangjian.organization.register.venue.ReportVenue.WrittenResponse;
import cn.dangjian.organization.register.venue.Venue.Judgement;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: reporting and verifying venues. */
@Tag(name = "venues 阵地")
@RestController
class VenueController {

    private final ReportVenue reportVenue;

    VenueController(ReportVenue reportVenue) {
        this.reportVenue = reportVenue;
    }

    record ReturnRequest(@NotBlank @Size(max = 500) String reason) {}

    @Operation(summary = "Report a venue of the caller's unit (上报)")
    @Idempotent
    @PostMapping("/v1/venues")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<WrittenResponse> report(@Valid @RequestBody VenueRequest request, Desk desk) {
        return Reply.created(reportVenue.report(request, desk));
    }

    @Operation(summary = "Report that a venue has changed")
    @Idempotent
    @PostMapping("/v1/venues/{id}/reports")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<WrittenResponse> revise(
            @PathVariable long id, Seen seen, @Valid @RequestBody FactsRequest request, Desk desk) {
        return Reply.created(reportVenue.revise(id, request, seen, desk));
    }

    @Operation(summary = "Verify what a village has reported (核实)")
    @Idempotent
    @PostMapping("/v1/venues/{id}/verification")
    ResponseEntity<WrittenResponse> verify(@PathVariable long id, Seen seen, Desk desk) {
        return Reply.ok(reportVenue.judge(id, Judgement.verified(), seen, desk));
    }

    @Operation(summary = "Return what a village has reported (退回)")
    @Idempotent
    @PostMapping("/v1/venues/{id}/return")
    ResponseEntity<WrittenResponse> sendBack(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReturnRequest request, Desk desk) {
        return Reply.ok(reportVenue.judge(id, Judgement.returned(request.reason()), seen, desk));
    }
}
