package cn.dangjian.dues.remit.handover;

import cn.dangjian.dues.book.ledger.Fund;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.remit.handover.PassOn.ReceiveRequest;
import cn.dangjian.dues.remit.handover.PassOn.SendRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code remittance}. */
@Repository
class HandoverTable {

    private static final String HANDOVER = """
        select r.id, r.unit_id, u.name unit_name, r.to_id, r.fund, r.until_month, r.sent_fen, r.sent_on, r.received_fen,
               r.received_on, r.receipt, r.note, r.version
          from remittance r join unit u on u.id = r.unit_id and {scope u}\
        """;

    /** 中央, which is no unit here. */
    private static final long CENTRE = 0;

    private final Rows rows;

    HandoverTable(Rows rows) {
        this.rows = rows;
    }

    Optional<Handover> find(long id, Scope scope) {
        return rows.sql(HANDOVER + " where r.id = :id").in(scope).with("id", id).find(HandoverTable::handover);
    }

    /** The newest first. */
    List<Handover> list(Slice slice, Scope scope) {
        return rows.sql(HANDOVER + " where r.id < :before order by r.id desc limit :rows")
                .in(scope)
                .newest(slice)
                .list(HandoverTable::handover);
    }

    /** The same, held until the transaction ends. */
    Optional<Handover> lock(long id, Scope scope) {
        rows.sql("select id from remittance where id = :id for update")
                .with("id", id)
                .lock();
        return find(id, scope);
    }

    /** Nobody else sends from this unit until the transaction ends. */
    void lock(Unit unit) {
        rows.sql("select id from unit where id = :id for update")
                .with("id", unit.id())
                .lock();
    }

    /** @param above null for the Centre */
    long insert(Unit unit, @Nullable Unit above, SendRequest request) {
        return rows.sql("""
            insert into remittance (unit_id, to_id, fund, until_month, sent_fen, sent_on, note, version)
            values (:unit, :to, :fund, :until, :fen, :day, :note, 1)\
            """)
                .with("unit", unit.id())
                .with("to", above == null ? CENTRE : above.id().value())
                .with("fund", request.fund())
                .with("until", request.until().atDay(1))
                .with("fen", request.amount().fen())
                .with("day", request.day())
                .with("note", request.note())
                .insert();
    }

    void receive(Handover handover, ReceiveRequest request) {
        rows.sql("""
            update remittance set received_fen = :fen, received_on = :day, receipt = :receipt,
                   note = coalesce(:note, note), version = version + 1
             where id = :id and version = :version\
            """)
                .with("fen", request.amount().fen())
                .with("day", request.day())
                .with("receipt", request.receipt())
                .with("note", request.note())
                .with("id", handover.id())
                .with("version", handover.version())
                .updateOne("Handover " + handover.id());
    }

    private static Handover handover(ResultSet row, int number) throws SQLException {
        var receivedOn = row.getObject("received_on", LocalDate.class);
        return new Handover(
                row.getLong("id"),
                row.getLong("unit_id"),
                row.getString("unit_name"),
                row.getLong("to_id") == CENTRE ? null : row.getLong("to_id"),
                Fund.valueOf(row.getString("fund")),
                YearMonth.from(row.getObject("until_month", LocalDate.class)),
                new Yuan(row.getLong("sent_fen")),
                row.getObject("sent_on", LocalDate.class),
                receivedOn == null ? null : new Yuan(row.getLong("received_fen")),
                receivedOn,
                row.getString("receipt"),
                row.getString("note"),
                row.getLong("version"));
    }
}
