package cn.dangjian.statistics.figure.hear;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.statistics.figure.kept.FoldUnits.Known;
import cn.dangjian.statistics.figure.kept.Place;
import cn.dangjian.statistics.figure.kept.Place.Move;
import cn.dangjian.statistics.figure.kept.Place.Sort;
import cn.dangjian.statistics.figure.kept.Told.Origin;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the directory for units of which nothing is counted yet. */
@Repository
@Unscoped("counts what happened, for everybody")
class DirectoryQueries {

    private final JdbcClient jdbc;
    private final Clock clock;

    DirectoryQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A unit of the directory. */
    record Standing(
            long unit,
            long version,
            Tier tier,
            String kind,
            String domain,
            String path,
            LocalDate since,
            @Nullable LocalDate ended,
            List<Move> moves,
            Instant at) {

        Known known() {
            return new Known(
                    unit,
                    version,
                    new Origin("organization.unit-changed.v1", null, at),
                    tier,
                    kind,
                    domain,
                    since,
                    Place.of(moves, path, ended, new Sort(kind, domain)));
        }
    }

    List<Standing> listUnplaced(long after, int most) {
        var found = jdbc.sql("""
            select u.id, u.version, u.tier, u.kind, u.domain, u.path, u.valid_from, u.valid_to
              from unit u
             where u.id > :after and not exists (select 1 from unit_place p where p.unit_id = u.id and p.kind <> '')
             order by u.id limit :most\
            """)
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new Standing(
                        row.getLong(1),
                        row.getLong(2),
                        Tier.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, LocalDate.class),
                        row.getObject(8, LocalDate.class),
                        new ArrayList<>(),
                        clock.instant()))
                .list();
        if (!found.isEmpty()) addMoves(found);
        return found;
    }

    private void addMoves(List<Standing> found) {
        var byUnit = new HashMap<Long, List<Move>>();
        found.forEach(unit -> byUnit.put(unit.unit(), unit.moves()));
        jdbc.sql("select unit, valid_from, path from unit_stay where unit in (:units) order by unit, valid_from")
                .param("units", byUnit.keySet())
                .query(row -> {
                    byUnit.getOrDefault(row.getLong(1), new ArrayList<>())
                            .add(new Move(row.getObject(2, LocalDate.class), row.getString(3)));
                });
    }
}
