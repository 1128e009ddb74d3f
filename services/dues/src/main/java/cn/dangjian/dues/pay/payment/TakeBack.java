package cn.dangjian.dues.pay.payment;

import static cn.dangjian.dues.pay.payment.PaymentRefusal.AMOUNT_IMPOSSIBLE;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.MEMBER_UNKNOWN;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.NOTHING_OVER;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.NOT_BRANCH;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.NOT_TYPED;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.PAID_ONLINE;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.REVERSED_ALREADY;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.UNKNOWN;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.WRONG_DAY;

import cn.dangjian.dues.book.ledger.Account;
import cn.dangjian.dues.book.ledger.Booking;
import cn.dangjian.dues.book.ledger.Fund;
import cn.dangjian.dues.book.ledger.LedgerTable;
import cn.dangjian.dues.book.ledger.Line;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.pay.due.Dues;
import cn.dangjian.dues.pay.payment.Payment.Way;
import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 冲销、退还: a wrong booking is taken back whole; what was paid over is returned. Both are bookings of their own. */
@Service
class TakeBack {

    private final RollTable payers;
    private final LedgerTable ledger;
    private final Dues dues;
    private final PaymentQueries payments;

    TakeBack(RollTable payers, LedgerTable ledger, Dues dues, PaymentQueries payments) {
        this.payers = payers;
        this.ledger = ledger;
        this.dues = dues;
        this.payments = payments;
    }

    record ReversalRequest(
            @NotBlank @Size(max = 300) @Stripped(lines = true)
            String reason) {}

    record RefundRequest(
            @NotNull @Valid Yuan amount,
            @NotNull LocalDate day,
            @NotNull Way way,

            @NotBlank @Size(max = 300) @Stripped(lines = true)
            String reason) {}

    @Transactional
    Payment reverse(long id, ReversalRequest request, Desk desk) {
        var seen = payments.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_BRANCH.when(desk.isAt(Tier.PROVINCE, Tier.CITY, Tier.COUNTY));
        PAID_ONLINE.when(seen.way() == Way.ONLINE);
        payers.lock(seen.member(), desk.scope());
        var booked = ledger.lock(id).orElseThrow(UNKNOWN);
        UNKNOWN.when(booked.kind() == Booking.Kind.REVERSAL);
        REVERSED_ALREADY.when(booked.reversed());
        ledger.reverse(booked, desk.today(), request.reason(), desk);
        return payments.find(id, desk.scope()).orElseThrow();
    }

    /** At most what he has paid more than he owes. */
    @Transactional
    Payment refund(long member, RefundRequest request, Desk desk) {
        var payer = payers.lock(member, desk.scope()).orElseThrow(MEMBER_UNKNOWN);
        NOT_BRANCH.when(desk.isAt(Tier.PROVINCE, Tier.CITY, Tier.COUNTY));
        AMOUNT_IMPOSSIBLE.unless(request.amount().isPositive());
        NOT_TYPED.when(request.way() == Way.ONLINE || request.way() == Way.BANK);
        WRONG_DAY.when(request.day().isAfter(desk.today()));
        long over = -dues.owed(member).open();
        if (request.amount().fen() > over) throw NOTHING_OVER.with(new Yuan(Math.max(over, 0)));
        long unit = payer.unit().value();
        var line = new Line(
                Fund.DUES,
                Account.member(member),
                Account.cash(unit),
                request.amount().fen());
        var booking = Booking.payment(
                "refund:" + UUID.randomUUID(),
                Booking.Kind.REFUND,
                unit,
                member,
                line.fen(),
                request.day(),
                request.way().name(),
                null,
                request.reason());
        long id = ledger.post(booking, List.of(line), desk);
        return payments.find(id, desk.scope()).orElseThrow();
    }
}
