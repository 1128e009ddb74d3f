package cn.dangjian.organization.field.contact;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table {@code contact_link}. */
@Repository
class ContactLinkRepository {

    private static final String LINK = """
        select k.id, k.leader_id leader, l.name, l.duty, l.unit_id office, k.unit_id unit, u.name unit_name, k.kind,
               k.from_day, k.to_day, k.version, u.%1$s path
          from unit u join contact_link k on k.unit_id = u.id join contact_leader l on l.id = k.leader_id\
        """;

    private final JdbcClient jdbc;

    ContactLinkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A contact point.
     *
     * @param office the official's unit
     * @param toDay the last day; null while it lasts
     */
    record Link(
            long id,
            long leader,
            String name,
            String duty,
            UnitId office,
            UnitId unit,
            String unitName,
            Kind kind,
            LocalDate fromDay,
            @Nullable LocalDate toDay,
            long version,
            String path) {}

    /** What the caller asks for; null where it does not matter. */
    record Filter(
            @Nullable Kind kind,
            @Nullable Long leader,
            @Nullable LocalDate on) {}

    long insert(LinkLeader.Plan plan) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into contact_link (leader_id, unit_id, kind, from_day, to_day, version)
            values (:leader, :unit, :kind, :first, :last, 1)\
            """)
                .param("leader", plan.leader())
                .param("unit", plan.unit().value())
                .param("kind", plan.kind().name())
                .param("first", plan.from())
                .param("last", plan.to())
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    Optional<Link> find(long id, Scope scope) {
        return in(LINK + " where k.id = :id and u.%1$s between :from and :to", scope)
                .param("id", id)
                .query(Link.class)
                .optional();
    }

    /** Contact points that lie in the scope, in the order of the tree. */
    List<Link> list(Scope scope, Filter filter, String path, long id, int rows) {
        return in(LINK + """
             where u.%1$s between :from and :to and (u.%1$s > :path or u.%1$s = :path and k.id > :id)
               and (:kind is null or k.kind = :kind) and (:leader is null or k.leader_id = :leader)
               and (:on is null or k.from_day <= :on and (k.to_day is null or k.to_day >= :on))
             order by u.%1$s, k.id limit :rows\
            """, scope)
                .param("path", path)
                .param("id", id)
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("leader", filter.leader())
                .param("on", filter.on())
                .param("rows", rows)
                .query(Link.class)
                .list();
    }

    /** Whether the official has the same unit in the same way at the same time; nobody else adds one. */
    boolean overlaps(LinkLeader.Plan plan) {
        jdbc.sql("select id from contact_leader where id = :leader for update")
                .param("leader", plan.leader())
                .query(Long.class)
                .single();
        return jdbc.sql("""
            select count(*) from contact_link
             where leader_id = :leader and unit_id = :unit and kind = :kind
               and (:last is null or from_day <= :last) and (to_day is null or to_day >= :first) for update\
            """)
                        .param("leader", plan.leader())
                        .param("unit", plan.unit().value())
                        .param("kind", plan.kind().name())
                        .param("first", plan.from())
                        .param("last", plan.to())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Fails if someone else changed the link since it was read. */
    void end(Link link, LocalDate day) {
        int rows = jdbc.sql("""
            update contact_link set to_day = :day, version = version + 1 where id = :id and version = :version\
            """)
                .param("day", day)
                .param("id", link.id())
                .param("version", link.version())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("Contact link " + link.id());
    }

    private JdbcClient.StatementSpec in(String sql, Scope scope) {
        return jdbc.sql(sql.formatted(scope.column()))
                .param("from", scope.from())
                .param("to", scope.to());
    }
}
