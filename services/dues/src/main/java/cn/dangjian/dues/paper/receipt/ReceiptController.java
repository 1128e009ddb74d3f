package cn.dangjian.dues.paper.receipt;

import static cn.dangjian.dues.paper.receipt.ReceiptRefusal.NOT_ISSUED;
import static cn.dangjian.dues.paper.receipt.ReceiptRefusal.NO_FILE;
import static cn.dangjian.dues.paper.receipt.ReceiptRefusal.PAYMENT_UNKNOWN;

import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.caller.Self;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Receipts; printing takes no {@code Idempotency-Key}, since each print counts. */
@Tag(name = "receipts 收据")
@RestController
class ReceiptController {

    private final IssueReceipt issueReceipt;
    private final PrintReceipt printReceipt;
    private final ReceiptTable receipts;
    private final RollTable payers;

    ReceiptController(IssueReceipt issueReceipt, PrintReceipt printReceipt, ReceiptTable receipts, RollTable payers) {
        this.issueReceipt = issueReceipt;
        this.printReceipt = printReceipt;
        this.receipts = receipts;
        this.payers = payers;
    }

    @Operation(summary = "Give a receipt for a payment; of one payment there is one (开具收据)")
    @Idempotent
    @PostMapping("/v1/payments/{id}/receipt")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Receipt> issue(@PathVariable long id, Desk desk) {
        return Reply.created(issueReceipt.issue(id, desk));
    }

    @Operation(summary = "The receipt of a payment; of one that was taken back it says so")
    @GetMapping("/v1/payments/{id}/receipt")
    Receipt receipt(@PathVariable long id, @Subtree Scope scope) {
        PAYMENT_UNKNOWN.when(receipts.findPaid(id, scope).isEmpty());
        return receipts.find(id).orElseThrow(NOT_ISSUED);
    }

    @Operation(summary = "Print a receipt; from the second time on it is a copy (补打)")
    @PostMapping(path = "/v1/payments/{id}/receipt/prints", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] print(@PathVariable long id, Desk desk) {
        return printReceipt.print(id, desk);
    }

    @Operation(summary = "The receipt of a payment of the caller himself")
    @GetMapping("/v1/me/payments/{id}/receipt")
    Receipt own(@PathVariable long id, Self self) {
        PAYMENT_UNKNOWN.when(receipts.findPaid(id, member(self)).isEmpty());
        return receipts.find(id).orElseThrow(NOT_ISSUED);
    }

    @Operation(summary = "Print the receipt of a payment of the caller himself; it is issued if it was not")
    @PostMapping(path = "/v1/me/payments/{id}/receipt/prints", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] printOwn(@PathVariable long id, Self self) {
        return printReceipt.printOwn(id, member(self), self);
    }

    private long member(Self self) {
        return payers.ofAccount(self.account()).orElseThrow(NO_FILE);
    }
}
