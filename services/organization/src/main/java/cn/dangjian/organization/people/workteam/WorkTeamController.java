package cn.dangjian.organization.people.workteam;

import static cn.dangjian.organization.people.workteam.WorkTeamRefusal.UNKNOWN;

import cn.dangjian.organization.people.workteam.RecallMember.RecallRequest;
import cn.dangjian.organization.people.workteam.SendTeam.TeamRequest;
import cn.dangjian.organization.people.workteam.WorkTeam.Member;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

    record EndRequest(@NotNull LocalDate on) {}

    record TeamResponse(WorkTeam team, List<Member> members) implements Versioned {

        @Override
        public long version() {
            return team.version();
        }
    }

    @Operation(summary = "Send a work team to a village (派驻)")
    @Idempotent
    @PostMapping("/v1/units/{id}/work-teams")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TeamResponse> send(@PathVariable UnitId id, @Valid @RequestBody TeamRequest request, Desk desk) {
        return Reply.created(response(sendTeam.send(id, request, desk), desk.scope()));
    }

    @Operation(summary = "Recall somebody, and say who comes instead (召回)")
    @Idempotent
    @PostMapping("/v1/work-teams/{id}/members/{member}/recall")
    ResponseEntity<TeamResponse> recall(
            @PathVariable long id,
            @PathVariable long member,
            Seen seen,
            @Valid @RequestBody RecallRequest request,
            Desk desk) {
        return Reply.ok(response(recallMember.recall(id, member, request, seen, desk), desk.scope()));
    }

    @Operation(summary = "End a work team")
    @Idempotent
    @PostMapping("/v1/work-teams/{id}/end")
    ResponseEntity<TeamResponse> end(
            @PathVariable long id, Seen seen, @Valid @RequestBody EndRequest request, Desk desk) {
        return Reply.ok(response(recallMember.end(id, request.on(), seen, desk), desk.scope()));
    }

    @Operation(summary = "A work team with all who were ever of it")
    @GetMapping("/v1/work-teams/{id}")
    ResponseEntity<TeamResponse> team(@PathVariable long id, @Subtree(lines = true) Scope scope) {
        return Reply.ok(response(teams.find(id, scope).orElseThrow(UNKNOWN), scope));
    }

    @Operation(summary = "Work teams, the newest first")
    @GetMapping("/v1/work-teams")
    Page<WorkTeam> teams(Slice slice, @Subtree(lines = true) Scope scope) {
        return slice.newest(teams.list(slice, scope), WorkTeam::id);
    }

    private TeamResponse response(WorkTeam team, Scope scope) {
        return new TeamResponse(team, teams.listMembers(team, scope));
    }
}
