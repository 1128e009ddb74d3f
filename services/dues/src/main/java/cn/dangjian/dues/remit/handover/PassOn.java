package cn.dangjian.dues.remit.handover;

import static cn.dangjian.dues.remit.handover.HandoverRefusal.AMOUNT_IMPOSSIBLE;
import static cn.dangjian.dues.remit.handover.HandoverRefusal.MORE_THAN_SENT;
import static cn.dangjian.dues.remit.handover.HandoverRefusal.NOBODY_ABOVE;
import static cn.dangjian.dues.remit.handover.HandoverRefusal.NOTE_MISSING;
import static cn.dangjian.dues.remit.handover.HandoverRefusal.NOT_RECEIVER;
import static cn.dangjian.dues.remit.handover.HandoverRefusal.NOT_SENDER;
import static cn.dangjian.dues.remit.handover.HandoverRefusal.NOT_THERE;
import static cn.dangjian.dues.remit.handover.HandoverRefusal.RECEIVED_ALREADY;
import static cn.dangjian.dues.remit.handover.HandoverRefusal.UNIT_UNKNOWN;
import static cn.dangjian.dues.remit.handover.HandoverRefusal.UNKNOWN;
import static cn.dangjian.dues.remit.handover.HandoverRefusal.WRONG_DAY;

import cn.dangjian.dues.book.ledger.Account;
import cn.dangjian.dues.book.ledger.Booking;
import cn.dangjian.dues.book.ledger.Fund;
import cn.dangjian.dues.book.ledger.LedgerTable;
import cn.dangjian.dues.book.ledger.Line;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 上缴: a unit sends money to the organisation directly above, which says what has arrived. What the
 * Centre has received of the province is said by the province, with the Centre's receipt.
 */
@Service
class PassOn {

    private final HandoverTable handovers;
    private final LedgerTable ledger;
    private final Directory directory;

    PassOn(HandoverTable handovers, LedgerTable ledger, Directory directory) {
        this.handovers = handovers;
        this.ledger = ledger;
        this.directory = directory;
    }

    record SendRequest(
            @NotNull Fund fund,
            @NotNull YearMonth until,
            @NotNull @Valid Yuan amount,
            @NotNull LocalDate day,

            @Nullable @Size(max = 300) @Stripped(lines = true)
            String note) {}

    record ReceiveRequest(
            @NotNull @Valid Yuan amount,
            @NotNull LocalDate day,
            @NotBlank @Size(max = 100) @Stripped String receipt,

            @Nullable @Size(max = 300) @Stripped(lines = true)
            String note) {}

    /** Only what the unit holds. */
    @Transactional
    Handover send(UnitId id, SendRequest request, Desk desk) {
        var unit = desk.find(id).orElseThrow(UNIT_UNKNOWN);
        NOT_SENDER.unless(desk.isOf(id));
        AMOUNT_IMPOSSIBLE.unless(request.amount().isPositive());
        WRONG_DAY.when(request.day().isAfter(desk.today()) || request.until().isAfter(YearMonth.from(request.day())));
        var above = directory.organizationAbove(unit).orElse(null);
        NOBODY_ABOVE.when(above == null && unit.tier() != Tier.PROVINCE);
        handovers.lock(unit);
        long held = ledger.balance(Account.cash(id.value()), request.fund());
        if (request.amount().fen() > held) throw NOT_THERE.with(new Yuan(held));

        long handover = handovers.insert(unit, above, request);
        var line = new Line(
                request.fund(),
                Account.transit(id.value()),
                Account.cash(id.value()),
                request.amount().fen());
        ledger.post(
                booking(
                        handover,
                        Booking.Kind.SENT,
                        id.value(),
                        above == null ? null : above.id().value(),
                        line.fen(),
                        request.day()),
                List.of(line),
                desk);
        return handovers.find(handover, desk.scope()).orElseThrow();
    }

    /** What did not arrive stays on an account of the sender until people have found out why. */
    @Transactional
    Handover receive(long id, ReceiveRequest request, Seen seen, Desk desk) {
        var handover = handovers.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_RECEIVER.unless(desk.isOf(handover.receiver()));
        seen.require(handover.version());
        RECEIVED_ALREADY.when(handover.receivedOn() != null);
        AMOUNT_IMPOSSIBLE.unless(request.amount().isPositive());
        if (request.amount().fen() > handover.sent().fen()) throw MORE_THAN_SENT.with(handover.sent());
        WRONG_DAY.when(
                request.day().isBefore(handover.sentOn()) || request.day().isAfter(desk.today()));
        long missing = handover.sent().fen() - request.amount().fen();
        NOTE_MISSING.when(missing > 0 && request.note() == null);

        handovers.receive(handover, request);
        var to = handover.to();
        var lines = new ArrayList<Line>();
        lines.add(new Line(
                handover.fund(),
                to == null ? Account.centre(handover.unit()) : Account.cash(to),
                Account.transit(handover.unit()),
                request.amount().fen()));
        if (missing > 0)
            lines.add(new Line(
                    handover.fund(), Account.difference(handover.unit()), Account.transit(handover.unit()), missing));
        ledger.post(
                booking(
                        id,
                        to == null ? Booking.Kind.AT_CENTRE : Booking.Kind.RECEIVED,
                        handover.receiver().value(),
                        to == null ? null : handover.unit(),
                        request.amount().fen(),
                        request.day()),
                lines,
                desk);
        return handovers.find(id, desk.scope()).orElseThrow();
    }

    private static Booking booking(
            long handover, Booking.Kind kind, long unit, @Nullable Long other, long fen, LocalDate day) {
        return new Booking(
                kind.name().toLowerCase(Locale.ROOT) + ":" + handover,
                kind,
                unit,
                other,
                null,
                fen,
                day,
                null,
                null,
                null,
                null);
    }
}
