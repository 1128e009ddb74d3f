package cn.dangjian.dues.remit.handover;

import static cn.dangjian.dues.remit.handover.DifferenceRefusal.AMOUNT_IMPOSSIBLE;
import static cn.dangjian.dues.remit.handover.DifferenceRefusal.DECIDED_ALREADY;
import static cn.dangjian.dues.remit.handover.DifferenceRefusal.HANDOVER_UNKNOWN;
import static cn.dangjian.dues.remit.handover.DifferenceRefusal.MORE_THAN_MISSING;
import static cn.dangjian.dues.remit.handover.DifferenceRefusal.NOT_RECEIVER;
import static cn.dangjian.dues.remit.handover.DifferenceRefusal.NOT_SENDER;
import static cn.dangjian.dues.remit.handover.DifferenceRefusal.SAME_PERSON;
import static cn.dangjian.dues.remit.handover.DifferenceRefusal.UNKNOWN;
import static cn.dangjian.dues.remit.handover.DifferenceRefusal.WRONG_DAY;

import cn.dangjian.dues.book.ledger.Account;
import cn.dangjian.dues.book.ledger.Booking;
import cn.dangjian.dues.book.ledger.LedgerTable;
import cn.dangjian.dues.book.ledger.Line;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.remit.handover.Difference.Kind;
import cn.dangjian.dues.remit.handover.Difference.State;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 差额处理: what did not arrive has come later, as its receiver says, or is given up, as its sender asks for and its receiver
 * decides. Both are bookings of their own; what was sent and received stays as it is.
 */
@Service
class SettleDifference {

    private final HandoverTable handovers;
    private final DifferenceTable differences;
    private final LedgerTable ledger;

    SettleDifference(HandoverTable handovers, DifferenceTable differences, LedgerTable ledger) {
        this.handovers = handovers;
        this.differences = differences;
        this.ledger = ledger;
    }

    record FoundRequest(
            @NotNull @Valid Yuan amount,
            @NotNull LocalDate day,
            @NotBlank @Size(max = 100) @Stripped String receipt,

            @NotBlank @Size(max = 300) @Stripped(lines = true)
            String note) {}

    record LostRequest(
            @NotNull @Valid Yuan amount,
            @NotBlank @Size(max = 100) @Stripped String document,

            @NotBlank @Size(max = 300) @Stripped(lines = true)
            String note) {}

    record DecisionRequest(
            @NotNull Boolean approved,
            @NotBlank @Size(max = 100) @Stripped String document) {}

    @Transactional
    Difference found(long id, FoundRequest request, Desk desk) {
        var handover = handovers.lock(id, desk.scope()).orElseThrow(HANDOVER_UNKNOWN);
        NOT_RECEIVER.unless(desk.isOf(handover.receiver()));
        refuse(handover, request.amount());
        var receivedOn = handover.receivedOn();
        WRONG_DAY.when(request.day().isAfter(desk.today())
                || receivedOn == null
                || request.day().isBefore(receivedOn));
        long difference = differences.insert(
                handover,
                Kind.FOUND,
                State.BOOKED,
                request.amount(),
                request.day(),
                request.receipt(),
                request.note(),
                desk);
        var to = handover.to();
        book(
                "found:" + difference,
                handover,
                to == null ? Account.centre(handover.unit()) : Account.cash(to),
                request.amount().fen(),
                request.day(),
                desk);
        return differences.find(difference, desk.scope()).orElseThrow();
    }

    @Transactional
    Difference askLoss(long id, LostRequest request, Desk desk) {
        var handover = handovers.lock(id, desk.scope()).orElseThrow(HANDOVER_UNKNOWN);
        NOT_SENDER.unless(desk.isOf(new UnitId(handover.unit())));
        refuse(handover, request.amount());
        long difference = differences.insert(
                handover,
                Kind.LOST,
                State.ASKED,
                request.amount(),
                desk.today(),
                request.document(),
                request.note(),
                desk);
        return differences.find(difference, desk.scope()).orElseThrow();
    }

    /** Of what a province has sent nobody here decides: the Centre is no unit of the platform. */
    @Transactional
    Difference decide(long id, DecisionRequest request, Seen seen, Desk desk) {
        var asked = differences.find(id, desk.scope()).orElseThrow(UNKNOWN);
        var handover = handovers.lock(asked.handover(), desk.scope()).orElseThrow(UNKNOWN);
        var to = handover.to();
        NOT_RECEIVER.when(to == null || !desk.isOf(new UnitId(to)));
        SAME_PERSON.when(desk.subject().equals(asked.subject()));
        seen.require(asked.version());
        DECIDED_ALREADY.when(asked.state() != State.ASKED);
        boolean approved = request.approved();
        differences.decide(asked, approved ? State.BOOKED : State.REFUSED, request.document(), desk);
        if (approved)
            book(
                    "given-up:" + id,
                    handover,
                    Account.lost(handover.unit()),
                    asked.amount().fen(),
                    desk.today(),
                    desk);
        return differences.find(id, desk.scope()).orElseThrow();
    }

    private void refuse(Handover handover, Yuan amount) {
        AMOUNT_IMPOSSIBLE.unless(amount.isPositive());
        var received = handover.received();
        long missing =
                received == null ? 0 : handover.sent().fen() - received.fen() - differences.explained(handover.id());
        if (amount.fen() > missing) throw MORE_THAN_MISSING.with(new Yuan(missing));
    }

    /** What was found is in the books of whoever has it; what is given up in those of the sender. */
    private void book(String cause, Handover handover, Account to, long fen, LocalDate day, Desk desk) {
        long sender = handover.unit();
        var booking =
                switch (to.sort()) {
                    case LOST -> booking(cause, Booking.Kind.GIVEN_UP, sender, handover.to(), fen, day);
                    case CENTRE -> booking(cause, Booking.Kind.AT_CENTRE, sender, null, fen, day);
                    default -> booking(cause, Booking.Kind.FOUND, to.owner(), sender, fen, day);
                };
        ledger.post(booking, List.of(new Line(handover.fund(), to, Account.difference(sender), fen)), desk);
    }

    private static Booking booking(
            String cause, Booking.Kind kind, long unit, @Nullable Long other, long fen, LocalDate day) {
        return new Booking(cause, kind, unit, other, null, fen, day, null, null, null, null);
    }
}
