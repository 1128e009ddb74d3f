package cn.dangjian.statistics.figure.ledger;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.statistics.figure.ledger.SaveLedger.LedgerRequest;
import cn.dangjian.statistics.place.TreePath;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code ledger} and {@code ledger_measure}: questions, and never what they are answered with. */
@Repository
class LedgerTable {

    private static final String LEDGER = """
        select l.id, l.unit_id, l.name, l.tier, l.shared, l.at, l.version,
               (select group_concat(m.measure order by m.place) from ledger_measure m where m.ledger_id = l.id) measures
          from ledger l
         where l.unit_id in (:units) and (l.unit_id = :reader or l.shared = 1)\
        """;

    private final Rows rows;

    LedgerTable(Rows rows) {
        this.rows = rows;
    }

    /** Finds those of a unit, and those that units above it share. */
    @Unscoped("the reader's own, and what units above share with all below them")
    Optional<Ledger> find(LedgerId id, Unit reader) {
        return rows.unscoped(LEDGER + " and l.id = :id")
                .with("units", andAbove(reader))
                .with("reader", reader.id())
                .with("id", id)
                .find(LedgerTable::ledger);
    }

    /** The same, the newest first. */
    @Unscoped("the reader's own, and what units above share with all below them")
    List<Ledger> list(Slice slice, Unit reader) {
        return rows.unscoped(LEDGER + " and l.id < :before order by l.id desc limit :rows")
                .with("units", andAbove(reader))
                .with("reader", reader.id())
                .newest(slice)
                .list(LedgerTable::ledger);
    }

    private static List<Long> andAbove(Unit unit) {
        var units = new ArrayList<Long>();
        units.add(unit.id().value());
        TreePath.above(unit.path()).forEach(path -> units.add(TreePath.unit(path)));
        return units;
    }

    private static Ledger ledger(ResultSet row, int number) throws SQLException {
        return new Ledger(
                new LedgerId(row.getLong("id")),
                new UnitId(row.getLong("unit_id")),
                row.getString("name"),
                List.of(row.getString("measures").split(",", -1)),
                Tier.valueOf(row.getString("tier")),
                row.getBoolean("shared"),
                row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getLong("version"));
    }

    LedgerId insert(LedgerRequest request, Desk desk) {
        var id = new LedgerId(rows.sql("""
            insert into ledger (unit_id, name, tier, shared, subject, at, version)
            values (:unit, :name, :tier, :shared, :subject, :at, 1)\
            """)
                .with("unit", desk.unit().id())
                .with(request)
                .by(desk)
                .insert());
        insertMeasures(id, request);
        return id;
    }

    /** Fails if someone else changed the ledger since it was read. */
    void update(Ledger ledger, LedgerRequest request) {
        rows.sql("""
            update ledger set name = :name, tier = :tier, shared = :shared, version = version + 1
             where id = :id and version = :version\
            """)
                .with(request)
                .with("id", ledger.id())
                .with("version", ledger.version())
                .updateOne("Ledger " + ledger.id().value());
        deleteMeasures(ledger.id());
        insertMeasures(ledger.id(), request);
    }

    /** Fails if someone else changed the ledger since it was read. */
    void delete(Ledger ledger) {
        rows.sql("delete from ledger where id = :id and version = :version")
                .with("id", ledger.id())
                .with("version", ledger.version())
                .updateOne("Ledger " + ledger.id().value());
        deleteMeasures(ledger.id());
    }

    private record Column(int place, String measure) {}

    private void insertMeasures(LedgerId id, LedgerRequest request) {
        var columns = new ArrayList<Column>();
        for (String measure : request.codes()) columns.add(new Column(columns.size(), measure));
        rows.sql("insert into ledger_measure (ledger_id, place, measure) values (:id, :place, :measure)")
                .with("id", id)
                .each(columns);
    }

    private void deleteMeasures(LedgerId id) {
        rows.sql("delete from ledger_measure where ledger_id = :id")
                .with("id", id)
                .update();
    }
}
