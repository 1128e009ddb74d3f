package cn.dangjian.dues.pay.payment;

import static cn.dangjian.dues.pay.payment.PaymentRefusal.AMOUNT_IMPOSSIBLE;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.BOOKED_ALREADY;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.FROM_PAY;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.MEMBER_UNKNOWN;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.NOT_BRANCH;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.NOT_TYPED;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.PAYER_MISSING;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.WRONG_DAY;

import cn.dangjian.dues.book.ledger.Account;
import cn.dangjian.dues.book.ledger.Booking;
import cn.dangjian.dues.book.ledger.Fund;
import cn.dangjian.dues.book.ledger.LedgerTable;
import cn.dangjian.dues.book.ledger.Line;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.pay.payment.Payment.By;
import cn.dangjian.dues.pay.payment.Payment.Way;
import cn.dangjian.dues.pay.stay.Taking;
import cn.dangjian.dues.pay.stay.Takings;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 收缴: a branch books what it has taken of a member, of him or of somebody who brings it for him. */
@Service
class TakePayment {

    /** What nobody pays at once; whoever types more has typed a wrong number. */
    private static final long MOST = 1_000_000_000;

    private final Takings takings;
    private final LedgerTable ledger;
    private final PaymentBounds bounds;
    private final PaymentQueries payments;
    private final BackTable backs;

    TakePayment(Takings takings, LedgerTable ledger, PaymentBounds bounds, PaymentQueries payments, BackTable backs) {
        this.takings = takings;
        this.ledger = ledger;
        this.bounds = bounds;
        this.payments = payments;
        this.backs = backs;
    }

    /**
     * @param payer who brings it, if it is not the member
     * @param document which allowed that months further back than usual are paid
     * @param again whether the same amount on the same day is a second payment, and not the same one booked twice
     */
    record PaymentRequest(
            @NotNull @Valid Yuan amount,
            @NotNull LocalDate day,
            @NotNull Way way,
            @NotNull By by,
            @Nullable @Size(max = 100) @Stripped String payer,

            @Nullable @Size(max = 300) @Stripped(lines = true)
            String text,

            @Nullable @Size(min = 1, max = 100) @Stripped String document,
            @Nullable Boolean again) {}

    /** What he owes, and at most so many months ahead; what is more is given, or a wrong number. */
    @Transactional
    Payment take(long member, PaymentRequest request, Desk desk) {
        var taking = refuse(member, request, desk);
        bounds.refuseTooMuch(taking.payer(), request);
        var farBack = bounds.refuseTooFarBack(taking.payer(), request);
        long id = book(taking, Booking.Kind.PAYMENT, request, desk);
        takings.took(id, taking, request.amount().fen());
        if (farBack != null) backs.insert(id, farBack, Objects.requireNonNull(request.document()));
        return payments.find(id, desk.scope()).orElseThrow();
    }

    /** 一次多交纳1000元以上的: beside what he owes, on a ledger of its own, for the Centre. */
    @Transactional
    Payment give(long member, PaymentRequest request, Desk desk) {
        var taking = refuse(member, request, desk);
        bounds.refuseSmallGift(taking.payer(), request);
        long id = book(taking, Booking.Kind.GIFT, request, desk);
        return payments.find(id, desk.scope()).orElseThrow();
    }

    /** By his branch, or on the days of a stay by the branch where he stays. */
    private Taking refuse(long member, PaymentRequest request, Desk desk) {
        var taking = takings.lock(member, request.day(), desk.scope()).orElseThrow(MEMBER_UNKNOWN);
        NOT_BRANCH.when(desk.isAt(Tier.PROVINCE, Tier.CITY, Tier.COUNTY));
        AMOUNT_IMPOSSIBLE.when(
                !request.amount().isPositive() || request.amount().fen() > MOST);
        FROM_PAY.when(request.way() == Way.DEDUCTION);
        NOT_TYPED.when(request.way() == Way.ONLINE || request.way() == Way.BANK);
        PAYER_MISSING.when(request.by() != By.MEMBER && request.payer() == null);
        var since = taking.payer().paysSince();
        WRONG_DAY.when(request.day().isAfter(desk.today())
                || since == null
                || request.day().isBefore(since));
        if (!Boolean.TRUE.equals(request.again()))
            payments.findSame(member, request.amount().fen(), request.day()).ifPresent(same -> {
                throw BOOKED_ALREADY.with(same);
            });
        return taking;
    }

    private long book(Taking taking, Booking.Kind kind, PaymentRequest request, Desk desk) {
        long unit = taking.unit().value();
        long member = taking.payer().member();
        boolean gift = kind == Booking.Kind.GIFT;
        var line = new Line(
                gift ? Fund.VOLUNTARY : Fund.DUES,
                Account.cash(unit),
                gift ? Account.given(member) : Account.member(member),
                request.amount().fen());
        var booking = Booking.payment(
                "payment:" + UUID.randomUUID(),
                kind,
                unit,
                member,
                line.fen(),
                request.day(),
                request.way().name(),
                request.by() == By.MEMBER ? null : request.payer(),
                request.text());
        return ledger.post(booking, List.of(line), desk);
    }
}
