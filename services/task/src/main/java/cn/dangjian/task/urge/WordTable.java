package cn.dangjian.task.urge;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Table {@code urge_word}, and the dispatches that are urged. */
@Repository
class WordTable {

    private static final String ISSUED = "d.id, d.number, d.issuer_id issuer, d.title, d.deadline";

    private final Rows rows;

    WordTable(Rows rows) {
        this.rows = rows;
    }

    /** What the house is told of a dispatch beside who is urged. */
    record Issued(long id, String number, long issuer, String title, Instant deadline) {}

    /** @param due the day on which it was asked for, as it stands in the rows of those who are urged */
    record Word(long id, long dispatch, Instant due, String word, String subject) {}

    /** A dispatch that was issued within a scope, or by a unit of which the one that asks is the heir. */
    Optional<Issued> findIssued(long dispatch, Scope scope, UnitId heir) {
        return rows.sql("select " + ISSUED + " " + """
             from dispatch d join unit u on u.id = d.issuer_id
             where d.id = :dispatch
               and ({scope u} or exists (select 1 from heir_done h
                                          where h.unit_id = d.issuer_id and h.heir_id = :heir))\
            """)
                .in(scope)
                .with("dispatch", dispatch)
                .with("heir", heir)
                .find((row, number) -> issued(row));
    }

    @Unscoped("of a dispatch that was found before")
    boolean isHeir(UnitId unit, long issuer) {
        return rows.unscoped("select 1 from heir_done where unit_id = :issuer and heir_id = :unit")
                .with("issuer", issuer)
                .with("unit", unit)
                .exists();
    }

    @Unscoped("work of the platform; nobody sees the row")
    Issued get(long dispatch) {
        return rows.unscoped("select " + ISSUED + " from dispatch d where d.id = :dispatch")
                .with("dispatch", dispatch)
                .find((row, number) -> issued(row))
                .orElseThrow(() -> new IllegalArgumentException("No dispatch " + dispatch));
    }

    private static Issued issued(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Issued(
                row.getLong("id"),
                row.getString("number"),
                row.getLong("issuer"),
                row.getString("title"),
                UrgeTable.instant(row, "deadline"));
    }

    /** False if there is one of this day; of two at once the later one waits. */
    boolean insert(long dispatch, String word, Instant due, Desk desk) {
        return rows.sql("""
            insert ignore into urge_word (dispatch_id, day, due, word, addressed, subject, at)
            values (:dispatch, :day, :due, :word, 0, :subject, :at)\
            """)
                        .with("dispatch", dispatch)
                        .with("day", desk.today())
                        .with("due", due)
                        .with("word", word)
                        .by(desk)
                        .update()
                > 0;
    }

    void saveAddressed(long dispatch, Desk desk, int addressed) {
        rows.sql("update urge_word set addressed = :addressed where dispatch_id = :dispatch and day = :day")
                .with("addressed", addressed)
                .with("dispatch", dispatch)
                .with("day", desk.today())
                .update();
    }

    /** One that waits to be told; nobody else tells it. */
    @Unscoped("work of the platform; nobody sees the row")
    Optional<Word> take() {
        return rows.unscoped("""
            select id, dispatch_id, due, word, subject from urge_word force index (urge_word_told)
             where told_at is null order by id limit 1 for update skip locked\
            """)
                .find((row, number) -> new Word(
                        row.getLong("id"),
                        row.getLong("dispatch_id"),
                        UrgeTable.instant(row, "due"),
                        row.getString("word"),
                        row.getString("subject")));
    }

    void told(Word word, Instant now) {
        rows.sql("update urge_word set told_at = :now where id = :id")
                .with("now", now)
                .with("id", word.id())
                .update();
    }
}
