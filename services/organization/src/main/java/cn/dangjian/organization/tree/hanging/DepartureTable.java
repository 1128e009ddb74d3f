package cn.dangjian.organization.tree.hanging;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code unit_departure} and {@code unit_removal}; whoever holds the tree has them, and leaves them empty. */
@Repository
class DepartureTable {

    private static final int AT_ONCE = 1000;

    private final Rows rows;

    DepartureTable(Rows rows) {
        this.rows = rows;
    }

    /** A unit that came under another one, and since when. */
    record Moved(long unitId, LocalDate day) {}

    /** Those of the units that have ended. */
    @Unscoped("follows what a change has made; nobody asks")
    List<Departure> list(Collection<UnitId> units) {
        return units.isEmpty()
                ? List.of()
                : rows.unscoped("""
                    select u.id, u.parent_id, u.valid_to day, p.reason, p.document, p.subject, p.at,
                           if(p.reason = 'ABOLISHED' and s.tier <> u.tier, null, s.id) heir_id
                      from unit u
                      join unit_period p on p.unit_id = u.id and p.valid_from = u.valid_to and p.ended = true
                      left join unit s on s.id = (select l.successor_id from unit_lineage l
                                                   where l.predecessor_id = u.id and l.day = u.valid_to order by l.id limit 1)
                     where u.id in (:units) and u.valid_to is not null order by u.id\
                    """)
                        .with("units", units.stream().map(UnitId::value).toList())
                        .list(DepartureTable::departure);
    }

    /** Those of the units that have been under another one before, and since when they are where they are. */
    @Unscoped("follows what a change has made; nobody asks")
    List<Moved> listMoved(List<UnitId> units) {
        var moved = new ArrayList<Moved>();
        for (int from = 0; from < units.size(); from += AT_ONCE) {
            var some = units.subList(from, Math.min(from + AT_ONCE, units.size()));
            moved.addAll(rows.unscoped("""
                select v.unit_id, max(v.valid_from) day
                  from unit u
                  join unit_period v on v.unit_id = u.id and v.parent_id = u.parent_id and v.ended = false
                  join unit_period b on b.unit_id = u.id and b.valid_to = v.valid_from and b.parent_id <> v.parent_id
                 where u.id in (:units) group by v.unit_id\
                """)
                    .with("units", some.stream().map(UnitId::value).toList())
                    .list(Moved.class));
        }
        return moved;
    }

    void saveDepartures(Collection<Departure> departures) {
        deleteDepartures();
        rows.sql("""
            insert into unit_departure (unit_id, heir_id, goes_to, day, reason, subject, at)
            values (:unit, :heir, coalesce(:heir, :parent), :day, :reason, :subject, :at)\
            """).each(departures);
    }

    void deleteDepartures() {
        rows.sql("delete from unit_departure").update();
    }

    /** Where those that moved are with all that is below them, and those that took something over, by themselves. */
    void saveRemovals(Collection<Moved> moved, Collection<Departure> departures) {
        deleteRemovals();
        rows.sql("""
            insert into unit_removal (unit_id, path, path_to, day)
            select id, path, concat(path, '~'), :day from unit where id = :unitId\
            """).each(moved);
        rows.sql("""
            insert into unit_removal (unit_id, path, path_to, day)
            select id, path, path, :day from unit where id = coalesce(:heir, :parent)
            on duplicate key update day = least(unit_removal.day, values(day))\
            """).each(departures);
    }

    void deleteRemovals() {
        rows.sql("delete from unit_removal").update();
    }

    private static Departure departure(ResultSet row, int number) throws SQLException {
        String document = row.getString("document");
        String reason =
                switch (row.getString("reason")) {
                    case "MERGED" -> "合并";
                    case "SPLIT" -> "分设";
                    default -> "撤销";
                };
        return new Departure(
                new UnitId(row.getLong("id")),
                unit(row.getObject("heir_id", Long.class)),
                unit(row.getObject("parent_id", Long.class)),
                row.getObject("day", LocalDate.class),
                document == null ? reason : reason + " " + document,
                row.getString("subject"),
                row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    private static @Nullable UnitId unit(@Nullable Long id) {
        return id == null ? null : new UnitId(id);
    }
}
