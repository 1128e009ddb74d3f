package cn.dangjian.dues.pay.payment;

import static cn.dangjian.dues.pay.payment.PaymentRefusal.UNKNOWN;

import cn.dangjian.dues.pay.payment.TakeBack.RefundRequest;
import cn.dangjian.dues.pay.payment.TakeBack.ReversalRequest;
import cn.dangjian.dues.pay.payment.TakePayment.PaymentRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
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

/** What is taken of members, and given back. */
@Tag(name = "payments 收缴")
@RestController
class PaymentController {

    private final TakePayment takePayment;
    private final TakeBack takeBack;
    private final PaymentQueries payments;

    PaymentController(TakePayment takePayment, TakeBack takeBack, PaymentQueries payments) {
        this.takePayment = takePayment;
        this.takeBack = takeBack;
        this.payments = payments;
    }

    @Operation(summary = "Book dues that a member has paid (收缴党费)")
    @Idempotent
    @PostMapping("/v1/members/{id}/payments")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Payment> take(@PathVariable long id, @Valid @RequestBody PaymentRequest request, Desk desk) {
        return Reply.created(takePayment.take(id, request, desk));
    }

    @Operation(summary = "Book what a member gives beside his dues, above a bound (一次多交纳1000元以上的党费)")
    @Idempotent
    @PostMapping("/v1/members/{id}/gifts")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Payment> give(@PathVariable long id, @Valid @RequestBody PaymentRequest request, Desk desk) {
        return Reply.created(takePayment.give(id, request, desk));
    }

    @Operation(summary = "Give back what a member has paid more than he owes (退还)")
    @Idempotent
    @PostMapping("/v1/members/{id}/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Payment> refund(@PathVariable long id, @Valid @RequestBody RefundRequest request, Desk desk) {
        return Reply.created(takeBack.refund(id, request, desk));
    }

    @Operation(summary = "Take a wrong booking back (冲销)")
    @Idempotent
    @PostMapping("/v1/payments/{id}/reversal")
    ResponseEntity<Payment> reverse(@PathVariable long id, @Valid @RequestBody ReversalRequest request, Desk desk) {
        return Reply.ok(takeBack.reverse(id, request, desk));
    }

    @Operation(summary = "A payment")
    @GetMapping("/v1/payments/{id}")
    Payment payment(@PathVariable long id, @Subtree Scope scope) {
        return payments.find(id, scope).orElseThrow(UNKNOWN);
    }

    @Operation(summary = "What was booked of members at and below the caller's unit, the newest first")
    @GetMapping("/v1/payments")
    Page<Payment> payments(Slice slice, @Subtree Scope scope) {
        return slice.newest(payments.list(slice, scope), Payment::id);
    }
}
