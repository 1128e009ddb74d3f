package cn.dangjian.organization.register.venue;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.register.venue.Venue.Verdict;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: reporting and verifying venues. */
@Tag(name = "venues 阵地")
@RestController
class VenueController {

    private final ReportVenue reportVenue;

    VenueController(ReportVenue reportVenue) {
        this.reportVenue = reportVenue;
    }

    /** @param photos ids of files in the archive; none need be given */
    record FactsRequest(
            @NotNull LocalDate day,

            @NotNull @DecimalMin("0.01") @Digits(integer = 7, fraction = 2)
            BigDecimal area,

            @NotBlank @Size(max = 200) String address,
            @Nullable @Size(max = 30) Set<@NotBlank @Size(max = 24) String> flags,
            @Nullable @Size(max = 15) Set<@NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,64}") String> photos) {

        ReportVenue.Facts facts() {
            return new ReportVenue.Facts(
                    day, area, address.strip(), flags == null ? Set.of() : flags, photos == null ? Set.of() : photos);
        }
    }

    record VenueRequest(
            @NotBlank @Size(max = 100) String name,
            @NotNull @Valid FactsRequest facts) {}

    record ReturnRequest(@NotBlank @Size(max = 500) String reason) {}

    @Operation(summary = "Report a venue of the caller's unit (上报)")
    @Idempotent
    @PostMapping("/v1/venues")
    ResponseEntity<?> report(@Valid @RequestBody VenueRequest request, Caller caller) {
        var outcome = reportVenue.report(request.name().strip(), request.facts().facts(), caller);
        return answer(HttpStatus.CREATED, outcome);
    }

    @Operation(summary = "Report that a venue has changed")
    @Idempotent
    @PostMapping("/v1/venues/{id}/reports")
    ResponseEntity<?> revise(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody FactsRequest request,
            Caller caller) {
        return answer(HttpStatus.CREATED, reportVenue.revise(id, request.facts(), ifMatch, caller));
    }

    @Operation(summary = "Verify what a village has reported (核实)")
    @Idempotent
    @PostMapping("/v1/venues/{id}/verification")
    ResponseEntity<?> verify(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var judgement = new ReportVenue.Judgement(id, Verdict.VERIFIED, null, ifMatch);
        return answer(HttpStatus.OK, reportVenue.judge(judgement, caller));
    }

    @Operation(summary = "Return what a village has reported (退回)")
    @Idempotent
    @PostMapping("/v1/venues/{id}/return")
    ResponseEntity<?> sendBack(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ReturnRequest request,
            Caller caller) {
        var judgement = new ReportVenue.Judgement(id, Verdict.RETURNED, request.reason(), ifMatch);
        return answer(HttpStatus.OK, reportVenue.judge(judgement, caller));
    }

    private static ResponseEntity<?> answer(HttpStatus status, ReportVenue.Outcome outcome) {
        return switch (outcome) {
            case ReportVenue.Outcome.Done(var id, var version) ->
                ResponseEntity.status(status).eTag(ETags.of(version)).body(Map.of("id", id, "version", version));
            case ReportVenue.Outcome.NoSuchVenue() -> problem(NOT_FOUND, "venue.unknown");
            case ReportVenue.Outcome.NotYours() -> problem(FORBIDDEN, "venue.not-yours");
            case ReportVenue.Outcome.SamePerson() -> problem(FORBIDDEN, "venue.same-person");
            case ReportVenue.Outcome.UnderReview() -> problem(CONFLICT, "venue.under-review");
            case ReportVenue.Outcome.NothingToJudge() -> problem(CONFLICT, "venue.nothing-to-judge");
            case ReportVenue.Outcome.NoSuchFlag(var flag) -> problem(UNPROCESSABLE_CONTENT, "venue.flag-unknown", flag);
            case ReportVenue.Outcome.DayAhead(var today) ->
                problem(UNPROCESSABLE_CONTENT, "venue.day-ahead", today.toString());
        };
    }
}
