package cn.dangjian.dues.paper.receipt;

import cn.dangjian.dues.book.ledger.Booking;
import cn.dangjian.dues.money.Capitals;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code receipt} and {@code receipt_counter}. */
@Repository
class ReceiptTable {

    /** What a receipt may be issued for: a payment or a gift. */
    private static final String PAID = """
        select p.id, p.unit_id unit, p.member_id as member, r.id is not null reversed,
               exists (select 1 from receipt e where e.posting_id = p.id) issued
          from posting p join unit u on u.id = p.unit_id left join posting r on r.reverses = p.id
         where p.id = :id and p.kind in ('PAYMENT', 'GIFT')\
        """;

    private static final String RECEIPT = """
        select e.posting_id, e.unit_id, u.name unit_name, e.year, e.number, e.prints, e.at, p.member_id, p.kind, p.fen, p.day,
               p.way, p.payer, p.subject, r.day reversed_on, r.text reason
          from receipt e join posting p on p.id = e.posting_id join unit u on u.id = e.unit_id
          left join posting r on r.reverses = p.id
         where e.posting_id = :id\
        """;

    private final Rows rows;

    ReceiptTable(Rows rows) {
        this.rows = rows;
    }

    record Paid(long id, long unit, long member, boolean reversed, boolean issued) {}

    Optional<Paid> findPaid(long id, Scope scope) {
        return rows.sql(PAID + " and {scope u}").in(scope).with("id", id).find(Paid.class);
    }

    @Unscoped("the member asks for himself")
    Optional<Paid> findPaid(long id, long member) {
        return rows.unscoped(PAID + " and p.member_id = :member")
                .with("id", id)
                .with("member", member)
                .find(Paid.class);
    }

    @Unscoped("the payment was found in the caller's scope, or is his own")
    Optional<Receipt> find(long id) {
        return rows.unscoped(RECEIPT).with("id", id).find(ReceiptTable::receipt);
    }

    /** Nobody else takes a number of this unit and year until the transaction ends. */
    void lock(long unit, int year) {
        rows.sql("""
            insert into receipt_counter (unit_id, year, last) values (:unit, :year, 0) on duplicate key update last = last\
            """).with("unit", unit).with("year", year).update();
    }

    /** The next number of the series; the counter is locked. */
    void insert(Paid paid, int year, String subject, Instant at) {
        rows.sql("update receipt_counter set last = last + 1 where unit_id = :unit and year = :year")
                .with("unit", paid.unit())
                .with("year", year)
                .update();
        rows.sql("""
            insert into receipt (posting_id, unit_id, year, number, prints, subject, at)
            select :id, c.unit_id, c.year, c.last, 0, :subject, :at from receipt_counter c
             where c.unit_id = :unit and c.year = :year\
            """)
                .with("id", paid.id())
                .with("unit", paid.unit())
                .with("year", year)
                .with("subject", subject)
                .with("at", at)
                .update();
    }

    /** Held until the transaction ends. */
    void addPrint(long id) {
        rows.sql("update receipt set prints = prints + 1 where posting_id = :id")
                .with("id", id)
                .update();
    }

    private static Receipt receipt(ResultSet row, int number) throws SQLException {
        var amount = new Yuan(row.getLong("fen"));
        return new Receipt(
                row.getLong("posting_id"),
                "%d-%06d".formatted(row.getInt("year"), row.getInt("number")),
                row.getLong("unit_id"),
                row.getString("unit_name"),
                row.getLong("member_id"),
                Booking.Kind.valueOf(row.getString("kind")),
                amount,
                Capitals.of(amount),
                row.getObject("day", LocalDate.class),
                row.getString("way"),
                row.getString("payer"),
                row.getString("subject"),
                row.getInt("prints"),
                row.getObject("reversed_on", LocalDate.class),
                row.getString("reason"),
                row.getObject("at", LocalDateTime.class).atOffset(ZoneOffset.UTC));
    }
}
