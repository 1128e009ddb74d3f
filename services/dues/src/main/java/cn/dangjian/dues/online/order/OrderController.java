package cn.dangjian.dues.online.order;

import static cn.dangjian.dues.online.order.OrderRefusal.NO_FILE;
import static cn.dangjian.dues.online.order.OrderRefusal.UNKNOWN;

import cn.dangjian.dues.online.order.EndOrder.RefundRequest;
import cn.dangjian.dues.online.order.PlaceOrder.OrderRequest;
import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.caller.Self;
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

/** What members pay online. */
@Tag(name = "orders 线上缴费")
@RestController
class OrderController {

    private final PlaceOrder placeOrder;
    private final EndOrder endOrder;
    private final OrderTable orders;
    private final RollTable payers;

    OrderController(PlaceOrder placeOrder, EndOrder endOrder, OrderTable orders, RollTable payers) {
        this.placeOrder = placeOrder;
        this.endOrder = endOrder;
        this.orders = orders;
        this.payers = payers;
    }

    @Operation(
            summary = "Pay one's own dues online (线上缴费)",
            description = "The answer has no payUrl yet: the provider is told in the background. Read the order again"
                    + " until it is PAYING; whoever has its payUrl, such as a relative, may pay it.")
    @Idempotent
    @PostMapping("/v1/me/orders")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Order> place(@Valid @RequestBody OrderRequest request, Self self) {
        return Reply.created(placeOrder.place(request, self.account()));
    }

    @Operation(summary = "One's own orders, the newest first")
    @GetMapping("/v1/me/orders")
    Page<Order> own(Slice slice, Self self) {
        long member = payers.ofAccount(self.account()).orElseThrow(NO_FILE);
        return slice.newest(orders.listOwn(member, slice), Order::id);
    }

    @Operation(summary = "One's own order")
    @GetMapping("/v1/me/orders/{id}")
    ResponseEntity<Order> ownOrder(@PathVariable long id, Self self) {
        long member = payers.ofAccount(self.account()).orElseThrow(NO_FILE);
        return Reply.ok(orders.findOwn(id, member).orElseThrow(UNKNOWN));
    }

    @Operation(summary = "Give up one's own order; it is closed when the provider has closed it (撤单)")
    @Idempotent
    @PostMapping("/v1/me/orders/{id}/closing")
    ResponseEntity<Order> close(@PathVariable long id, Self self) {
        return Reply.ok(endOrder.close(id, self.account()));
    }

    @Operation(summary = "Send what was paid online back where it came from (退款)")
    @Idempotent
    @PostMapping("/v1/orders/{id}/refund")
    ResponseEntity<Order> refund(@PathVariable long id, @Valid @RequestBody RefundRequest request, Desk desk) {
        return Reply.ok(endOrder.refund(id, request, desk));
    }

    @Operation(summary = "An order")
    @GetMapping("/v1/orders/{id}")
    ResponseEntity<Order> order(@PathVariable long id, @Subtree Scope scope) {
        return Reply.ok(orders.find(id, scope).orElseThrow(UNKNOWN));
    }

    @Operation(summary = "What members at and below the caller's unit have ordered, the newest first")
    @GetMapping("/v1/orders")
    Page<Order> orders(Slice slice, @Subtree Scope scope) {
        return slice.newest(orders.list(slice, scope), Order::id);
    }
}
