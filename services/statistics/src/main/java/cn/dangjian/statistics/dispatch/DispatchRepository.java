package cn.dangjian.statistics.dispatch;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DispatchRepository {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    DispatchRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    @Unscoped("a dispatch has no place in the tree; its figures have")
    Optional<Dispatch> find(DispatchId id) {
        return jdbc.sql("select * from dispatch where id = :id and title is not null")
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    private static Dispatch read(ResultSet row) throws SQLException {
        return new Dispatch(
                new DispatchId(row.getLong("id")),
                row.getString("number"),
                row.getString("title"),
                new UnitId(row.getLong("issuer")),
                Hierarchy.valueOf(row.getString("hierarchy")),
                row.getObject("deadline", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject("issued_on", LocalDate.class),
                row.getInt("announced"));
    }

    /** Heard again, it is out since the earlier of both days. */
    void save(Collection<Dispatch> dispatches) {
        template.batchUpdate("""
            insert into dispatch (id, number, title, issuer, hierarchy, deadline, issued_on, announced)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update number = values(number), title = values(title), issuer = values(issuer),
                hierarchy = values(hierarchy), deadline = if(version = 0, values(deadline), deadline),
                issued_on = coalesce(least(issued_on, values(issued_on)), values(issued_on)), announced = values(announced)\
            """, dispatches, BATCH, (statement, dispatch) -> {
            statement.setLong(1, dispatch.id().value());
            statement.setString(2, dispatch.number());
            statement.setString(3, dispatch.title());
            statement.setLong(4, dispatch.issuer().value());
            statement.setString(5, dispatch.hierarchy().name());
            statement.setObject(6, LocalDateTime.ofInstant(dispatch.deadline(), ZoneOffset.UTC));
            statement.setObject(7, dispatch.issuedOn());
            statement.setInt(8, dispatch.announced());
        });
    }

    /** A deadline that has changed, heard before or after the dispatch itself. */
    record Moved(long id, Instant deadline, long version) {}

    void move(Collection<Moved> moved) {
        template.batchUpdate("""
            insert into dispatch (id, deadline, version) values (?, ?, ?)
            on duplicate key update deadline = if(values(version) > version, values(deadline), deadline),
                version = greatest(version, values(version))\
            """, moved, BATCH, (statement, one) -> {
            statement.setLong(1, one.id());
            statement.setObject(2, LocalDateTime.ofInstant(one.deadline(), ZoneOffset.UTC));
            statement.setLong(3, one.version());
        });
    }

    /** The update changes nothing and locks the row alone; a plain insert would only share the lock of a duplicate. */
    void lock(List<Long> ids) {
        template.batchUpdate(
                "insert into dispatch (id) values (?) on duplicate key update id = values(id)",
                ids,
                BATCH,
                (statement, id) -> statement.setLong(1, id));
    }
}
