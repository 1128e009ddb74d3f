package cn.dangjian.dues.care.relief;

import static cn.dangjian.dues.care.relief.ReliefRefusal.MEMBER_UNKNOWN;
import static cn.dangjian.dues.care.relief.ReliefRefusal.UNKNOWN;

import cn.dangjian.dues.care.relief.DecideRelief.EndRequest;
import cn.dangjian.dues.care.relief.ProposeRelief.ReliefRequest;
import cn.dangjian.dues.care.relief.ReliefCase.State;
import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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

/** Who is to pay less, and who does. */
@Tag(name = "reliefs 少交免交")
@RestController
class ReliefController {

    private final ProposeRelief proposeRelief;
    private final DecideRelief decideRelief;
    private final ReliefRepository proposals;
    private final RollTable payers;

    ReliefController(
            ProposeRelief proposeRelief, DecideRelief decideRelief, ReliefRepository proposals, RollTable payers) {
        this.proposeRelief = proposeRelief;
        this.decideRelief = decideRelief;
        this.proposals = proposals;
        this.payers = payers;
    }

    record ApprovalRequest(
            @NotNull LocalDate day,
            @NotBlank @Size(max = 100) @Stripped String document,

            @Nullable @Size(max = 200) @Stripped(lines = true)
            String note) {}

    record ReasonRequest(
            @NotBlank @Size(max = 200) @Stripped(lines = true)
            String reason) {}

    record ReliefView(ReliefCase relief) implements Versioned {

        @Override
        public long version() {
            return relief.version();
        }
    }

    @Operation(
            summary = "Propose that a member pays less, or nothing, for some months (提出少交、免交)",
            description = "After the branch's study; nothing changes until the committee above has decided.")
    @Idempotent
    @PostMapping("/v1/members/{id}/reliefs")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ReliefView> propose(@PathVariable long id, @Valid @RequestBody ReliefRequest request, Desk desk) {
        return Reply.created(new ReliefView(proposeRelief.propose(id, request, desk)));
    }

    @Operation(
            summary = "Grant what the branch has proposed (批准)",
            description = "Months that are billed already are corrected, with the document.")
    @Idempotent
    @PostMapping("/v1/reliefs/{id}/approval")
    ResponseEntity<ReliefView> grant(
            @PathVariable long id, Seen seen, @Valid @RequestBody ApprovalRequest request, Desk desk) {
        var said = Said.on(request.day()).by(request.document()).note(request.note());
        return Reply.ok(new ReliefView(decideRelief.grant(id, said, seen, desk)));
    }

    @Operation(summary = "Do not grant it (不予批准)")
    @Idempotent
    @PostMapping("/v1/reliefs/{id}/refusal")
    ResponseEntity<ReliefView> refuse(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReasonRequest request, Desk desk) {
        return Reply.ok(new ReliefView(decideRelief.refuse(id, request.reason(), seen, desk)));
    }

    @Operation(summary = "Take the proposal back (撤回)")
    @Idempotent
    @PostMapping("/v1/reliefs/{id}/withdrawal")
    ResponseEntity<ReliefView> withdraw(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReasonRequest request, Desk desk) {
        return Reply.ok(new ReliefView(proposeRelief.withdraw(id, request.reason(), seen, desk)));
    }

    @Operation(summary = "End it before its time: from a month on he pays again what is due (提前终止)")
    @Idempotent
    @PostMapping("/v1/reliefs/{id}/end")
    ResponseEntity<ReliefView> end(@PathVariable long id, @Valid @RequestBody EndRequest request, Desk desk) {
        return Reply.ok(new ReliefView(decideRelief.end(id, request, desk)));
    }

    @Operation(summary = "What was proposed for a member, and what became of it")
    @GetMapping("/v1/reliefs/{id}")
    ResponseEntity<ReliefView> relief(@PathVariable long id, Desk desk) {
        return Reply.ok(new ReliefView(proposals.find(id, desk.scope()).orElseThrow(UNKNOWN)));
    }

    @Operation(summary = "What was proposed, the newest first")
    @GetMapping("/v1/reliefs")
    Page<ReliefCase> reliefs(@RequestParam(required = false) @Nullable State state, Slice slice, Desk desk) {
        return slice.newest(proposals.list(null, state, slice, desk.scope()), ReliefCase::id);
    }

    @Operation(summary = "What was proposed for a member, the newest first")
    @GetMapping("/v1/members/{id}/reliefs")
    Page<ReliefCase> reliefsOf(@PathVariable long id, Slice slice, Desk desk) {
        MEMBER_UNKNOWN.when(payers.find(id, desk.scope()).isEmpty());
        return slice.newest(proposals.list(id, null, slice, desk.scope()), ReliefCase::id);
    }
}
