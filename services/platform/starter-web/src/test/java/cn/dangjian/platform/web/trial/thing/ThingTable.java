package cn.dangjian.platform.web.trial.thing;

import cn.dangjian.platform.web.version.Versioned;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code thing}, and a look at what the starter has stored. */
@Component
class ThingTable {

    private final JdbcClient jdbc;

    ThingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Thing(long id, String name, long version) implements Versioned {}

    long insert(String name) {
        jdbc.sql("insert into thing (name) values (?)").param(name).update();
        return jdbc.sql("select last_insert_id()").query(Long.class).single();
    }

    void insert(long id, String name) {
        jdbc.sql("insert into thing (id, name) values (?, ?)").params(id, name).update();
    }

    Optional<Thing> find(long id) {
        return jdbc.sql("select * from thing where id = ?")
                .param(id)
                .query(Thing.class)
                .optional();
    }

    List<Thing> list(String prefix, long after, int limit) {
        return jdbc.sql("select * from thing where name like ? and id > ? order by id limit ?")
                .params(prefix + "%", after, limit)
                .query(Thing.class)
                .list();
    }

    boolean update(Thing thing, String name) {
        return jdbc.sql("update thing set name = ?, version = version + 1 where id = ? and version = ?")
                        .params(name, thing.id(), thing.version())
                        .update()
                == 1;
    }

    long count(String name) {
        return jdbc.sql("select count(*) from thing where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    /** As if the process had been killed before it answered. */
    void forgetAnswer(String key) {
        jdbc.sql("update idempotency set status = null, headers = null, body = null where idem_key = sha2(?, 256)")
                .param(key)
                .update();
    }

    /** In a column of codes. */
    boolean isCode(String code) {
        return jdbc.sql("select count(*) from code where code = ?")
                        .param(code)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** Whether it stands between two codes: the database has another word for three operands. */
    boolean isBetweenCodes(String code) {
        return jdbc.sql("select count(*) from code where code between ? and ?")
                        .params(code, code + "~")
                        .query(Long.class)
                        .single()
                > 0;
    }

    String fingerprint(String key) {
        return jdbc.sql("select fingerprint from idempotency where idem_key = sha2(?, 256)")
                .param(key)
                .query(String.class)
                .single();
    }

    boolean isKept(String key) {
        return jdbc.sql("select count(*) from idempotency where idem_key = ?")
                        .param(key)
                        .query(Long.class)
                        .single()
                > 0;
    }

    long countKeys(String key) {
        return jdbc.sql("select count(*) from idempotency where idem_key = sha2(?, 256)")
                .param(key)
                .query(Long.class)
                .single();
    }
}
