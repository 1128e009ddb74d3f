package cn.dangjian.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that are awaited in a table. Only a few of them are looked for while they are missing, so that waiting costs the
 * database little; when those are there, all are counted.
 *
 * @param table schema and name
 * @param rows which rows of the table, as a condition
 * @param key the column that the probes are values of
 * @param probes values that will be there at the end
 * @param expected how many rows there will be
 */
record Arrival(JdbcClient jdbc, String table, String rows, String key, List<Long> probes, long expected) {

    private static final int PROBES = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** Some values out of all, the last one with them. */
    static List<Long> probes(List<Long> all) {
        int step = Math.max(1, all.size() / PROBES);
        var some = new ArrayList<Long>();
        for (int i = all.size() - 1; i >= 0; i -= step) some.add(all.get(i));
        return some;
    }

    /** The time, as {@code System.nanoTime()}, when all rows were seen; counting them is not part of it. */
    long await(Duration interval) {
        var seen = new long[1];
        Awaitility.await(table)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(interval)
                .atMost(PATIENCE)
                .until(() -> {
                    if (seenProbes() < probes.size()) return false;
                    seen[0] = System.nanoTime();
                    return count() >= expected;
                });
        return seen[0];
    }

    private long seenProbes() {
        return jdbc.sql("select count(*) from " + table + " where " + rows + " and " + key + " in (:probes)")
                .param("probes", probes)
                .query(Long.class)
                .single();
    }

    long count() {
        return jdbc.sql("select count(*) from " + table + " where " + rows)
                .query(Long.class)
                .single();
    }
}
