package cn.dangjian.organization.tree.rollup;

import org.springframework.jdbc.core.simple.JdbcClient;

/** For facts that a test writes without the service: they are counted anew. */
public final class Recount {

    private Recount() {}

    public static void anew(JdbcClient jdbc) {
        jdbc.sql("insert into rollup_stale (unit_id) values (0)").update();
    }
}
