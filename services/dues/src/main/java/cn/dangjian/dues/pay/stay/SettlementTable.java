package cn.dangjian.dues.pay.stay;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.pay.stay.HandBack.ReceiptRequest;
import cn.dangjian.dues.pay.stay.HandBack.ReturnRequest;
import cn.dangjian.dues.pay.stay.LeaveToStay.AgreementRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code stay_payment}, {@code stay_handover} and {@code stay_kept}. */
@Repository
class SettlementTable {

    private static final String HANDOVER = """
        select h.id, h.unit_id, u.name unit_name, h.origin_id, o.name origin_name, h.sent_fen, h.sent_on, h.received_fen,
               h.received_on, h.receipt, h.note, h.version
          from stay_handover h join unit u on u.id = h.unit_id join unit o on o.id = h.origin_id
         where ({scope u} or {scope o})\
        """;

    private final Rows rows;

    SettlementTable(Rows rows) {
        this.rows = rows;
    }

    void insertPayment(long posting, Taking taking, long fen) {
        rows.sql("""
            insert into stay_payment (posting_id, unit_id, origin_id, member_id, fen)
            values (:posting, :unit, :origin, :member, :fen)\
            """)
                .with("posting", posting)
                .with("unit", taking.unit())
                .with("origin", taking.payer().unit())
                .with("member", taking.payer().member())
                .with("fen", fen)
                .update();
    }

    /**
     * How a branch of stay stands with a branch of origin.
     *
     * @param paid what it has taken of the other one's members and not taken back
     * @param underway what it has sent and the other one has not received
     */
    record Balance(
            long stay,
            String stayName,
            long origin,
            String originName,
            String originPath,
            long paid,
            long underway,
            long received,
            long kept) {

        /** Less than nothing if something was taken back after it was handed over. */
        long open() {
            return paid - underway - received - kept;
        }
    }

    /** With everybody, as the one and as the other; by the names' order of the tree. */
    @Unscoped("the unit was found in the caller's scope; of the others their names")
    List<Balance> listBalances(UnitId unit) {
        return rows.unscoped("""
            select b.unit_id stay, u.name stay_name, b.origin_id origin, o.name origin_name, o.path origin_path,
                   cast(sum(b.paid) as signed) paid, cast(sum(b.underway) as signed) underway,
                   cast(sum(b.received) as signed) received, cast(sum(b.kept) as signed) kept
              from (select p.unit_id, p.origin_id, p.fen paid, 0 underway, 0 received, 0 kept
                      from stay_payment p left join posting r on r.reverses = p.posting_id
                     where r.id is null and (p.unit_id = :unit or p.origin_id = :unit)
                     union all
                    select h.unit_id, h.origin_id, 0, case when h.received_on is null then h.sent_fen else 0 end,
                           coalesce(h.received_fen, 0), 0
                      from stay_handover h where h.unit_id = :unit or h.origin_id = :unit
                     union all
                    select k.unit_id, k.origin_id, 0, 0, 0, k.fen
                      from stay_kept k where k.unit_id = :unit or k.origin_id = :unit) b
              join unit u on u.id = b.unit_id join unit o on o.id = b.origin_id
             group by b.unit_id, u.name, b.origin_id, o.name, o.path order by u.path, o.path\
            """).with("unit", unit).list(Balance.class);
    }

    /** The same of two. */
    @Unscoped("of a unit that the caller acts for")
    Optional<Balance> find(UnitId stay, UnitId origin) {
        return listBalances(stay).stream()
                .filter(balance -> balance.stay() == stay.value() && balance.origin() == origin.value())
                .findFirst();
    }

    /** Nobody else sends or settles from this unit until the transaction ends. */
    void lock(UnitId unit) {
        rows.sql("select id from unit where id = :id for update")
                .with("id", unit)
                .lock();
    }

    long insert(UnitId stay, ReturnRequest request) {
        return rows.sql("""
            insert into stay_handover (unit_id, origin_id, sent_fen, sent_on, note, version)
            values (:stay, :origin, :fen, :day, :note, 1)\
            """)
                .with("stay", stay)
                .with("origin", request.origin())
                .with("fen", request.amount().fen())
                .with("day", request.day())
                .with("note", request.note())
                .insert();
    }

    void receive(StayHandover handover, ReceiptRequest request) {
        rows.sql("""
            update stay_handover set received_fen = :fen, received_on = :day, receipt = :receipt,
                   note = coalesce(:note, note), version = version + 1
             where id = :id and version = :version\
            """)
                .with("fen", request.amount().fen())
                .with("day", request.day())
                .with("receipt", request.receipt())
                .with("note", request.note())
                .with("id", handover.id())
                .with("version", handover.version())
                .updateOne("Handover of a stay " + handover.id());
    }

    void keep(UnitId origin, AgreementRequest request, Desk desk) {
        rows.sql("""
            insert into stay_kept (unit_id, origin_id, fen, day, document, subject, at)
            values (:stay, :origin, :fen, :day, :document, :subject, :at)\
            """)
                .with("stay", request.stay())
                .with("origin", origin)
                .with("fen", request.amount().fen())
                .with("day", request.day())
                .with("document", request.document())
                .by(desk)
                .update();
    }

    /** For both ends, and for whoever is above one of them. */
    Optional<StayHandover> find(long id, Scope scope) {
        return rows.sql(HANDOVER + " and h.id = :id").in(scope).with("id", id).find(SettlementTable::handover);
    }

    /** The newest first. */
    List<StayHandover> list(Slice slice, Scope scope) {
        return rows.sql(HANDOVER + " and h.id < :before order by h.id desc limit :rows")
                .in(scope)
                .newest(slice)
                .list(SettlementTable::handover);
    }

    private static StayHandover handover(ResultSet row, int number) throws SQLException {
        var receivedOn = row.getObject("received_on", LocalDate.class);
        return new StayHandover(
                row.getLong("id"),
                row.getLong("unit_id"),
                row.getString("unit_name"),
                row.getLong("origin_id"),
                row.getString("origin_name"),
                new Yuan(row.getLong("sent_fen")),
                row.getObject("sent_on", LocalDate.class),
                receivedOn == null ? null : new Yuan(row.getLong("received_fen")),
                receivedOn,
                row.getString("receipt"),
                row.getString("note"),
                row.getLong("version"));
    }
}
