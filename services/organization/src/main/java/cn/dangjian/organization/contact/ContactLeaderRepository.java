package cn.dangjian.organization.contact;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.web.caller.Caller;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table {@code contact_leader}. */
@Repository
class ContactLeaderRepository {

    private static final String LEADER = """
        select l.id, l.unit_id, u.path, l.name, l.duty, l.account_id
          from unit u join contact_leader l on l.unit_id = u.id\
        """;

    private final JdbcClient jdbc;

    ContactLeaderRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(String name, String duty, @Nullable Long account, Caller caller, Instant at) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into contact_leader (unit_id, name, duty, account_id, subject, at)
            values (:unit, :name, :duty, :account, :subject, :at)\
            """)
                .param("unit", caller.unit())
                .param("name", name)
                .param("duty", duty)
                .param("account", account)
                .param("subject", caller.subject())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    Optional<Leader> find(long id, Scope scope) {
        return jdbc.sql(LEADER + " where l.id = :id and u.path between :from and :to")
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Leader.class)
                .optional();
    }

    /** Whom the caller may write the log for: the officials of its own unit, and itself wherever its post is. */
    @Unscoped("one's own unit, or one's own row")
    Optional<Leader> findWritable(long id, Caller caller) {
        return jdbc.sql(LEADER + " where l.id = :id and (l.unit_id = :unit or l.account_id = :account)")
                .param("id", id)
                .param("unit", caller.unit())
                .param("account", caller.account().value())
                .query(Leader.class)
                .optional();
    }

    /** Officials in the order of the tree, and in no other. */
    List<Leader> list(Scope scope, String path, long id, int rows) {
        return jdbc.sql(LEADER + """
             where u.path between :from and :to and (u.path > :path or u.path = :path and l.id > :id)
             order by u.path, l.id limit :rows\
            """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("path", path)
                .param("id", id)
                .param("rows", rows)
                .query(Leader.class)
                .list();
    }
}
