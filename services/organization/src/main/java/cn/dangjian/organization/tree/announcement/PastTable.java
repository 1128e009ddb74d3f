package cn.dangjian.organization.tree.announcement;

import cn.dangjian.platform.directory.Unscoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /**
     * The unit to which the members of one that ended go, since when, and by which document.
     *
     * @param parts all that came out of one that was split, the first one first: a list may say who goes to which
     */
    record MembersTo(
            long unit,
            LocalDate from,
            @Nullable String document,
            @Nullable List<Part> parts) {}

    /** A unit that came out of another one, and its code. */
    record Part(long unit, String code) {}

    /** That a unit ended: since when, and by which document. */
    record Ending(LocalDate from, @Nullable String document) {}

    /** The unit that was split, since when, and by which document. */
    record Origin(long unit, LocalDate from, @Nullable String document) {}

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

    @Unscoped("announces what a change has touched")
    Map<Long, MembersTo> listMembersTo(LocalDate day) {
        var all = new HashMap<Long, MembersTo>();
        jdbc.sql("""
            select l.predecessor_id, l.successor_id, l.day, l.reason, p.document, s.code
              from tree_touched t join unit_lineage l on l.predecessor_id = t.unit_id and l.day <= :day
              join unit_period p on p.unit_id = l.predecessor_id and p.valid_from = l.day and p.ended
              join unit_period s on s.unit_id = l.successor_id and s.valid_from <= l.day and s.valid_to > l.day
             order by l.id\
            """).param("day", day).query((RowCallbackHandler) row -> {
            long heir = row.getLong(2);
            var parts = row.getString(4).equals("SPLIT") ? new ArrayList<Part>() : null;
            var first = new MembersTo(heir, row.getObject(3, LocalDate.class), row.getString(5), parts);
            var ofAll = all.computeIfAbsent(row.getLong(1), unit -> first).parts();
            if (ofAll != null) ofAll.add(new Part(heir, row.getString(6)));
        });
        return all;
    }

    @Unscoped("announces what a change has touched")
    Map<Long, Ending> listEndings(LocalDate day) {
        var endings = new HashMap<Long, Ending>();
        jdbc.sql("""
            select p.unit_id, p.valid_from, p.document
              from tree_touched t join unit_period p on p.unit_id = t.unit_id
             where p.ended and p.valid_from <= :day\
            """).param("day", day).query((RowCallbackHandler)
                row -> endings.put(row.getLong(1), new Ending(row.getObject(2, LocalDate.class), row.getString(3))));
        return endings;
    }

    @Unscoped("announces what a change has touched")
    Map<Long, Origin> listOrigins(LocalDate day) {
        var origins = new HashMap<Long, Origin>();
        jdbc.sql("""
            select l.successor_id, l.predecessor_id, l.day, p.document
              from tree_touched t join unit_lineage l on l.successor_id = t.unit_id
              join unit_period p on p.unit_id = l.successor_id and p.valid_from = l.day
             where l.reason = 'SPLIT' and l.day <= :day
             order by l.id\
            """).param("day", day).query((RowCallbackHandler) row -> origins.put(
                row.getLong(1), new Origin(row.getLong(2), row.getObject(3, LocalDate.class), row.getString(4))));
        return origins;
    }
}
