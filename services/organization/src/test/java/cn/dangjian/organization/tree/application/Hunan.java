package cn.dangjian.organization.tree.application;

import cn.dangjian.organization.tree.change.Changes;
import cn.dangjian.organization.tree.period.Midnight;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real province with generated branches, for measurements. */
public final class Hunan {

    private static final Path FILES = Path.of(System.getProperty("hunan", "../../../shared/data/hunan"));

    private final Api api;
    private final Tokens tokens;
    private final JdbcClient jdbc;

    public Hunan(Api api, Tokens tokens, JdbcClient jdbc) {
        this.api = api;
        this.tokens = tokens;
        this.jdbc = jdbc;
    }

    /** Imports the four files of the province. */
    public void settle() throws IOException {
        var uploads = new Uploads(api, tokens);
        long id = uploads.open("43", "湖南省");
        for (var file : List.of("cities.csv", "areas.csv", "streets.csv", "villages.csv"))
            uploads.upload(id, file, Files.readString(FILES.resolve(file)));
        uploads.applied(id);
    }

    /** Two branches for each village, fifteen for those of one county, which has 5,000 units then, ten days ago. */
    public void branches() {
        long first = jdbc.sql("select max(id) + 1 from unit").query(Long.class).single();
        int rows = jdbc.sql("""
            insert into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from, valid_to)
            select :first + t.turn, t.id, concat(t.code, '-', t.number), concat(t.name, '第', t.number, '支部'), 'BRANCH',
                   'BRANCH', t.domain,
                   concat(t.path, convert(lower(lpad(conv(:first + t.turn, 10, 36), 5, '0')) using ascii)), 1,
                   t.valid_from, null
              from (select u.*, n.number, row_number() over (order by u.path, n.number) turn
                      from unit u
                      join (select row_number() over (order by id) number from unit order by id limit 15) n
                        on n.number <= if(u.code like '430181%', 15, 2)
                     where u.tier = 'VILLAGE') t\
            """).param("first", first).update();
        jdbc.sql("""
            insert into unit_period (unit_id, valid_from, valid_to, ended, parent_id, code, name, tier, kind, domain, reason,
                                     subject, at)
            select id, valid_from, '9999-12-31', false, parent_id, code, name, tier, kind, domain, 'IMPORTED', 'x', now(6)
              from unit where id >= :first\
            """).param("first", first).update();
        jdbc.sql("insert into unit_place (unit_id, valid_from, valid_to, path)"
                        + " select id, valid_from, '9999-12-31', path from unit where id >= :first")
                .param("first", first)
                .update();
        for (var table : List.of("unit_period", "unit_place"))
            jdbc.sql("update " + table + " set valid_from = :day")
                    .param("day", Changes.TODAY.minusDays(10))
                    .update();
        jdbc.sql("insert into word_pending (unit_id) select id from unit where id >= :first")
                .param("first", first)
                .update();
        Midnight.recount(jdbc);
        System.out.println("branches: " + rows);
    }
}
