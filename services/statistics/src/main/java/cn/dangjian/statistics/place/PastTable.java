package cn.dangjian.statistics.place;

import cn.dangjian.platform.directory.Unscoped;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code unit_past} and {@code unit_stay}. */
@Repository
class PastTable {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    PastTable(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Makes rows for units that have none, so that whoever else hears of one of them for the first time waits, too. */
    void reserve(Collection<Long> units) {
        template.batchUpdate(
                "insert into unit_past (unit, version) values (?, 0) on duplicate key update unit = values(unit)",
                units.stream().sorted().toList(),
                BATCH,
                (statement, unit) -> statement.setLong(1, unit));
    }

    /** Of which states the rows of these units are; whoever else hears of one of them waits. */
    @Unscoped("remembers what was announced, for everybody")
    Map<Long, Long> lockVersions(Collection<Long> units) {
        var versions = new HashMap<Long, Long>();
        jdbc.sql("select unit, version from unit_past where unit in (:units) order by unit for update")
                .param("units", units)
                .query((RowCallbackHandler) row -> versions.put(row.getLong(1), row.getLong(2)));
        return versions;
    }

    /** Puts these pasts in the place of what was known of the same units. */
    void save(Collection<Past> pasts) {
        if (pasts.isEmpty()) return;
        template.batchUpdate("""
            insert into unit_past (unit, version, heir, heir_from) values (?, ?, ?, ?)
            on duplicate key update version = values(version), heir = values(heir), heir_from = values(heir_from)\
            """, pasts, BATCH, (statement, past) -> {
            statement.setLong(1, past.unit());
            statement.setLong(2, past.version());
            statement.setObject(3, past.heir(), Types.BIGINT);
            statement.setObject(4, past.heirFrom(), Types.DATE);
        });
        jdbc.sql("delete from unit_stay where unit in (:units)")
                .param("units", pasts.stream().map(Past::unit).toList())
                .update();
        var rows = pasts.stream()
                .flatMap(past -> past.stays().stream()
                        .map(stay -> new Object[] {past.unit(), stay.from(), stay.to(), stay.path()}))
                .toList();
        template.batchUpdate("insert into unit_stay (unit, valid_from, valid_to, path) values (?, ?, ?, ?)", rows);
    }
}
