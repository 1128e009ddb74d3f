package cn.dangjian.organization.tree.period;

import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Days that begin before their time, and back. */
public final class Midnight {

    private final Tree tree;
    private final JdbcClient jdbc;

    public Midnight(Tree tree, JdbcClient jdbc) {
        this.tree = tree;
        this.jdbc = jdbc;
    }

    public void strike(LocalDate day) {
        tree.begin(day);
    }

    /** What no clock does. */
    public void backToToday() {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        jdbc.sql("""
            delete from unit where not exists (select 1 from unit_period v where v.unit_id = unit.id
                                                  and v.valid_from <= :today)
               and exists (select 1 from unit_period v where v.unit_id = unit.id)\
            """).param("today", today).update();
        recount(jdbc);
        jdbc.sql("update tree_day set day = '2000-01-01'").update();
        tree.begin(today);
    }

    /** Counts the organisations of today anew: each adds to all that are on its path. */
    public static void recount(JdbcClient jdbc) {
        jdbc.sql("delete from unit_count").update();
        jdbc.sql("""
            insert into unit_count (unit_id, tier, units)
            with recursive above (step) as (select 1 union all select step + 1 from above where step < 11)
            select conv(substring(u.path, a.step * 5 - 4, 5), 36, 10), u.tier, count(*)
              from unit u join above a on a.step < length(u.path) div 5
             where u.valid_to is null and u.kind <> 'DIVISION_GROUP' group by 1, 2\
            """).update();
    }
}
