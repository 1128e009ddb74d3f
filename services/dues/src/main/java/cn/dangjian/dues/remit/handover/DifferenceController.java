package cn.dangjian.dues.remit.handover;

import static cn.dangjian.dues.remit.handover.DifferenceRefusal.HANDOVER_UNKNOWN;
import static cn.dangjian.dues.remit.handover.DifferenceRefusal.UNKNOWN;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.remit.handover.SettleDifference.DecisionRequest;
import cn.dangjian.dues.remit.handover.SettleDifference.FoundRequest;
import cn.dangjian.dues.remit.handover.SettleDifference.LostRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What did not arrive, and what became of it. */
@Tag(name = "differences 差额")
@RestController
class DifferenceController {

    private final SettleDifference settle;
    private final DifferenceTable differences;
    private final HandoverTable handovers;

    DifferenceController(SettleDifference settle, DifferenceTable differences, HandoverTable handovers) {
        this.settle = settle;
        this.differences = differences;
        this.handovers = handovers;
    }

    /** @param missing what did not arrive and is not explained */
    record DifferencesView(long handover, Yuan missing, List<Difference> differences) {}

    @Operation(summary = "Say that what was missing has arrived later (差额后到)")
    @Idempotent
    @PostMapping("/v1/handovers/{id}/late-arrivals")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Difference> found(@PathVariable long id, @Valid @RequestBody FoundRequest request, Desk desk) {
        return Reply.created(settle.found(id, request, desk));
    }

    @Operation(summary = "Ask to give up what was missing (申请核销差额)")
    @Idempotent
    @PostMapping("/v1/handovers/{id}/losses")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Difference> askLoss(@PathVariable long id, @Valid @RequestBody LostRequest request, Desk desk) {
        return Reply.created(settle.askLoss(id, request, desk));
    }

    @Operation(summary = "Decide whether what was missing is given up (核销决定)")
    @Idempotent
    @PostMapping("/v1/losses/{id}/decision")
    ResponseEntity<Difference> decide(
            @PathVariable long id, Seen seen, @Valid @RequestBody DecisionRequest request, Desk desk) {
        return Reply.ok(settle.decide(id, request, seen, desk));
    }

    @Operation(summary = "A request to give up what was missing")
    @GetMapping("/v1/losses/{id}")
    ResponseEntity<Difference> loss(@PathVariable long id, @Subtree Scope scope) {
        return Reply.ok(differences.find(id, scope).orElseThrow(UNKNOWN));
    }

    @Operation(summary = "What of something sent did not arrive, and what became of it")
    @GetMapping("/v1/handovers/{id}/differences")
    DifferencesView differences(@PathVariable long id, @Subtree Scope scope) {
        var handover = handovers.find(id, scope).orElseThrow(HANDOVER_UNKNOWN);
        var received = handover.received();
        long missing = received == null ? 0 : handover.sent().fen() - received.fen() - differences.explained(id);
        return new DifferencesView(id, new Yuan(missing), differences.list(id, scope));
    }
}
