package cn.dangjian.organization.workteam;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.workteam.WorkTeam.Member;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
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
import jakarta.validation.constraints.Positive;
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

/** Work teams in villages. */
@Tag(name = "work teams 驻村工作队")
@RestController
class WorkTeamController {

    private final SendTeam sendTeam;
    private final RecallMember recallMember;
    private final WorkTeamRepository teams;

    WorkTeamController(SendTeam sendTeam, RecallMember recallMember, WorkTeamRepository teams) {
        this.sendTeam = sendTeam;
        this.recallMember = recallMember;
        this.teams = teams;
    }

    record MemberRequest(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Positive Long account,
            @NotNull Boolean leader) {}

    record TeamRequest(
            @NotBlank @Size(max = 200) String sendingUnit,
            @NotNull LocalDate from,
            @NotBlank @Size(max = 100) String document,
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid MemberRequest> members) {

        List<Member> all() {
            return members.stream()
                    .map(member -> Member.of(member.name().strip(), member.account(), member.leader(), from, null))
                    .toList();
        }
    }

    record ReplacementRequest(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Positive Long account) {}

    record RecallRequest(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 200) String reason,
            @NotBlank @Size(max = 100) String document,
            @NotNull @Valid ReplacementRequest replacement) {}

    record EndRequest(@NotNull LocalDate on) {}

    record TeamResponse(WorkTeam team, List<Member> members) {}

    @Operation(summary = "Send a work team to a village (派驻)")
    @Idempotent
    @PostMapping("/v1/units/{id}/work-teams")
    ResponseEntity<?> send(
            @PathVariable UnitId id, @Valid @RequestBody TeamRequest request, Caller caller, @Subtree Scope scope) {
        var team = new WorkTeam(
                0,
                id,
                request.sendingUnit().strip(),
                request.from(),
                null,
                request.document().strip(),
                1);
        return switch (sendTeam.send(team, request.all(), caller)) {
            case SendTeam.Outcome.Sent(var sent) -> answer(CREATED, sent, scope);
            case SendTeam.Outcome.NoSuchVillage() -> problem(NOT_FOUND, "workteam.unknown");
            case SendTeam.Outcome.NotSender() -> problem(FORBIDDEN, "workteam.not-sender");
            case SendTeam.Outcome.WrongDay() -> problem(UNPROCESSABLE_CONTENT, "workteam.wrong-day");
            case SendTeam.Outcome.NotOneLeader() -> problem(UNPROCESSABLE_CONTENT, "workteam.not-one-leader");
        };
    }

    @Operation(summary = "Recall somebody, and say who comes instead (召回)")
    @Idempotent
    @PostMapping("/v1/work-teams/{id}/members/{member}/recall")
    ResponseEntity<?> recall(
            @PathVariable long id,
            @PathVariable long member,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody RecallRequest request,
            Caller caller,
            @Subtree Scope scope) {
        var plan = new RecallMember.Plan(
                id,
                member,
                request.on(),
                request.reason().strip(),
                request.document().strip(),
                request.replacement().name().strip(),
                request.replacement().account());
        return answer(recallMember.recall(plan, ifMatch, caller), scope);
    }

    @Operation(summary = "End a work team")
    @Idempotent
    @PostMapping("/v1/work-teams/{id}/end")
    ResponseEntity<?> end(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody EndRequest request,
            Caller caller,
            @Subtree Scope scope) {
        return answer(recallMember.end(id, request.on(), ifMatch, caller), scope);
    }

    @Operation(summary = "A work team with all who were ever of it")
    @GetMapping("/v1/work-teams/{id}")
    ResponseEntity<?> team(@PathVariable long id, @Subtree(lines = true) Scope scope) {
        var found = teams.find(id, scope);
        return found.isEmpty() ? problem(NOT_FOUND, "workteam.unknown") : answer(OK, found.get(), scope);
    }

    @Operation(summary = "Work teams, the newest first")
    @GetMapping("/v1/work-teams")
    Page<WorkTeam> teams(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        var last = Cursor.parse(cursor, 1);
        long before = last == null ? Long.MAX_VALUE : last.number(0);
        return Page.of(teams.list(before, limit + 1, scope), limit, (WorkTeam team) -> Cursor.of(team.id()));
    }

    private ResponseEntity<?> answer(RecallMember.Outcome outcome, Scope scope) {
        return switch (outcome) {
            case RecallMember.Outcome.Done(var team) -> answer(OK, team, scope);
            case RecallMember.Outcome.Unknown() -> problem(NOT_FOUND, "workteam.unknown");
            case RecallMember.Outcome.NotSender() -> problem(FORBIDDEN, "workteam.not-sender");
            case RecallMember.Outcome.Over() -> problem(CONFLICT, "workteam.over");
            case RecallMember.Outcome.WrongDay() -> problem(UNPROCESSABLE_CONTENT, "workteam.wrong-day");
        };
    }

    private ResponseEntity<TeamResponse> answer(HttpStatus status, WorkTeam team, Scope scope) {
        return ResponseEntity.status(status)
                .eTag(ETags.of(team.version()))
                .body(new TeamResponse(team, teams.listMembers(team, scope)));
    }
}
