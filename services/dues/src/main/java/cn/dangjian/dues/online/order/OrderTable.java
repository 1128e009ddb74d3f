package cn.dangjian.dues.online.order;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.online.order.Order.State;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code pay_order}. */
@Repository
class OrderTable {

    private static final String ORDER = """
        select o.id, o.member_id, o.unit_id, o.number, o.fen, o.state, o.pay_url, o.expires_at, o.paid_at, o.posting_id,
               o.refund_reason, o.problem, o.created_at, o.version
          from pay_order o\
        """;
    private static final String IN_SCOPE = ORDER + " join unit u on u.id = o.unit_id and {scope u}";

    private static final String HELD = """
        select id, number, member_id, unit_id unit, fen, merchant, state, trade, posting_id, expires_at, created_at, asks, subject,
               refund_reason, refund_subject
          from pay_order\
        """;

    private final Rows rows;

    OrderTable(Rows rows) {
        this.rows = rows;
    }

    /** What is stored at first. */
    record New(
            String number,
            long memberId,
            long unit,
            long fen,
            String merchant,
            Instant expiresAt,
            String subject,
            Instant at) {}

    /** What is asked of the provider, or checked against what it says. */
    record Held(
            long id,
            String number,
            long memberId,
            long unit,
            long fen,
            String merchant,
            State state,
            @Nullable String trade,
            @Nullable Long postingId,
            LocalDateTime expiresAt,
            LocalDateTime createdAt,
            int asks,
            String subject,
            @Nullable String refundReason,
            @Nullable String refundSubject) {

        boolean isOver(Instant now) {
            return expiresAt.toInstant(ZoneOffset.UTC).isBefore(now);
        }
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the member has an open one */
    long insert(New order) {
        return rows.sql("""
            insert into pay_order (number, member_id, unit_id, fen, merchant, state, is_open, expires_at, asks, next_ask_at,
                                   subject, created_at, version)
            values (:number, :memberId, :unit, :fen, :merchant, 'CREATED', 1, :expiresAt, 0, :at, :subject, :at, 1)\
            """).with(order).insert();
    }

    Optional<Order> find(long id, Scope scope) {
        return rows.sql(IN_SCOPE + " where o.id = :id").in(scope).with("id", id).find(OrderTable::order);
    }

    /** The newest first. */
    List<Order> list(Slice slice, Scope scope) {
        return rows.sql(IN_SCOPE + " where o.id < :before order by o.id desc limit :rows")
                .in(scope)
                .newest(slice)
                .list(OrderTable::order);
    }

    @Unscoped("asks for himself")
    Optional<Order> findOwn(long id, long member) {
        return rows.unscoped(ORDER + " where o.id = :id and o.member_id = :member")
                .with("id", id)
                .with("member", member)
                .find(OrderTable::order);
    }

    @Unscoped("asks for himself")
    List<Order> listOwn(long member, Slice slice) {
        return rows.unscoped(ORDER + " where o.member_id = :member and o.id < :before order by o.id desc limit :rows")
                .with("member", member)
                .newest(slice)
                .list(OrderTable::order);
    }

    @Unscoped("the member asks for himself")
    Optional<Long> findOpen(long member) {
        return rows.unscoped("select id from pay_order where member_id = :member and is_open = 1")
                .with("member", member)
                .find(Long.class);
    }

    /** Held until the transaction ends. */
    @Unscoped("what the provider says is checked against it; or its scope was checked before")
    Optional<Held> lock(String number) {
        return rows.unscoped(HELD + " where number = :number for update")
                .with("number", number)
                .find(Held.class);
    }

    /** Orders without a last word, for which it is time; nobody else takes them for a while. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Held> take(Instant now, int most) {
        return rows.unscoped(HELD + """
             force index (pay_order_ask) where next_ask_at <= :now order by next_ask_at limit :most for update skip locked\
            """).with("now", now).with("most", most).list(Held.class);
    }

    record Next(long id, Instant next) {}

    void asked(List<Next> next) {
        rows.sql("update pay_order set asks = asks + 1, next_ask_at = :next where id = :id")
                .each(next);
    }

    void askNow(String number, Instant now) {
        rows.sql("update pay_order set next_ask_at = :now where number = :number and next_ask_at is not null")
                .with("number", number)
                .with("now", now)
                .update();
    }

    /** What has been paid meanwhile stays paid. */
    void place(long id, String payUrl, Instant next) {
        rows.sql("""
            update pay_order set state = 'PAYING', pay_url = :payUrl, problem = null, asks = 0, next_ask_at = :next,
                   version = version + 1
             where id = :id and state = 'CREATED'\
            """).with("id", id).with("payUrl", payUrl).with("next", next).update();
    }

    /** Cannot be paid any more from now on; the provider hears of it first. */
    void expire(long id, Instant now) {
        rows.sql("""
            update pay_order set expires_at = :now, next_ask_at = :now, version = version + 1
             where id = :id and is_open = 1\
            """).with("id", id).with("now", now).update();
    }

    void end(long id, State state, @Nullable String problem) {
        rows.sql("""
            update pay_order set state = :state, is_open = null, next_ask_at = null, problem = :problem,
                   version = version + 1
             where id = :id and is_open = 1\
            """)
                .with("id", id)
                .with("state", state)
                .with("problem", problem)
                .update();
    }

    void note(long id, String problem) {
        rows.sql("update pay_order set problem = :problem, version = version + 1 where id = :id")
                .with("id", id)
                .with("problem", problem)
                .update();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the payment is of another order */
    void pay(long id, String trade, Instant paidAt, long posting) {
        rows.sql("""
            update pay_order set state = 'PAID', is_open = null, trade = :trade, paid_at = :paidAt, posting_id = :posting,
                   problem = null, asks = 0, next_ask_at = null, version = version + 1
             where id = :id and posting_id is null\
            """)
                .with("id", id)
                .with("trade", trade)
                .with("paidAt", paidAt)
                .with("posting", posting)
                .updateOne("Order " + id);
    }

    /** What was taken back is booked anew. */
    void bookAgain(long id, long posting) {
        rows.sql("update pay_order set posting_id = :posting, version = version + 1 where id = :id and state = 'PAID'")
                .with("id", id)
                .with("posting", posting)
                .updateOne("Order " + id);
    }

    void beginRefund(long id, String reason, String subject, Instant now) {
        rows.sql("""
            update pay_order set state = 'REFUNDING', refund_reason = :reason, refund_subject = :subject, problem = null,
                   asks = 0, next_ask_at = :now, version = version + 1
             where id = :id and state = 'PAID'\
            """)
                .with("id", id)
                .with("reason", reason)
                .with("subject", subject)
                .with("now", now)
                .updateOne("Order " + id);
    }

    void refund(long id, long posting) {
        rows.sql("""
            update pay_order set state = 'REFUNDED', refund_posting_id = :posting, problem = null, next_ask_at = null,
                   version = version + 1
             where id = :id and state = 'REFUNDING'\
            """).with("id", id).with("posting", posting).updateOne("Order " + id);
    }

    /** The money has stayed with us. */
    void failRefund(long id, String problem) {
        rows.sql("""
            update pay_order set state = 'PAID', problem = :problem, next_ask_at = null, version = version + 1
             where id = :id and state = 'REFUNDING'\
            """).with("id", id).with("problem", problem).update();
    }

    private static Order order(ResultSet row, int number) throws SQLException {
        long posting = row.getLong("posting_id");
        return new Order(
                row.getLong("id"),
                row.getLong("member_id"),
                row.getLong("unit_id"),
                row.getString("number"),
                new Yuan(row.getLong("fen")),
                State.valueOf(row.getString("state")),
                row.getString("pay_url"),
                utc(row.getObject("expires_at", LocalDateTime.class)),
                row.getObject("paid_at", LocalDateTime.class) == null
                        ? null
                        : utc(row.getObject("paid_at", LocalDateTime.class)),
                posting == 0 ? null : posting,
                row.getString("refund_reason"),
                row.getString("problem"),
                utc(row.getObject("created_at", LocalDateTime.class)),
                row.getLong("version"));
    }

    private static OffsetDateTime utc(LocalDateTime time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
