package cn.dangjian.dues.remit.handover;

import static cn.dangjian.dues.remit.handover.HandoverRefusal.UNKNOWN;

import cn.dangjian.dues.remit.handover.PassOn.ReceiveRequest;
import cn.dangjian.dues.remit.handover.PassOn.SendRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is passed on from tier to tier. */
@Tag(name = "handovers 上缴")
@RestController
class HandoverController {

    private final PassOn passOn;
    private final HandoverTable handovers;

    HandoverController(PassOn passOn, HandoverTable handovers) {
        this.passOn = passOn;
        this.handovers = handovers;
    }

    @Operation(summary = "Send money to the organisation above (上缴)")
    @Idempotent
    @PostMapping("/v1/units/{id}/handovers")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Handover> send(@PathVariable UnitId id, @Valid @RequestBody SendRequest request, Desk desk) {
        return Reply.created(passOn.send(id, request, desk));
    }

    @Operation(summary = "Say what has arrived (签收上缴)")
    @Idempotent
    @PostMapping("/v1/handovers/{id}/receipt")
    ResponseEntity<Handover> receive(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReceiveRequest request, Desk desk) {
        return Reply.ok(passOn.receive(id, request, seen, desk));
    }

    @Operation(summary = "What was sent, with what has arrived")
    @GetMapping("/v1/handovers/{id}")
    ResponseEntity<Handover> handover(@PathVariable long id, @Subtree Scope scope) {
        return Reply.ok(handovers.find(id, scope).orElseThrow(UNKNOWN));
    }

    @Operation(summary = "What units at and below the caller's have sent, the newest first")
    @GetMapping("/v1/handovers")
    Page<Handover> handovers(Slice slice, @Subtree Scope scope) {
        return slice.newest(handovers.list(slice, scope), Handover::id);
    }
}
