package cn.dangjian.dues.remit.handover;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.remit.handover.Difference.Kind;
import cn.dangjian.dues.remit.handover.Difference.State;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Table {@code difference}. */
@Repository
class DifferenceTable {

    private static final String DIFFERENCE = """
        select d.* from difference d join remittance r on r.id = d.remittance_id
          join unit u on u.id = r.unit_id and {scope u}\
        """;

    private final Rows rows;

    DifferenceTable(Rows rows) {
        this.rows = rows;
    }

    Optional<Difference> find(long id, Scope scope) {
        return rows.sql(DIFFERENCE + " where d.id = :id")
                .in(scope)
                .with("id", id)
                .find(DifferenceTable::difference);
    }

    /** Of one handover, in the order in which they came. */
    List<Difference> list(long handover, Scope scope) {
        return rows.sql(DIFFERENCE + " where d.remittance_id = :handover order by d.id")
                .in(scope)
                .with("handover", handover)
                .list(DifferenceTable::difference);
    }

    /** What of a handover was found, was given up, or is asked to be. */
    @Unscoped("the handover was found in the caller's scope")
    long explained(long handover) {
        return rows.unscoped("""
            select cast(coalesce(sum(fen), 0) as signed) from difference
             where remittance_id = :handover and state in ('ASKED', 'BOOKED')\
            """).with("handover", handover).get(Long.class);
    }

    long insert(
            Handover handover,
            Kind kind,
            State state,
            Yuan amount,
            LocalDate day,
            String document,
            String note,
            Desk desk) {
        return rows.sql("""
            insert into difference (remittance_id, kind, state, fen, day, document, note, subject, at, version)
            values (:handover, :kind, :state, :fen, :day, :document, :note, :subject, :at, 1)\
            """)
                .with("handover", handover.id())
                .with("kind", kind)
                .with("state", state)
                .with("fen", amount.fen())
                .with("day", day)
                .with("document", document)
                .with("note", note)
                .by(desk)
                .insert();
    }

    void decide(Difference difference, State state, String document, Desk desk) {
        rows.sql("""
            update difference set state = :state, decided_subject = :subject, decided_at = :at, decided_document = :document,
                   version = version + 1
             where id = :id and version = :version\
            """)
                .with("id", difference.id())
                .with("version", difference.version())
                .with("state", state)
                .with("document", document)
                .by(desk)
                .updateOne("Difference " + difference.id());
    }

    private static Difference difference(ResultSet row, int number) throws SQLException {
        return new Difference(
                row.getLong("id"),
                row.getLong("remittance_id"),
                Kind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("state")),
                new Yuan(row.getLong("fen")),
                row.getObject("day", LocalDate.class),
                row.getString("document"),
                row.getString("note"),
                row.getString("subject"),
                row.getObject("at", LocalDateTime.class).atOffset(ZoneOffset.UTC),
                row.getString("decided_subject"),
                row.getString("decided_document"),
                row.getLong("version"));
    }
}
