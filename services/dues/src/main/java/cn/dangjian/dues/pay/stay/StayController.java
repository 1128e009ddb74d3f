package cn.dangjian.dues.pay.stay;

import static cn.dangjian.dues.pay.stay.StayRefusal.UNIT_UNKNOWN;
import static cn.dangjian.dues.pay.stay.StayRefusal.UNKNOWN;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.pay.stay.HandBack.ReceiptRequest;
import cn.dangjian.dues.pay.stay.HandBack.ReturnRequest;
import cn.dangjian.dues.pay.stay.LeaveToStay.AgreementRequest;
import cn.dangjian.dues.pay.stay.SettlementTable.Balance;
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

/** What branches of stay hold for branches of origin, and how they settle it. */
@Tag(name = "stays 流动党员交纳")
@RestController
class StayController {

    private final HandBack handBack;
    private final LeaveToStay leaveToStay;
    private final SettlementTable settlements;
    private final StayTerms terms;

    StayController(HandBack handBack, LeaveToStay leaveToStay, SettlementTable settlements, StayTerms terms) {
        this.handBack = handBack;
        this.leaveToStay = leaveToStay;
        this.settlements = settlements;
        this.terms = terms;
    }

    /**
     * @param paid what the branch of stay has taken of the other one's members, less what was taken back
     * @param received what the branch of origin has received of it
     * @param underway what was sent and is not received
     * @param kept what the branch of origin leaves to the branch of stay, by document
     * @param open what is still to be handed over; negative if something was taken back after that. Nothing where the province
     *     has said that it stays where it was paid
     */
    record BalanceView(
            long stay,
            String stayName,
            long origin,
            String originName,
            Yuan paid,
            Yuan received,
            Yuan underway,
            Yuan kept,
            Yuan open) {}

    @Operation(summary = "What a branch holds of other branches' members, and they of its own (流入流出结算)")
    @GetMapping("/v1/units/{id}/stays/balances")
    List<BalanceView> balances(@PathVariable UnitId id, Desk desk) {
        UNIT_UNKNOWN.when(desk.known(id).isEmpty());
        return settlements.listBalances(id).stream()
                .map(balance -> view(balance, desk.today()))
                .toList();
    }

    @Operation(summary = "Send a branch of origin what was taken of its members")
    @Idempotent
    @PostMapping("/v1/units/{id}/stays/handovers")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<StayHandover> send(@PathVariable UnitId id, @Valid @RequestBody ReturnRequest request, Desk desk) {
        return Reply.created(handBack.send(id, request, desk));
    }

    @Operation(summary = "Say what has arrived of what a branch of stay has sent")
    @Idempotent
    @PostMapping("/v1/stay-handovers/{id}/receipt")
    ResponseEntity<StayHandover> receive(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReceiptRequest request, Desk desk) {
        return Reply.ok(handBack.receive(id, request, seen, desk));
    }

    @Operation(summary = "Leave to a branch of stay what it has taken, by a document (留归流入地)")
    @Idempotent
    @PostMapping("/v1/units/{id}/stays/agreements")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<BalanceView> leave(
            @PathVariable UnitId id, @Valid @RequestBody AgreementRequest request, Desk desk) {
        return Reply.created(view(leaveToStay.leave(id, request, desk), desk.today()));
    }

    @Operation(summary = "What a branch of stay has sent, with what has arrived")
    @GetMapping("/v1/stay-handovers/{id}")
    ResponseEntity<StayHandover> handover(@PathVariable long id, @Subtree Scope scope) {
        return Reply.ok(settlements.find(id, scope).orElseThrow(UNKNOWN));
    }

    @Operation(summary = "What was sent from and to units at and below the caller's, the newest first")
    @GetMapping("/v1/stay-handovers")
    Page<StayHandover> handovers(Slice slice, @Subtree Scope scope) {
        return slice.newest(settlements.list(slice, scope), StayHandover::id);
    }

    private BalanceView view(Balance balance, LocalDate day) {
        return new BalanceView(
                balance.stay(),
                balance.stayName(),
                balance.origin(),
                balance.originName(),
                new Yuan(balance.paid()),
                new Yuan(balance.received()),
                new Yuan(balance.underway()),
                new Yuan(balance.kept()),
                new Yuan(terms.open(balance, day)));
    }
}
