package cn.dangjian.member.moving.census;

import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Repository;

/** Table {@code census_closing}: which units have closed; one that was reopened keeps its row, with the reason. */
@Repository
@Unscoped("whoever asks has found the census and the units in the caller's scope")
class ClosingTable {

    private final Rows rows;

    ClosingTable(Rows rows) {
        this.rows = rows;
    }

    /** Lets one transaction at a time say something of a census; to be taken as its first statement. */
    void lock(long census) {
        rows.unscoped("select id from census where id = :id for update")
                .with("id", census)
                .lock();
    }

    boolean anyClosed(long census, Set<UnitId> units) {
        return rows.unscoped("""
            select 1 from census_closing
             where census_id = :census and unit_id in (:units) and reopened_at is null limit 1\
            """).with("census", census).with("units", units).exists();
    }

    /** Whether the unit is above the one that opened the census. */
    boolean isAbove(long census, Unit unit) {
        return rows.unscoped("""
            select 1 from census c join unit t on t.id = c.unit_id
             where c.id = :census and c.unit_id <> :unit and t.path like concat(:path, '%')\
            """)
                .with("census", census)
                .with("unit", unit.id())
                .with("path", unit.path())
                .exists();
    }

    void close(long census, UnitId unit, Desk desk) {
        rows.sql("""
            insert into census_closing (census_id, unit_id, closed_subject, closed_at)
            values (:census, :unit, :subject, :at)\
            """).with("census", census).with("unit", unit).by(desk).update();
    }

    /** The census is over when the unit that opened it has closed. */
    void endIfOf(long census, UnitId unit, Desk desk) {
        rows.sql("update census set closed_at = :at where id = :census and unit_id = :unit")
                .with("census", census)
                .with("unit", unit)
                .with("at", desk.now())
                .update();
    }

    /** The unit, and all above it that had closed on its word. */
    void reopen(long census, Unit unit, String reason, String subject, Instant at) {
        rows.sql("""
            update census_closing set reopened_subject = :subject, reopened_at = :at, reason = left(:reason, 200)
             where census_id = :census and reopened_at is null
               and unit_id in (select u.id from unit u where u.path in (:above))\
            """)
                .with("census", census)
                .with("above", above(unit.path()))
                .with("reason", reason)
                .with("subject", subject)
                .with("at", at)
                .update();
        rows.sql("update census set closed_at = null where id = :census")
                .with("census", census)
                .update();
    }

    /** A path is made of the segments of each unit on it. */
    private static Set<String> above(String path) {
        return IntStream.rangeClosed(1, path.length() / Unit.SEGMENT)
                .mapToObj(depth -> path.substring(0, depth * Unit.SEGMENT))
                .collect(Collectors.toSet());
    }
}
