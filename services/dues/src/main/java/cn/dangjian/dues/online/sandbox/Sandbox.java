package cn.dangjian.dues.online.sandbox;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.online.provider.PaymentProvider.Returned;
import cn.dangjian.dues.online.provider.Trade;
import cn.dangjian.dues.online.sandbox.SandboxTable.NewRefund;
import cn.dangjian.dues.online.sandbox.SandboxTable.Stored;
import cn.dangjian.platform.directory.desk.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;

/** What a provider does. */
@ConditionalOnProperty(name = "dangjian.dues.online.provider", havingValue = "sandbox")
@Service
class Sandbox {

    /** In which zone providers count days. */
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final SandboxTable table;
    private final SandboxCallbacks callbacks;
    private final SandboxSettings settings;
    private final Days days;

    Sandbox(SandboxTable table, SandboxCallbacks callbacks, SandboxSettings settings, Days days) {
        this.table = table;
        this.callbacks = callbacks;
        this.settings = settings;
        this.days = days;
    }

    record OrderBody(String merchant, String number, long fen, String currency, String notifyUrl, Instant expiresAt) {}

    record RefundBody(String merchant, String number, String order, String trade, long fen) {}

    /** @return the address of the page on which it is paid */
    String place(OrderBody order) {
        String code = UUID.randomUUID().toString().replace("-", "");
        table.insert(new SandboxTable.New(
                order.number(), code, order.merchant(), order.fen(), order.notifyUrl(), order.expiresAt()));
        return settings.pages() + stored(order.number()).code();
    }

    Optional<Trade> find(String number) {
        return table.find(number).map(Sandbox::trade);
    }

    Mood mood(long fen, Mood... among) {
        return table.takeMood(fen, among);
    }

    /** @return false if it is paid */
    boolean close(String number) {
        table.close(number);
        return !stored(number).state().equals(Trade.State.SUCCESS.name());
    }

    /**
     * Somebody pays; told as the mood says.
     *
     * @return false if it cannot be paid
     */
    boolean pay(Stored order, Mood mood) {
        boolean paid = !order.isOver(days.now())
                && table.pay(
                        order.number(), "4200" + UUID.randomUUID().toString().replace("-", ""), days.now());
        if (paid) tell(order.number(), mood);
        return paid;
    }

    void tell(String number, Mood mood) {
        var order = stored(number);
        callbacks.tell(order.notifyUrl(), trade(order), mood);
    }

    Optional<Stored> page(String code) {
        return table.findByCode(code);
    }

    Returned refund(RefundBody refund, Mood mood) {
        var state =
                switch (mood) {
                    case REFUND_SLOW -> Returned.State.PROCESSING;
                    case REFUND_FAILS -> Returned.State.FAILED;
                    default -> Returned.State.DONE;
                };
        table.refund(new NewRefund(
                refund.number(),
                refund.trade(),
                refund.order(),
                refund.fen(),
                state.name(),
                state == Returned.State.DONE ? days.now() : null));
        return said(table.findRefund(refund.number()).orElseThrow());
    }

    /** Whatever was under way is done when it is asked about. */
    Optional<Returned> findRefund(String number) {
        table.finish(number, days.now());
        return table.findRefund(number).map(Sandbox::said);
    }

    /** A line for each payment and each refund, and their number and sum at the end. */
    String bill(LocalDate day, String merchant) {
        var rows = table.listBill(
                merchant,
                day.atStartOfDay(CHINA).toInstant(),
                day.plusDays(1).atStartOfDay(CHINA).toInstant());
        var text = new StringBuilder("time,kind,order,trade,amount,currency,merchant\n");
        long sum = 0;
        for (var row : rows) {
            sum += row.kind().equals("REFUND") ? -row.fen() : row.fen();
            text.append("%s,%s,%s,%s,%s,CNY,%s\n"
                    .formatted(
                            row.at().atOffset(ZoneOffset.UTC),
                            row.kind(),
                            row.number(),
                            row.trade(),
                            new Yuan(row.fen()),
                            merchant));
        }
        return text.append("total,%d,%s\n".formatted(rows.size(), new Yuan(sum)))
                .toString();
    }

    private Stored stored(String number) {
        return table.find(number).orElseThrow();
    }

    private static Trade trade(Stored order) {
        return new Trade(
                order.number(),
                order.trade(),
                order.merchant(),
                Trade.State.valueOf(order.state()),
                order.fen(),
                Trade.CURRENCY,
                utc(order.paidAt()));
    }

    private static Returned said(SandboxTable.Refund refund) {
        return new Returned(Returned.State.valueOf(refund.state()), utc(refund.doneAt()));
    }

    private static @Nullable Instant utc(@Nullable LocalDateTime time) {
        return time == null ? null : Objects.requireNonNull(time).toInstant(ZoneOffset.UTC);
    }
}
