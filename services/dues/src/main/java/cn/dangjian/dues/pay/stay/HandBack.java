package cn.dangjian.dues.pay.stay;

import static cn.dangjian.dues.pay.stay.StayRefusal.AMOUNT_IMPOSSIBLE;
import static cn.dangjian.dues.pay.stay.StayRefusal.MORE_THAN_SENT;
import static cn.dangjian.dues.pay.stay.StayRefusal.NOTE_MISSING;
import static cn.dangjian.dues.pay.stay.StayRefusal.NOT_OPEN;
import static cn.dangjian.dues.pay.stay.StayRefusal.NOT_ORIGIN;
import static cn.dangjian.dues.pay.stay.StayRefusal.NOT_STAY;
import static cn.dangjian.dues.pay.stay.StayRefusal.NOT_THERE;
import static cn.dangjian.dues.pay.stay.StayRefusal.RECEIVED_ALREADY;
import static cn.dangjian.dues.pay.stay.StayRefusal.UNIT_UNKNOWN;
import static cn.dangjian.dues.pay.stay.StayRefusal.UNKNOWN;
import static cn.dangjian.dues.pay.stay.StayRefusal.WRONG_DAY;

import cn.dangjian.dues.book.ledger.Account;
import cn.dangjian.dues.book.ledger.Booking;
import cn.dangjian.dues.book.ledger.Fund;
import cn.dangjian.dues.book.ledger.LedgerTable;
import cn.dangjian.dues.book.ledger.Line;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 流入地与流出地结算: a branch of stay hands over what it has taken of another branch's members. With the money goes where it
 * counts as collected: up to the receipt at the one, from then on at the other, never at both.
 */
@Service
class HandBack {

    private final SettlementTable settlements;
    private final StayTerms terms;
    private final LedgerTable ledger;

    HandBack(SettlementTable settlements, StayTerms terms, LedgerTable ledger) {
        this.settlements = settlements;
        this.terms = terms;
        this.ledger = ledger;
    }

    /** @param origin the branch to which those who have paid belong */
    record ReturnRequest(
            @NotNull UnitId origin,
            @NotNull @Valid Yuan amount,
            @NotNull LocalDate day,

            @Nullable @Size(max = 300) @Stripped(lines = true)
            String note) {}

    record ReceiptRequest(
            @NotNull @Valid Yuan amount,
            @NotNull LocalDate day,
            @NotBlank @Size(max = 100) @Stripped String receipt,

            @Nullable @Size(max = 300) @Stripped(lines = true)
            String note) {}

    /** No more than is open between the two, and than the unit holds. */
    @Transactional
    StayHandover send(UnitId stay, ReturnRequest request, Desk desk) {
        UNIT_UNKNOWN.when(desk.find(stay).isEmpty());
        NOT_STAY.unless(desk.isOf(stay));
        AMOUNT_IMPOSSIBLE.unless(request.amount().isPositive());
        WRONG_DAY.when(request.day().isAfter(desk.today()));
        settlements.lock(stay);
        long fen = request.amount().fen();
        long open = settlements
                .find(stay, request.origin())
                .map(balance -> terms.open(balance, desk.today()))
                .orElse(0L);
        if (fen > open) throw NOT_OPEN.with(new Yuan(Math.max(open, 0)));
        long held = ledger.balance(Account.cash(stay.value()), Fund.DUES);
        if (fen > held) throw NOT_THERE.with(new Yuan(held));

        long id = settlements.insert(stay, request);
        var line = new Line(Fund.DUES, Account.transit(stay.value()), Account.cash(stay.value()), fen);
        ledger.post(
                booking(
                        id,
                        Booking.Kind.STAY_SENT,
                        stay.value(),
                        request.origin().value(),
                        fen,
                        request.day()),
                List.of(line),
                desk);
        return settlements.find(id, desk.scope()).orElseThrow();
    }

    /** What did not arrive stays on an account of the sender until people have found out why. */
    @Transactional
    StayHandover receive(long id, ReceiptRequest request, Seen seen, Desk desk) {
        var handover = settlements.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_ORIGIN.unless(desk.isOf(new UnitId(handover.origin())));
        seen.require(handover.version());
        RECEIVED_ALREADY.when(handover.receivedOn() != null);
        AMOUNT_IMPOSSIBLE.unless(request.amount().isPositive());
        if (request.amount().fen() > handover.sent().fen()) throw MORE_THAN_SENT.with(handover.sent());
        WRONG_DAY.when(
                request.day().isBefore(handover.sentOn()) || request.day().isAfter(desk.today()));
        long missing = handover.sent().fen() - request.amount().fen();
        NOTE_MISSING.when(missing > 0 && request.note() == null);

        settlements.receive(handover, request);
        book(handover, request, missing, desk);
        return settlements.find(id, desk.scope()).orElseThrow();
    }

    /** One booking in the books of each, so that what both have collected follows from their own. */
    private void book(StayHandover handover, ReceiptRequest request, long missing, Desk desk) {
        long stay = handover.stay();
        long origin = handover.origin();
        long fen = request.amount().fen();
        var given = new ArrayList<Line>();
        given.add(new Line(Fund.DUES, Account.stay(stay), Account.transit(stay), fen));
        if (missing > 0) given.add(new Line(Fund.DUES, Account.difference(stay), Account.transit(stay), missing));
        var taken = new Line(Fund.DUES, Account.cash(origin), Account.stay(stay), fen);
        ledger.post(booking(handover.id(), Booking.Kind.STAY_GIVEN, stay, origin, fen, request.day()), given, desk);
        ledger.post(
                booking(handover.id(), Booking.Kind.STAY_RECEIVED, origin, stay, fen, request.day()),
                List.of(taken),
                desk);
    }

    private static Booking booking(long handover, Booking.Kind kind, long unit, long other, long fen, LocalDate day) {
        String cause = kind.name().toLowerCase(Locale.ROOT) + ":" + handover;
        return new Booking(cause, kind, unit, other, null, fen, day, null, null, null, null);
    }
}
