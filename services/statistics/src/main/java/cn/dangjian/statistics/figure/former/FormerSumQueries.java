package cn.dangjian.statistics.figure.former;

import cn.dangjian.platform.directory.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads table {@code tier_value}: sums by path, and how much of each was taken over into {@code tier_sum}. */
@Repository
@Unscoped("counts what happened, for everybody")
class FormerSumQueries {

    private final JdbcClient jdbc;

    FormerSumQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether anything was added and not taken over yet. */
    boolean hasFresh() {
        return jdbc.sql("select 1 from tier_value where fresh = 1 limit 1")
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
