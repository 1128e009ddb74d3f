package cn.dangjian.member.moving.transfer;

import cn.dangjian.member.moving.transfer.AcceptTransfer.DepartureRequest;
import cn.dangjian.member.moving.transfer.AskTransfer.CorrectionRequest;
import cn.dangjian.member.moving.transfer.AskTransfer.TransferRequest;
import cn.dangjian.member.moving.transfer.DecideTransfer.LetterRequest;
import cn.dangjian.member.moving.transfer.DecideTransfer.ProlongationRequest;
import cn.dangjian.member.moving.transfer.ReportArrival.ArrivalRequest;
import cn.dangjian.member.moving.transfer.Transfer.Sort;
import cn.dangjian.member.moving.transfer.TransferViews.FiguresResponse;
import cn.dangjian.member.moving.transfer.TransferViews.TransferResponse;
import cn.dangjian.member.moving.transfer.TransferViews.TransferRow;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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

/** Transfers, from the request to the receipt. */
@Tag(name = "transfers 组织关系转接")
@RestController
class TransferController {

    private final AskTransfer askTransfer;
    private final ReportArrival reportArrival;
    private final DecideTransfer decideTransfer;
    private final AcceptTransfer acceptTransfer;
    private final TransferViews views;

    TransferController(
            AskTransfer askTransfer,
            ReportArrival reportArrival,
            DecideTransfer decideTransfer,
            AcceptTransfer acceptTransfer,
            TransferViews views) {
        this.askTransfer = askTransfer;
        this.reportArrival = reportArrival;
        this.decideTransfer = decideTransfer;
        this.acceptTransfer = acceptTransfer;
        this.views = views;
    }

    record NoteRequest(
            @Nullable @Size(max = 500) @Stripped(lines = true)
            String note) {}

    record ReasonRequest(
            @NotBlank @Size(max = 500) @Stripped(lines = true)
            String reason) {}

    @Operation(
            summary = "Ask that somebody may go to another branch, or to another province (申请转出)",
            description = "Until the other side accepts him, nothing changes: he is counted and kept where he is.")
    @Idempotent
    @PostMapping("/v1/members/{id}/transfers")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TransferResponse> ask(
            @PathVariable long id, @Valid @RequestBody TransferRequest request, Desk desk) {
        return Reply.created(views.of(askTransfer.ask(id, request, desk), desk));
    }

    @Operation(
            summary = "Write down who has come with the letter of another province (报到)",
            description = "What the letter says is kept sealed, and becomes a file when the branch accepts him; of"
                    + " somebody who went there from here, the old file comes back.")
    @Idempotent
    @PostMapping("/v1/transfers/arrivals")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TransferResponse> report(@Valid @RequestBody ArrivalRequest request, Desk desk) {
        return Reply.created(views.of(reportArrival.report(request, desk), desk));
    }

    @Operation(summary = "The committee above the branch of origin agrees (转出审批)")
    @Idempotent
    @PostMapping("/v1/transfers/{id}/approval")
    ResponseEntity<TransferResponse> approve(
            @PathVariable long id, Seen seen, @Valid @RequestBody NoteRequest request, Desk desk) {
        return Reply.ok(views.of(decideTransfer.approve(id, request.note(), seen, desk), desk));
    }

    @Operation(summary = "The committee above the branch of origin issues the letter (开具介绍信)")
    @Idempotent
    @PostMapping("/v1/transfers/{id}/letter")
    ResponseEntity<TransferResponse> issue(
            @PathVariable long id, Seen seen, @Valid @RequestBody LetterRequest request, Desk desk) {
        return Reply.ok(views.of(decideTransfer.issue(id, request, seen, desk), desk));
    }

    @Operation(summary = "Issue a new letter in the place of one that was lost or has expired (补开介绍信)")
    @Idempotent
    @PostMapping("/v1/transfers/{id}/prolongation")
    ResponseEntity<TransferResponse> prolong(
            @PathVariable long id, Seen seen, @Valid @RequestBody ProlongationRequest request, Desk desk) {
        return Reply.ok(views.of(decideTransfer.prolong(id, request, seen, desk), desk));
    }

    @Operation(summary = "The committee above the branch of destination agrees (转入审批)")
    @Idempotent
    @PostMapping("/v1/transfers/{id}/admission")
    ResponseEntity<TransferResponse> admit(
            @PathVariable long id, Seen seen, @Valid @RequestBody NoteRequest request, Desk desk) {
        return Reply.ok(views.of(decideTransfer.admit(id, request.note(), seen, desk), desk));
    }

    @Operation(
            summary = "The branch of destination accepts him: from today on he belongs to it (接收)",
            description =
                    "The branch of origin loses the file with it, and keeps the transfer and its figures of before.")
    @Idempotent
    @PostMapping("/v1/transfers/{id}/acceptance")
    ResponseEntity<TransferResponse> accept(
            @PathVariable long id, Seen seen, @Valid @RequestBody NoteRequest request, Desk desk) {
        return Reply.ok(views.of(acceptTransfer.accept(id, request.note(), seen, desk), desk));
    }

    @Operation(summary = "The committee above the branch of destination gives the receipt (回执)")
    @Idempotent
    @PostMapping("/v1/transfers/{id}/receipt")
    ResponseEntity<TransferResponse> confirm(
            @PathVariable long id, Seen seen, @Valid @RequestBody NoteRequest request, Desk desk) {
        return Reply.ok(views.of(acceptTransfer.confirm(id, request.note(), seen, desk), desk));
    }

    @Operation(summary = "Write down the receipt of another province: he belongs to it (省外回执)")
    @Idempotent
    @PostMapping("/v1/transfers/{id}/departure")
    ResponseEntity<TransferResponse> leave(
            @PathVariable long id, Seen seen, @Valid @RequestBody DepartureRequest request, Desk desk) {
        return Reply.ok(views.of(acceptTransfer.leave(id, request, seen, desk), desk));
    }

    @Operation(summary = "Send it back to the branch of origin, with the reason (退回)")
    @Idempotent
    @PostMapping("/v1/transfers/{id}/return")
    ResponseEntity<TransferResponse> sendBack(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReasonRequest request, Desk desk) {
        return Reply.ok(views.of(decideTransfer.sendBack(id, request.reason(), seen, desk), desk));
    }

    @Operation(summary = "Correct what was sent back, and ask once more (修改后重报)")
    @Idempotent
    @PostMapping("/v1/transfers/{id}/correction")
    ResponseEntity<TransferResponse> correct(
            @PathVariable long id, Seen seen, @Valid @RequestBody CorrectionRequest request, Desk desk) {
        return Reply.ok(views.of(askTransfer.correct(id, request, seen, desk), desk));
    }

    @Operation(summary = "Take it back before he is accepted, with the reason (撤销)")
    @Idempotent
    @PostMapping("/v1/transfers/{id}/revocation")
    ResponseEntity<TransferResponse> revoke(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReasonRequest request, Desk desk) {
        return Reply.ok(views.of(decideTransfer.revoke(id, request.reason(), seen, desk), desk));
    }

    @Operation(summary = "A transfer: where it stands, whose turn it is, what is due, and its journal")
    @GetMapping("/v1/transfers/{id}")
    ResponseEntity<TransferResponse> transfer(@PathVariable long id, Desk desk) {
        return Reply.ok(views.find(id, desk));
    }

    @Operation(
            summary = "Transfers, the newest first",
            description =
                    "side: OUT for those that go from the caller's units, IN for those that come to them; both, if"
                            + " none is named. late: only those in which something should have been done by now.")
    @GetMapping("/v1/transfers")
    Page<TransferRow> transfers(
            @RequestParam(required = false) @Nullable Side side,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "false") boolean late,
            Slice slice,
            Desk desk) {
        return views.list(side == null ? null : side.sort, open, late, slice, desk);
    }

    /** From the caller's units, or to them. */
    enum Side {
        OUT(Sort.OUT),
        IN(Sort.IN);

        private final Sort sort;

        Side(Sort sort) {
            this.sort = sort;
        }
    }

    @Operation(summary = "How many came, went, were sent back and are late in a year, of a unit and those below it")
    @GetMapping("/v1/units/{id}/transfers/figures")
    FiguresResponse figures(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable @Min(1000) @Max(2999) Integer year,
            Desk desk) {
        return views.figures(id, year, desk);
    }
}
