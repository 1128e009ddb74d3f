package cn.dangjian.dues.pay.payment;

import static cn.dangjian.dues.pay.payment.PaymentRefusal.AMOUNT_IMPOSSIBLE;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.BOOKED_ALREADY;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.FROM_PAY;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.MEMBER_UNKNOWN;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.NOT_A_GIFT;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.NOT_BRANCH;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.PAYER_MISSING;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.TOO_MUCH;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.WRONG_DAY;

import cn.dangjian.dues.book.ledger.Account;
import cn.dangjian.dues.book.ledger.Booking;
import cn.dangjian.dues.book.ledger.Fund;
import cn.dangjian.dues.book.ledger.LedgerTable;
import cn.dangjian.dues.book.ledger.Line;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.pay.due.Dues;
import cn.dangjian.dues.pay.payment.Payment.By;
import cn.dangjian.dues.pay.payment.Payment.Way;
import cn.dangjian.dues.roll.Payer;
import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 收缴: a branch books what it has taken of a member, of him or of somebody who brings it for him. */
@Service
class TakePayment {

    /** What nobody pays at once; whoever types more has typed a wrong number. */
    private static final long MOST = 1_000_000_000;

    private static final String GIFT_OVER = "dues.voluntary.centre.over";
    private static final String AHEAD = "dues.ahead.months";

    private final RollTable payers;
    private final LedgerTable ledger;
    private final Dues dues;
    private final PaymentQueries payments;
    private final Rulebook rulebook;

    TakePayment(RollTable payers, LedgerTable ledger, Dues dues, PaymentQueries payments, Rulebook rulebook) {
        this.payers = payers;
        this.ledger = ledger;
        this.dues = dues;
        this.payments = payments;
        this.rulebook = rulebook;
    }

    /**
     * @param payer who brings it, if it is not the member
     * @param again whether the same amount on the same day is a second payment, and not the same one booked twice
     */
    record PaymentRequest(
            @NotNull @Valid Yuan amount,
            @NotNull LocalDate day,
            @NotNull Way way,
            @NotNull By by,
            @Nullable @Size(max = 100) @Stripped String payer,
            @Nullable @Size(max = 300) @Stripped String text,
            @Nullable Boolean again) {}

    /** What he owes, and at most so many months ahead; what is more is given, or a wrong number. */
    @Transactional
    Payment take(long member, PaymentRequest request, Desk desk) {
        var payer = refuse(member, request, desk);
        var rules = rulebook.on(request.day());
        int ahead = rules.number(AHEAD, payer.path());
        var owed = dues.owed(member);
        long most = owed.open() + owed.monthly() * ahead;
        if (request.amount().fen() > most) throw TOO_MUCH.with(new Yuan(Math.max(owed.open(), 0)), ahead);
        return book(payer, Booking.Kind.PAYMENT, request, desk);
    }

    /** 一次多交纳1000元以上的: beside what he owes, on a ledger of its own, for the Centre. */
    @Transactional
    Payment give(long member, PaymentRequest request, Desk desk) {
        var payer = refuse(member, request, desk);
        int over = rulebook.on(request.day()).number(GIFT_OVER, payer.path());
        if (request.amount().fen() <= over) throw NOT_A_GIFT.with(new Yuan(over));
        return book(payer, Booking.Kind.GIFT, request, desk);
    }

    private Payer refuse(long member, PaymentRequest request, Desk desk) {
        var payer = payers.lock(member, desk.scope()).orElseThrow(MEMBER_UNKNOWN);
        NOT_BRANCH.when(desk.isAt(Tier.PROVINCE, Tier.CITY, Tier.COUNTY));
        AMOUNT_IMPOSSIBLE.when(
                !request.amount().isPositive() || request.amount().fen() > MOST);
        FROM_PAY.when(request.way() == Way.DEDUCTION);
        PAYER_MISSING.when(request.by() != By.MEMBER && request.payer() == null);
        var since = payer.paysSince();
        WRONG_DAY.when(request.day().isAfter(desk.today())
                || since == null
                || request.day().isBefore(since));
        if (!Boolean.TRUE.equals(request.again()))
            payments.findSame(member, request.amount().fen(), request.day()).ifPresent(same -> {
                throw BOOKED_ALREADY.with(same);
            });
        return payer;
    }

    private Payment book(Payer payer, Booking.Kind kind, PaymentRequest request, Desk desk) {
        long unit = payer.unit().value();
        boolean gift = kind == Booking.Kind.GIFT;
        var line = new Line(
                gift ? Fund.VOLUNTARY : Fund.DUES,
                Account.cash(unit),
                gift ? Account.given(payer.member()) : Account.member(payer.member()),
                request.amount().fen());
        var booking = Booking.payment(
                "payment:" + UUID.randomUUID(),
                kind,
                unit,
                payer.member(),
                line.fen(),
                request.day(),
                request.way().name(),
                request.by() == By.MEMBER ? null : request.payer(),
                request.text());
        long id = ledger.post(booking, List.of(line), desk);
        return payments.find(id, desk.scope()).orElseThrow();
    }
}
