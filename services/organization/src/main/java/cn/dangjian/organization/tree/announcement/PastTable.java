package cn.dangjian.organization.tree.announcement;

import cn.dangjian.platform.directory.Unscoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the touched units have been until a day: of {@code unit_place} and {@code unit_lineage}. */
@Repository
class PastTable {

    private final JdbcClient jdbc;

    PastTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit's path from a day on. */
    record Stay(LocalDate from, String path) {}

    /** The unit that took over a merged one, and since when. */
    record Heir(long unit, LocalDate from) {}

    /** The touched units that have stood at more than one place, with all of them in order. */
    @Unscoped("announces what a change has touched")
    Map<Long, List<Stay>> listStays(LocalDate day) {
        var stays = new HashMap<Long, List<Stay>>();
        jdbc.sql("""
            select p.unit_id, p.valid_from, p.path
              from tree_touched t join unit_place p on p.unit_id = t.unit_id
             where p.valid_from <= :day
             order by p.unit_id, p.valid_from\
            """).param("day", day).query((RowCallbackHandler) row -> {
            var before = stays.computeIfAbsent(row.getLong(1), unit -> new ArrayList<>(2));
            var path = row.getString(3);
            if (before.isEmpty() || !before.getLast().path().equals(path))
                before.add(new Stay(row.getObject(2, LocalDate.class), path));
        });
        stays.values().removeIf(all -> all.size() == 1);
        return stays;
    }

    @Unscoped("announces what a change has touched")
    Map<Long, Heir> listHeirs(LocalDate day) {
        var heirs = new HashMap<Long, Heir>();
        jdbc.sql("""
            select l.predecessor_id, l.successor_id, l.day
              from tree_touched t join unit_lineage l on l.predecessor_id = t.unit_id
             where l.reason = 'MERGED' and l.day <= :day
             order by l.id\
            """).param("day", day).query((RowCallbackHandler)
                row -> heirs.put(row.getLong(1), new Heir(row.getLong(2), row.getObject(3, LocalDate.class))));
        return heirs;
    }
}
