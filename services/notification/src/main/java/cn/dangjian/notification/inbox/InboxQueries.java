package cn.dangjian.notification.inbox;

import cn.dangjian.notification.feed.Kind;
import cn.dangjian.notification.feed.Wording;
import cn.dangjian.notification.inbox.InboxItem.Issuer;
import cn.dangjian.notification.inbox.InboxItem.Predecessor;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code inbox_item} and {@code notice} as inboxes, and as the feed of all of them. */
@Repository
class InboxQueries {

    private static final String OWN_UNIT = "(select u.id from unit u where u.path between :from and :to)";

    private final JdbcClient jdbc;
    private final Wording wording;

    InboxQueries(JdbcClient jdbc, Wording wording) {
        this.jdbc = jdbc;
        this.wording = wording;
    }

    /**
     * Items and notices are found each through an index, in its order, and only then their messages: there are few of
     * those.
     *
     * @param index the end of the name that it has in both tables
     * @param direction of the positions
     */
    private static String entries(String index, String items, String notices, String direction) {
        return """
            select i.position, i.unit, i.dispatch, i.assignment, i.state, i.told_at, i.read_at, i.kind, i.reason, i.due_at,
                   i.cause, i.many, m.number, m.title, if(i.dispatch = 0, coalesce(i.due_at, i.told_at), m.deadline) deadline,
                   coalesce(i.issuer, m.issuer) issuer, m.hierarchy, s.name issuer_name, i.handed_from, h.name handed_name
              from (
                (select i.position, i.unit, i.dispatch, i.assignment, i.state, i.settled_at told_at, i.read_at,
                        'TASK' kind, null reason, null due_at, '' cause, null many, null issuer, i.handed_from
                   from inbox_item i force index (inbox_item_%1$s) where %2$s order by i.position %4$s limit :limit)
                union all
                (select i.position, i.unit, i.dispatch, i.assignment, 'DELIVERED', i.told_at, i.read_at,
                        i.kind, i.reason, i.due_at, i.cause, i.many, i.issuer, null
                   from notice i force index (notice_%1$s) where %3$s order by i.position %4$s limit :limit)
                order by position %4$s limit :limit) i
              straight_join message m on m.dispatch = i.dispatch
              left join unit s on s.id = coalesce(i.issuer, m.issuer)
              left join unit h on h.id = i.handed_from
             order by i.position %4$s\
            """.formatted(index, items, notices, direction);
    }

    /** The feed from a position on; {@code to} is the last position that the page accounts for. */
    record FeedPage(long to, List<InboxItem> items) {}

    /** The unit of an own-unit scope is looked up once, so that its inbox is read backwards from the index. */
    List<InboxItem> list(long before, boolean onlyUnread, int limit, Scope scope) {
        String which = "i.unit = " + OWN_UNIT + " and i.position < :before and (:all or i.read_at is null)";
        return jdbc.sql(entries("unit", which + " and i.state = 'DELIVERED'", which, "desc"))
                .param("from", scope.from())
                .param("to", scope.to())
                .param("before", before)
                .param("all", !onlyUnread)
                .param("limit", limit)
                .query((row, number) -> item(row, predecessor(row)))
                .list();
    }

    long countUnread(Scope scope) {
        String which = "i.unit = " + OWN_UNIT + " and i.position > 0 and i.read_at is null";
        return jdbc.sql("""
            select (select count(*) from inbox_item i force index (inbox_item_unit) where %1$s and i.state = 'DELIVERED')
                 + (select count(*) from notice i force index (notice_unit) where %1$s)\
            """.formatted(which))
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Long.class)
                .single();
    }

    @Unscoped("only push asks, for the unit of a token that it has verified")
    List<InboxItem> listAfter(long unit, long after, int limit) {
        String which = "i.unit = :unit and i.position > :after";
        return jdbc.sql(entries("unit", which + " and i.state = 'DELIVERED'", which, "asc"))
                .param("unit", unit)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> item(row))
                .list();
    }

    @Unscoped("only push asks, and hands each item to its own unit")
    FeedPage pageAfter(long after, int limit) {
        var rows = jdbc.sql(entries("position", "i.position > :after", "i.position > :after", "asc"))
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new FeedRow(row.getString("state").equals("DELIVERED"), item(row)))
                .list();
        var items = rows.stream().filter(FeedRow::delivered).map(FeedRow::item).toList();
        return new FeedPage(rows.isEmpty() ? after : rows.getLast().item().position(), items);
    }

    private record FeedRow(boolean delivered, InboxItem item) {}

    private InboxItem item(ResultSet row) throws SQLException {
        return item(row, null);
    }

    private static @Nullable Predecessor predecessor(ResultSet row) throws SQLException {
        var from = row.getObject("handed_from", Long.class);
        return from == null
                ? null
                : new Predecessor(from, Objects.requireNonNullElse(row.getString("handed_name"), ""));
    }

    private InboxItem item(ResultSet row, @Nullable Predecessor from) throws SQLException {
        var kind = Kind.valueOf(row.getString("kind"));
        var deadline = utc(row.getObject("deadline", LocalDateTime.class));
        var due = utcOrNull(row.getObject("due_at", LocalDateTime.class));
        String reason = row.getString("reason");
        String title = wording.title(kind, row.getString("title"));
        String link = wording.link(
                kind, row.getString("cause"), row.getLong("dispatch"), Hierarchy.valueOf(row.getString("hierarchy")));
        return new InboxItem(
                row.getLong("position"),
                row.getLong("unit"),
                row.getLong("dispatch"),
                row.getLong("assignment"),
                row.getString("number"),
                title,
                new Issuer(row.getLong("issuer"), Objects.requireNonNullElse(row.getString("issuer_name"), "")),
                deadline,
                utc(row.getObject("told_at", LocalDateTime.class)),
                utcOrNull(row.getObject("read_at", LocalDateTime.class)),
                kind,
                reason,
                due,
                wording.text(kind, title, due == null ? deadline : due, reason, row.getObject("many", Integer.class)),
                link == null ? null : link.replace("{assignment}", row.getString("assignment")),
                from);
    }

    private static Instant utc(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant utcOrNull(@Nullable LocalDateTime time) {
        return time == null ? null : utc(time);
    }
}
