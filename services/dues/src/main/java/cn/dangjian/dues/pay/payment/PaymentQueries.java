package cn.dangjian.dues.pay.payment;

import cn.dangjian.dues.book.ledger.Booking;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.pay.payment.Payment.Way;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** What was booked of members. */
@Repository
class PaymentQueries {

    private static final String PAYMENT = """
        select p.id, p.kind, p.member_id, p.unit_id, p.fen, p.day, p.way, p.payer, p.text, b.document, r.id reversed_by, p.at
          from posting p join unit u on u.id = p.unit_id and {scope u}
          left join posting r on r.reverses = p.id left join back_payment b on b.posting_id = p.id
         where p.member_id is not null\
        """;

    private final Rows rows;

    PaymentQueries(Rows rows) {
        this.rows = rows;
    }

    Optional<Payment> find(long id, Scope scope) {
        return rows.sql(PAYMENT + " and p.id = :id").in(scope).with("id", id).find(PaymentQueries::payment);
    }

    /** The newest first. */
    List<Payment> list(Slice slice, Scope scope) {
        return rows.sql(PAYMENT + " and p.id < :before order by p.id desc limit :rows")
                .in(scope)
                .newest(slice)
                .list(PaymentQueries::payment);
    }

    /** A payment or gift of the same amount on the same day that was not taken back. */
    @Unscoped("the member was found in the caller's scope")
    Optional<Long> findSame(long member, long fen, LocalDate day) {
        return rows.unscoped("""
            select p.id from posting p left join posting r on r.reverses = p.id
             where p.member_id = :member and p.day = :day and p.fen = :fen and p.kind in ('PAYMENT', 'GIFT') and r.id is null
             order by p.id limit 1\
            """)
                .with("member", member)
                .with("fen", fen)
                .with("day", day)
                .find(Long.class);
    }

    private static Payment payment(ResultSet row, int number) throws SQLException {
        String way = row.getString("way");
        long reversedBy = row.getLong("reversed_by");
        return new Payment(
                row.getLong("id"),
                Booking.Kind.valueOf(row.getString("kind")),
                row.getLong("member_id"),
                row.getLong("unit_id"),
                new Yuan(row.getLong("fen")),
                row.getObject("day", LocalDate.class),
                way == null ? null : Way.valueOf(way),
                row.getString("payer"),
                row.getString("text"),
                row.getString("document"),
                reversedBy == 0 ? null : reversedBy,
                row.getObject("at", LocalDateTime.class).atOffset(ZoneOffset.UTC));
    }
}
