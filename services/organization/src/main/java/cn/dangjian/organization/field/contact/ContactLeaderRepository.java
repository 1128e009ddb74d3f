package cn.dangjian.organization.field.contact;

import cn.dangjian.platform.directory.Hierarchy;
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
        select l.id, l.unit_id, u.%1$s path, l.name, l.duty, l.account_id
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
        return in(LEADER + " where l.id = :id and u.%1$s between :from and :to", scope)
                .param("id", id)
                .query(Leader.class)
                .optional();
    }

    /** Whom the caller may write the log for: the officials of its own unit, and itself wherever its post is. */
    @Unscoped("one's own unit, or one's own row")
    Optional<Leader> findWritable(long id, Caller caller) {
        return jdbc.sql(LEADER.formatted(Hierarchy.BLOCK.column())
                        + " where l.id = :id and (l.unit_id = :unit or l.account_id = :account)")
                .param("id", id)
                .param("unit", caller.unit())
                .param("account", caller.account().value())
                .query(Leader.class)
                .optional();
    }

    /** Officials in the order of the tree, and in no other. */
    List<Leader> list(Scope scope, String path, long id, int rows) {
        return in(LEADER + """
             where u.%1$s between :from and :to and (u.%1$s > :path or u.%1$s = :path and l.id > :id)
             order by u.%1$s, l.id limit :rows\
            """, scope)
                .param("path", path)
                .param("id", id)
                .param("rows", rows)
                .query(Leader.class)
                .list();
    }

    private JdbcClient.StatementSpec in(String sql, Scope scope) {
        return jdbc.sql(sql.formatted(scope.column()))
                .param("from", scope.from())
                .param("to", scope.to());
    }
}
