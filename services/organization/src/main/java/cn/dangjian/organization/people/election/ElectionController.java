package cn.dangjian.organization.people.election;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.people.election.Election.Recorded;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Writing elections down, reading them with the rules they fulfil, approving them. */
@Tag(name = "elections 换届选举")
@RestController
class ElectionController {

    private static final String POST = "[A-Z][A-Z_]{0,31}";

    private final RecordElection recordElection;
    private final ApproveElection approveElection;
    private final ElectionRepository elections;
    private final Checks checks;

    ElectionController(
            RecordElection recordElection,
            ApproveElection approveElection,
            ElectionRepository elections,
            Checks checks) {
        this.recordElection = recordElection;
        this.approveElection = approveElection;
        this.elections = elections;
        this.checks = checks;
    }

    record SeatsRequest(
            @NotNull @Pattern(regexp = POST) String post,
            @Min(1) @Max(99) int seats) {}

    record CandidateRequest(
            @NotNull @Pattern(regexp = POST) String post,
            @Positive int person,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Positive Long account,
            @PositiveOrZero int votes,
            @NotNull Boolean elected,
            @NotNull Boolean fullTime) {

        Election.Candidate candidate() {
            return new Election.Candidate(post, person, name.strip(), account, votes, elected, fullTime);
        }
    }

    record ElectionRequest(
            @Min(1) @Max(999) int number,
            @NotNull LocalDate heldOn,
            @NotNull Election.Meeting meeting,
            @NotNull Boolean scattered,
            @PositiveOrZero @Max(1_000_000) int members,
            @PositiveOrZero int fullMembers,
            @PositiveOrZero int suspended,
            @Nullable @Positive @Max(10_000) Integer delegates,
            @PositiveOrZero int present,
            @PositiveOrZero int ballots,
            @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid SeatsRequest> posts,
            @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid CandidateRequest> candidates) {

        Election election() {
            return new Election(
                    number,
                    heldOn,
                    meeting,
                    scattered,
                    members,
                    fullMembers,
                    suspended,
                    delegates,
                    present,
                    ballots,
                    posts.stream()
                            .map(post -> new Election.Seats(post.post(), post.seats()))
                            .toList(),
                    candidates.stream().map(CandidateRequest::candidate).toList());
        }
    }

    record ApprovalRequest(
            @NotNull LocalDate startsOn,
            @NotBlank @Size(max = 100) String document) {}

    record ElectionResponse(
            long id,
            UnitId unit,
            Election election,
            int entitled,
            boolean fulfilled,
            List<Check> checks,
            boolean approved,
            @Nullable Long session,
            @Nullable String document,
            long version) {}

    @Operation(summary = "Write down what a meeting voted")
    @Idempotent
    @PostMapping("/v1/units/{id}/elections")
    ResponseEntity<?> record(@PathVariable UnitId id, @Valid @RequestBody ElectionRequest request, Desk desk) {
        return switch (recordElection.record(id, request.election(), desk)) {
            case RecordElection.Outcome.Done(var recorded, var unit) -> answer(CREATED, recorded, unit);
            case RecordElection.Outcome.NoSuchUnit() -> problem(NOT_FOUND, "election.unknown");
            case RecordElection.Outcome.WrongDay() -> problem(UNPROCESSABLE_CONTENT, "election.wrong-day");
            case RecordElection.Outcome.WrongPost() -> problem(UNPROCESSABLE_CONTENT, "election.wrong-post");
            case RecordElection.Outcome.Contradictory() -> problem(UNPROCESSABLE_CONTENT, "election.contradictory");
        };
    }

    @Operation(summary = "An election, and for each rule whether it is fulfilled")
    @GetMapping("/v1/elections/{id}")
    ResponseEntity<?> election(@PathVariable long id, @Subtree(lines = true) Desk desk) {
        var found = elections.find(id, desk.scope());
        var unit = found.flatMap(recorded -> desk.find(recorded.unit()));
        if (found.isEmpty() || unit.isEmpty()) return problem(NOT_FOUND, "election.unknown");
        return answer(HttpStatus.OK, found.get(), unit.get());
    }

    @Operation(summary = "A unit's elections, the newest first")
    @GetMapping("/v1/units/{id}/elections")
    ResponseEntity<?> elections(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(50) int limit,
            @Subtree(lines = true) Desk desk) {
        var unit = desk.find(id);
        if (unit.isEmpty()) return problem(NOT_FOUND, "election.unknown");
        var last = Cursor.parse(cursor, 1);
        long before = last == null ? Long.MAX_VALUE : last.number(0);
        var rows = elections.list(id, before, limit + 1, Scope.own(unit.get().path()));
        var page = Page.of(rows, limit, (Recorded recorded) -> Cursor.of(recorded.id()));
        return ResponseEntity.ok(page.map(recorded -> response(recorded, unit.get())));
    }

    @Operation(summary = "Approve what was voted, and seat the team (批复)")
    @Idempotent
    @PostMapping("/v1/elections/{id}/approval")
    ResponseEntity<?> approve(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ApprovalRequest request,
            Desk desk) {
        var plan = new ApproveElection.Plan(
                id, request.startsOn(), request.document().strip(), ifMatch);
        return switch (approveElection.approve(plan, desk)) {
            case ApproveElection.Outcome.Done(var recorded, var unit) -> answer(HttpStatus.OK, recorded, unit);
            case ApproveElection.Outcome.OwnRecord() -> problem(FORBIDDEN, "election.own-record");
            case ApproveElection.Outcome.NotFulfilled() -> problem(CONFLICT, "election.not-fulfilled");
            case ApproveElection.Outcome.Approved() -> problem(CONFLICT, "election.approved");
        };
    }

    private ResponseEntity<?> answer(HttpStatus status, Recorded recorded, Unit unit) {
        return ResponseEntity.status(status).eTag(ETags.of(recorded.version())).body(response(recorded, unit));
    }

    private ElectionResponse response(Recorded recorded, Unit unit) {
        var held = checks.of(recorded, unit);
        return new ElectionResponse(
                recorded.id(),
                recorded.unit(),
                recorded.election(),
                recorded.election().entitled(),
                Check.allFulfilled(held),
                held,
                recorded.session() != null,
                recorded.session(),
                recorded.document(),
                recorded.version());
    }
}
