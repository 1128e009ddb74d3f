package cn.dangjian.statistics.figure.kept;

import cn.dangjian.platform.directory.Unscoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        jdbc.sql("select id from figuring where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    /** Where units have stood, in order; a unit that is not known yet is missing. */
    Map<Long, List<Place>> list(Collection<Long> units) {
        var places = new HashMap<Long, List<Place>>();
        if (units.isEmpty()) return places;
        jdbc.sql("""
            select unit_id, from_month, to_month, path, last_one from unit_place
             where unit_id in (:units) order by unit_id, from_month\
            """).param("units", units).query(row -> {
            places.computeIfAbsent(row.getLong(1), unit -> new ArrayList<>())
                    .add(new Place(
                            row.getObject(2, LocalDate.class),
                            row.getObject(3, LocalDate.class),
                            row.getString(4),
                            row.getBoolean(5)));
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
                rows.add(new Object[] {unit, place.from(), place.to(), place.path(), place.last() ? 1 : 0});
        });
        for (int from = 0; from < rows.size(); from += BATCH)
            template.batchUpdate(
                    "insert into unit_place (unit_id, from_month, to_month, path, last_one) values (?, ?, ?, ?, ?)",
                    rows.subList(from, Math.min(rows.size(), from + BATCH)));
    }
}
