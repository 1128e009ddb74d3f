package cn.dangjian.platform.directory.trial;

import cn.dangjian.platform.directory.UnitObserver;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down every change that it is told, and what the directory's row said then; fails at some units. */
@Component
class Watcher implements UnitObserver {

    private final JdbcClient jdbc;
    final Set<Long> poison = ConcurrentHashMap.newKeySet();

    Watcher(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Seen(Long versionBefore, long versionAfter, Long rowVersion) {}

    @Override
    public void unitsChanged(List<Change> changes) {
        for (var change : changes) {
            var after = change.after();
            var before = change.before();
            jdbc.sql("""
                insert into seen (unit, version_before, version_after, row_version)
                values (:unit, :before, :after, (select version from unit where id = :unit))\
                """)
                    .param("unit", after.id().value())
                    .param("before", before == null ? null : before.version())
                    .param("after", after.version())
                    .update();
        }
        // only after writing, so that it shows whether what was written stays
        for (var change : changes) {
            if (poison.contains(change.after().id().value())) throw new IllegalArgumentException("poison");
        }
    }

    List<Seen> of(long unit) {
        return jdbc.sql("select version_before, version_after, row_version from seen where unit = ? order by id")
                .param(unit)
                .query(Seen.class)
                .list();
    }
}
