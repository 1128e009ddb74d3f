package cn.dangjian.organization.register.venue;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.register.venue.Venue.Verdict;
import cn.dangjian.organization.register.venue.VenueProjectRepository.Kind;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: what is built and repaired, and what a county asks of its venues. */
@Tag(name = "venues 阵地")
@RestController
class VenueProjectController {

    private static final int FEN_DIGITS = 2;

    private final ReportProject reportProject;
    private final ConfigureTags configureTags;
    private final VenueTagRepository tags;

    VenueProjectController(ReportProject reportProject, ConfigureTags configureTags, VenueTagRepository tags) {
        this.reportProject = reportProject;
        this.configureTags = configureTags;
        this.tags = tags;
    }

    /** @param cost yuan, for example {@code 120000.00} */
    record ProjectRequest(
            @NotNull Kind kind,
            @NotBlank @Size(max = 200) String title,
            @NotNull LocalDate from,
            @Nullable LocalDate to,

            @NotNull @Pattern(regexp = "\\d{1,10}(\\.\\d{1,2})?")
            String cost) {

        ReportProject.Plan plan() {
            long fen = new BigDecimal(cost).movePointRight(FEN_DIGITS).longValueExact();
            return new ReportProject.Plan(kind, title.strip(), from, to, fen);
        }
    }

    record ReturnRequest(@NotBlank @Size(max = 500) String reason) {}

    record TagRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,23}")
            String tag,

            @NotBlank @Size(max = 100) String title,
            @NotBlank @Size(max = 100) String document,
            @NotNull LocalDate since) {}

    record EndRequest(@NotNull LocalDate day) {}

    @Operation(summary = "Report that a venue is built or repaired")
    @Idempotent
    @PostMapping("/v1/venues/{id}/projects")
    ResponseEntity<?> report(@PathVariable long id, @Valid @RequestBody ProjectRequest request, Caller caller) {
        return answer(HttpStatus.CREATED, reportProject.report(id, request.plan(), caller));
    }

    @Operation(summary = "Verify a project")
    @Idempotent
    @PostMapping("/v1/venues/{id}/projects/{project}/verification")
    ResponseEntity<?> verify(@PathVariable long id, @PathVariable long project, Caller caller) {
        return answer(HttpStatus.OK, reportProject.judge(id, project, Verdict.VERIFIED, null, caller));
    }

    @Operation(summary = "Return a project")
    @Idempotent
    @PostMapping("/v1/venues/{id}/projects/{project}/return")
    ResponseEntity<?> sendBack(
            @PathVariable long id,
            @PathVariable long project,
            @Valid @RequestBody ReturnRequest request,
            Caller caller) {
        return answer(HttpStatus.OK, reportProject.judge(id, project, Verdict.RETURNED, request.reason(), caller));
    }

    @Operation(summary = "Ask something of all venues of the county (阵地标准)")
    @Idempotent
    @PostMapping("/v1/venue-tags")
    ResponseEntity<?> set(@Valid @RequestBody TagRequest request, Caller caller) {
        var plan = new ConfigureTags.Plan(
                request.tag(), request.title().strip(), request.document().strip(), request.since());
        return answer(HttpStatus.CREATED, configureTags.set(plan, caller));
    }

    @Operation(summary = "Ask it no longer; the day is the last one")
    @Idempotent
    @PostMapping("/v1/venue-tags/{id}/end")
    ResponseEntity<?> end(@PathVariable long id, @Valid @RequestBody EndRequest request, Caller caller) {
        return answer(HttpStatus.OK, configureTags.end(id, request.day(), caller));
    }

    @Operation(summary = "What the counties that the caller sees ask of their venues")
    @GetMapping("/v1/venue-tags")
    List<VenueTagRepository.Tag> tags(@Subtree Scope scope) {
        return tags.list(scope);
    }

    private static ResponseEntity<?> answer(HttpStatus status, ReportProject.Outcome outcome) {
        return switch (outcome) {
            case ReportProject.Outcome.Done(var id) ->
                ResponseEntity.status(status).body(Map.of("id", id));
            case ReportProject.Outcome.NoSuchVenue() -> problem(NOT_FOUND, "venue.unknown");
            case ReportProject.Outcome.NoSuchProject() -> problem(NOT_FOUND, "venue.project-unknown");
            case ReportProject.Outcome.NotYours() -> problem(FORBIDDEN, "venue.not-yours");
            case ReportProject.Outcome.SamePerson() -> problem(FORBIDDEN, "venue.same-person");
            case ReportProject.Outcome.JudgedAlready() -> problem(CONFLICT, "venue.nothing-to-judge");
            case ReportProject.Outcome.DaysUnfit() -> problem(UNPROCESSABLE_CONTENT, "venue.days-unfit");
        };
    }

    private static ResponseEntity<?> answer(HttpStatus status, ConfigureTags.Outcome outcome) {
        return switch (outcome) {
            case ConfigureTags.Outcome.Set(var id) ->
                ResponseEntity.status(status).body(Map.of("id", id));
            case ConfigureTags.Outcome.NotACounty() -> problem(FORBIDDEN, "venue.not-a-county");
            case ConfigureTags.Outcome.ThereAlready(var tag) -> problem(CONFLICT, "venue.tag-there", tag);
            case ConfigureTags.Outcome.NoSuchTag() -> problem(NOT_FOUND, "venue.tag-unknown");
            case ConfigureTags.Outcome.DayUnfit() -> problem(UNPROCESSABLE_CONTENT, "venue.days-unfit");
        };
    }
}
