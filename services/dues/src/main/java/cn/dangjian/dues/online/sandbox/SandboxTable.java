package cn.dangjian.dues.online.sandbox;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Repository;

/** Tables {@code sandbox_trade}, {@code sandbox_refund} and {@code sandbox_mood}: what the provider knows. */
@Unscoped("the provider's own, for whoever signs as its merchant")
@ConditionalOnProperty(name = "dangjian.dues.online.provider", havingValue = "sandbox")
@Repository
class SandboxTable {

    private static final String TRADE = """
        select number, code, merchant, fen, state, trade, notify_url, expires_at, paid_at from sandbox_trade\
        """;

    private final Rows rows;

    SandboxTable(Rows rows) {
        this.rows = rows;
    }

    record Stored(
            String number,
            String code,
            String merchant,
            long fen,
            String state,
            @Nullable String trade,
            String notifyUrl,
            LocalDateTime expiresAt,
            @Nullable LocalDateTime paidAt) {

        boolean isOver(Instant now) {
            return expiresAt.toInstant(ZoneOffset.UTC).isBefore(now);
        }
    }

    record New(String number, String code, String merchant, long fen, String notifyUrl, Instant expiresAt) {}

    /** The same order again changes nothing. */
    void insert(New trade) {
        rows.sql("""
            insert into sandbox_trade (number, code, merchant, fen, state, notify_url, expires_at)
            values (:number, :code, :merchant, :fen, 'NOT_PAID', :notifyUrl, :expiresAt)
            on duplicate key update fen = fen\
            """).with(trade).update();
    }

    Optional<Stored> find(String number) {
        return rows.unscoped(TRADE + " where number = :number")
                .with("number", number)
                .find(Stored.class);
    }

    Optional<Stored> findByCode(String code) {
        return rows.unscoped(TRADE + " where code = :code").with("code", code).find(Stored.class);
    }

    /** Whether it was not paid or closed before. */
    boolean pay(String number, String trade, Instant at) {
        return rows.sql("""
            update sandbox_trade set state = 'SUCCESS', trade = :trade, paid_at = :at
             where number = :number and state = 'NOT_PAID'\
            """)
                        .with("number", number)
                        .with("trade", trade)
                        .with("at", at)
                        .update()
                == 1;
    }

    void close(String number) {
        rows.sql("update sandbox_trade set state = 'CLOSED' where number = :number and state = 'NOT_PAID'")
                .with("number", number)
                .update();
    }

    record Refund(
            String number,
            String trade,
            String ordered,
            long fen,
            String state,
            @Nullable LocalDateTime doneAt) {}

    record NewRefund(
            String number,
            String trade,
            String ordered,
            long fen,
            String state,
            @Nullable Instant doneAt) {}

    void refund(NewRefund refund) {
        rows.sql("""
            insert into sandbox_refund (number, trade, ordered, fen, state, done_at)
            values (:number, :trade, :ordered, :fen, :state, :doneAt) on duplicate key update fen = fen\
            """).with(refund).update();
    }

    void finish(String number, Instant at) {
        rows.sql("update sandbox_refund set state = 'DONE', done_at = :at where number = :number and state ="
                        + " 'PROCESSING'")
                .with("number", number)
                .with("at", at)
                .update();
    }

    Optional<Refund> findRefund(String number) {
        return rows.unscoped(
                        "select number, trade, ordered, fen, state, done_at from sandbox_refund where number = :number")
                .with("number", number)
                .find(Refund.class);
    }

    void mood(long fen, Mood mood) {
        rows.sql("insert into sandbox_mood (fen, mood) values (:fen, :mood) on duplicate key update mood ="
                        + " values(mood)")
                .with("fen", fen)
                .with("mood", mood)
                .update();
    }

    /** Once. */
    Mood takeMood(long fen, Mood... among) {
        var mood = rows.unscoped("select mood from sandbox_mood where fen = :fen")
                .with("fen", fen)
                .find(Mood.class)
                .filter(List.of(among)::contains)
                .orElse(Mood.GOOD);
        if (mood != Mood.GOOD)
            rows.sql("delete from sandbox_mood where fen = :fen")
                    .with("fen", fen)
                    .update();
        return mood;
    }

    record BillRow(String kind, String number, String trade, long fen, LocalDateTime at) {}

    List<BillRow> listBill(String merchant, Instant from, Instant to) {
        return rows.unscoped("""
            select 'PAYMENT' kind, number, trade, fen, paid_at at from sandbox_trade
             where paid_at >= :from and paid_at < :to and merchant = :merchant
             union all
            select 'REFUND', r.ordered, r.number, r.fen, r.done_at from sandbox_refund r join sandbox_trade t on t.number = r.ordered
             where r.done_at >= :from and r.done_at < :to and t.merchant = :merchant
             order by at, number\
            """)
                .with("from", from)
                .with("to", to)
                .with("merchant", merchant)
                .list(BillRow.class);
    }
}
