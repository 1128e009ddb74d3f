package cn.dangjian.notification.notice;

import cn.dangjian.notification.feed.FeedPart;
import cn.dangjian.notification.feed.FeedPart.Issuer;
import cn.dangjian.notification.feed.FeedPart.Item;
import cn.dangjian.notification.feed.FeedPart.Message;
import cn.dangjian.notification.feed.Kind;
import cn.dangjian.notification.feed.Wording;
import cn.dangjian.notification.notice.TellVerdicts.Extension;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Unscoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code notice}, written by set. */
@Repository
class NoticeTable {

    private static final int BATCH = 1000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Wording wording;

    NoticeTable(JdbcTemplate template, JdbcClient jdbc, Wording wording) {
        this.template = template;
        this.jdbc = jdbc;
        this.wording = wording;
    }

    /** A notice that has its place in the feed now, and what push is told. */
    record Told(long id, long position, FeedPart part) {}

    /** Those that are here already stay as they are. */
    void insert(Collection<Notice> notices) {
        template.batchUpdate("""
            insert into notice (assignment, version, dispatch, unit, kind, reason, due_at, cause, many, issuer)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update version = values(version)\
            """, notices, BATCH, (statement, notice) -> {
            statement.setLong(1, notice.assignment());
            statement.setLong(2, notice.version());
            statement.setLong(3, notice.dispatch());
            statement.setLong(4, notice.unit());
            statement.setString(5, notice.kind().name());
            statement.setString(6, notice.reason());
            statement.setObject(7, notice.dueAt() == null ? null : utc(notice.dueAt()), Types.TIMESTAMP);
            statement.setString(8, notice.cause());
            statement.setObject(9, notice.many(), Types.INTEGER);
            statement.setObject(10, notice.issuer(), Types.BIGINT);
        });
    }

    /** For each unit that has it in its inbox. Versions of a dispatch stand below zero, beside those of the assignments. */
    void insert(Extension extension) {
        jdbc.sql("""
            insert into notice (assignment, version, dispatch, unit, kind, reason, due_at)
            select i.assignment, -:version, i.dispatch, i.unit, 'EXTENDED', :reason, :deadline
              from inbox_item i where i.dispatch = :dispatch and i.handed_to is null
            on duplicate key update version = values(version)\
            """)
                .param("version", extension.version())
                .param("reason", extension.reason())
                .param("deadline", utc(extension.deadline()))
                .param("dispatch", extension.dispatch())
                .update();
    }

    /**
     * What waits for dispatches of which something is known here, in the order in which it was heard.
     *
     * @param position the last one given
     */
    @Unscoped("places what was decided; nobody sees the rows")
    List<Told> listWaiting(Collection<Long> dispatches, long position, Instant now) {
        return jdbc.sql("""
            select n.id, n.unit, n.assignment, n.kind, n.reason, n.due_at, n.cause, n.many, n.dispatch,
                   m.number, m.title, coalesce(n.issuer, m.issuer) issuer, m.hierarchy, u.name issuer_name,
                   if(n.dispatch = 0, coalesce(n.due_at, :now), m.deadline) deadline
              from notice n force index (notice_dispatch)
              join message m on m.dispatch = n.dispatch
              left join unit u on u.id = coalesce(n.issuer, m.issuer)
             where n.dispatch in (:dispatches) and n.position is null
             order by n.id\
            """)
                .param("dispatches", dispatches)
                .param("now", utc(now))
                .query((row, number) -> told(row, position + number + 1, now))
                .list();
    }

    private Told told(ResultSet row, long position, Instant now) throws SQLException {
        var kind = Kind.valueOf(row.getString("kind"));
        var deadline = row.getObject("deadline", LocalDateTime.class).toInstant(ZoneOffset.UTC);
        var due = instant(row.getObject("due_at", LocalDateTime.class));
        String reason = row.getString("reason");
        String title = wording.title(kind, row.getString("title"));
        var message = new Message(
                row.getLong("dispatch"),
                row.getString("number"),
                title,
                new Issuer(row.getLong("issuer"), Objects.requireNonNullElse(row.getString("issuer_name"), "")),
                deadline,
                now,
                kind,
                reason,
                due,
                wording.text(kind, title, due == null ? deadline : due, reason, row.getObject("many", Integer.class)),
                wording.link(
                        kind,
                        row.getString("cause"),
                        row.getLong("dispatch"),
                        Hierarchy.valueOf(row.getString("hierarchy"))));
        var item = new Item(position, row.getLong("unit"), row.getLong("assignment"));
        return new Told(row.getLong("id"), position, new FeedPart(position, position, message, List.of(item)));
    }

    void place(List<Told> told, Instant now) {
        template.batchUpdate(
                "update notice set position = ?, told_at = ? where id = ?", told, BATCH, (statement, one) -> {
                    statement.setLong(1, one.position());
                    statement.setObject(2, utc(now));
                    statement.setLong(3, one.id());
                });
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
