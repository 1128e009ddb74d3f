package cn.dangjian.statistics.figure.kept;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.statistics.figure.kept.Place.Sort;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code unit_place}, and the row that whoever folds holds. */
@Repository
@Unscoped("counts what happened, for everybody")
class PlaceRepository {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    PlaceRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Whoever else folds waits until the transaction ends. */
    void hold() {
        getRound();
    }

    /**
     * 重新公布: a round in which the services tell everything again.
     *
     * @param begunAt null if there was none
     * @param endedAt null while it goes on
     */
    record Round(
            int number,
            @Nullable LocalDateTime begunAt,
            @Nullable LocalDateTime endedAt) {

        boolean isOpen() {
            return begunAt != null && endedAt == null;
        }
    }

    /** The last one; whoever folds waits until the transaction ends. */
    Round getRound() {
        return jdbc.sql("select round number, begun_at, ended_at from figuring where id = 1 for update")
                .query(Records.of(Round.class))
                .single();
    }

    /** The last one, as it stands: nobody waits. */
    Round findRound() {
        return jdbc.sql("select round number, begun_at, ended_at from figuring where id = 1")
                .query(Records.of(Round.class))
                .single();
    }

    void beginRound(Instant now) {
        jdbc.sql("update figuring set round = round + 1, begun_at = :now, ended_at = null where id = 1")
                .param("now", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    void endRound(Instant now) {
        jdbc.sql("update figuring set ended_at = :now where id = 1")
                .param("now", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    /** Where units have stood, in order; a unit that is not known yet is missing. */
    Map<Long, List<Place>> list(Collection<Long> units) {
        var places = new HashMap<Long, List<Place>>();
        if (units.isEmpty()) return places;
        jdbc.sql("""
            select unit_id, from_month, to_month, path, last_one, kind, domain from unit_place
             where unit_id in (:units) order by unit_id, from_month\
            """).param("units", units).query(row -> {
            places.computeIfAbsent(row.getLong(1), unit -> new ArrayList<>())
                    .add(new Place(
                            row.getObject(2, LocalDate.class),
                            row.getObject(3, LocalDate.class),
                            row.getString(4),
                            row.getBoolean(5),
                            new Sort(row.getString(6), row.getString(7))));
        });
        return places;
    }

    /** Puts these in the place of what was known of the same units. */
    void save(Map<Long, List<Place>> places) {
        if (places.isEmpty()) return;
        jdbc.sql("delete from unit_place where unit_id in (:units)")
                .param("units", places.keySet())
                .update();
        var rows = new ArrayList<Object[]>();
        places.forEach((unit, all) -> {
            for (var place : all)
                rows.add(new Object[] {
                    unit,
                    place.from(),
                    place.to(),
                    place.path(),
                    place.last() ? 1 : 0,
                    place.sort().kind(),
                    place.sort().domain()
                });
        });
        for (int from = 0; from < rows.size(); from += BATCH)
            template.batchUpdate("""
                insert into unit_place (unit_id, from_month, to_month, path, last_one, kind, domain)
                values (?, ?, ?, ?, ?, ?, ?)\
                """, rows.subList(from, Math.min(rows.size(), from + BATCH)));
    }
}
