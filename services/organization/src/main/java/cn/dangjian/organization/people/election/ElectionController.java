package cn.dangjian.organization.people.election;

import static cn.dangjian.organization.people.election.ElectionRefusal.UNKNOWN;

import cn.dangjian.organization.people.election.ApproveElection.ApprovalRequest;
import cn.dangjian.organization.people.election.Election.Recorded;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.Unit;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Writing elections down, reading them with the rules they fulfil, approving them. */
@Tag(name = "elections 换届选举")
@RestController
class ElectionController {

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
            @Nullable LocalDate closedOn,
            @Nullable String closeReason,
            long version)
            implements Versioned {}

    @Operation(summary = "Write down what a meeting voted")
    @Idempotent
    @PostMapping("/v1/units/{id}/elections")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ElectionResponse> record(@PathVariable UnitId id, @Valid @RequestBody Election election, Desk desk) {
        return Reply.created(response(recordElection.record(id, election, desk), desk));
    }

    @Operation(summary = "An election, and for each rule whether it is fulfilled")
    @GetMapping("/v1/elections/{id}")
    ResponseEntity<ElectionResponse> election(@PathVariable long id, @Subtree(lines = true) Desk desk) {
        return Reply.ok(response(elections.find(id, desk.scope()).orElseThrow(UNKNOWN), desk));
    }

    @Operation(summary = "A unit's elections, the newest first")
    @GetMapping("/v1/units/{id}/elections")
    Page<ElectionResponse> elections(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(50) int limit,
            @Subtree(lines = true) Desk desk) {
        var unit = desk.known(id).filter(found -> !found.isHeading()).orElseThrow(UNKNOWN);
        var slice = new Slice(cursor, limit);
        return slice.newest(elections.list(id, slice, Scope.own(unit.path())), Recorded::id)
                .map(recorded -> response(recorded, unit));
    }

    @Operation(summary = "Approve what was voted, and seat the team (批复)")
    @Idempotent
    @PostMapping("/v1/elections/{id}/approval")
    ResponseEntity<ElectionResponse> approve(
            @PathVariable long id, Seen seen, @Valid @RequestBody ApprovalRequest request, Desk desk) {
        return Reply.ok(response(approveElection.approve(id, request, seen, desk), desk));
    }

    private ElectionResponse response(Recorded recorded, Desk desk) {
        return response(recorded, desk.known(recorded.unit()).orElseThrow(UNKNOWN));
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
                recorded.closedOn(),
                recorded.closeReason(),
                recorded.version());
    }
}
