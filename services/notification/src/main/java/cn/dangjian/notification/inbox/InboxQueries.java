package cn.dangjian.notification.inbox;

import cn.dangjian.notification.inbox.InboxItem.Issuer;
import cn.dangjian.notification.inbox.InboxItem.Predecessor;
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

/** Table {@code inbox_item} as inboxes, and as the feed of all of them. */
@Repository
class InboxQueries {

    private static final String BY_UNIT = item("inbox_item_unit");
    private static final String BY_POSITION = item("inbox_item_position");

    private final JdbcClient jdbc;

    InboxQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Items are found through their index, in its order, and only then their messages: there are few of those. */
    private static String item(String index) {
        return """
            select i.position, i.unit, i.dispatch, i.assignment, i.state, i.settled_at, i.read_at,
                   m.number, m.title, m.deadline, m.issuer, s.name issuer_name, i.handed_from, h.name handed_name
              from inbox_item i force index (%s)
              straight_join message m on m.dispatch = i.dispatch
              left join unit s on s.id = m.issuer
              left join unit h on h.id = i.handed_from
            """.formatted(index);
    }

    /** The feed from a position on; {@code to} is the last position that the page accounts for. */
    record FeedPage(long to, List<InboxItem> items) {}

    /** The unit of an own-unit scope is looked up once, so that its inbox is read backwards from the index. */
    List<InboxItem> list(long before, boolean onlyUnread, int limit, Scope scope) {
        return jdbc.sql(BY_UNIT + """
            where i.unit = (select u.id from unit u where u.path between :from and :to)
              and i.position < :before and i.state = 'DELIVERED'
              and (:all or i.read_at is null)
            order by i.position desc limit :limit\
            """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("before", before)
                .param("all", !onlyUnread)
                .param("limit", limit)
                .query((row, number) -> item(row, predecessor(row)))
                .list();
    }

    long countUnread(Scope scope) {
        return jdbc.sql("""
            select count(*) from inbox_item i force index (inbox_item_unit)
             where i.unit = (select u.id from unit u where u.path between :from and :to)
               and i.position > 0 and i.state = 'DELIVERED' and i.read_at is null\
            """)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Long.class)
                .single();
    }

    @Unscoped("only push asks, for the unit of a token that it has verified")
    List<InboxItem> listAfter(long unit, long after, int limit) {
        return jdbc.sql(BY_UNIT + """
            where i.unit = :unit and i.position > :after and i.state = 'DELIVERED'
            order by i.position limit :limit\
            """)
                .param("unit", unit)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> item(row))
                .list();
    }

    @Unscoped("only push asks, and hands each item to its own unit")
    FeedPage pageAfter(long after, int limit) {
        var rows = jdbc.sql(BY_POSITION + " where i.position > :after order by i.position limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new FeedRow(row.getString("state").equals("DELIVERED"), item(row)))
                .list();
        var items = rows.stream().filter(FeedRow::delivered).map(FeedRow::item).toList();
        return new FeedPage(rows.isEmpty() ? after : rows.getLast().item().position(), items);
    }

    private record FeedRow(boolean delivered, InboxItem item) {}

    private static InboxItem item(ResultSet row) throws SQLException {
        return item(row, null);
    }

    private static @Nullable Predecessor predecessor(ResultSet row) throws SQLException {
        var from = row.getObject("handed_from", Long.class);
        return from == null
                ? null
                : new Predecessor(from, Objects.requireNonNullElse(row.getString("handed_name"), ""));
    }

    private static InboxItem item(ResultSet row, @Nullable Predecessor from) throws SQLException {
        return new InboxItem(
                row.getLong("position"),
                row.getLong("unit"),
                row.getLong("dispatch"),
                row.getLong("assignment"),
                row.getString("number"),
                row.getString("title"),
                new Issuer(row.getLong("issuer"), Objects.requireNonNullElse(row.getString("issuer_name"), "")),
                utc(row.getObject("deadline", LocalDateTime.class)),
                utc(row.getObject("settled_at", LocalDateTime.class)),
                utcOrNull(row.getObject("read_at", LocalDateTime.class)),
                from);
    }

    private static Instant utc(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant utcOrNull(@Nullable LocalDateTime time) {
        return time == null ? null : utc(time);
    }
}
