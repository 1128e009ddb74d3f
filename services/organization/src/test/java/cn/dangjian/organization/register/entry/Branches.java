package cn.dangjian.organization.register.entry;

import cn.dangjian.organization.tree.period.Paths;
import cn.dangjian.organization.tree.rollup.Recount;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Party units without division codes, as they stand in the tree during one test. */
public final class Branches {

    private final JdbcClient jdbc;
    private final List<Long> made = new ArrayList<>();

    public Branches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new unit of a kind below another one. */
    public long below(long parent, String kind) {
        long id = jdbc.sql("select max(id) + 1 from unit").query(Long.class).single();
        jdbc.sql("""
            insert into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from, valid_to)
            select :id, p.id, concat(p.code, '-', :id), concat('虚构支部', :id), 'BRANCH', :kind, p.domain, :path, 1,
                   :today, null
              from unit p where p.id = :parent\
            """)
                .param("id", id)
                .param("kind", kind)
                .param("path", Paths.below(path(parent), id))
                .param("today", LocalDate.now(ZoneId.of("Asia/Shanghai")))
                .param("parent", parent)
                .update();
        made.add(id);
        return id;
    }

    /** Leaves the tree as it was: what stands here has no history, and other tests look at the whole tree. */
    public void forget() {
        if (!made.isEmpty())
            jdbc.sql("delete from unit where id in (:made)").param("made", made).update();
        made.clear();
        Recount.anew(jdbc);
    }

    public void abolish(long unit, LocalDate day) {
        jdbc.sql("update unit set valid_to = :day where id = :id")
                .param("day", day)
                .param("id", unit)
                .update();
        Recount.anew(jdbc);
    }

    public String path(long unit) {
        return jdbc.sql("select path from unit where id = ?")
                .param(unit)
                .query(String.class)
                .single();
    }
}
