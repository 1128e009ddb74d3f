package cn.dangjian.notification.delivery;

import static java.util.stream.Collectors.joining;

import cn.dangjian.notification.feed.FeedPart;
import cn.dangjian.notification.feed.FeedPart.Issuer;
import cn.dangjian.notification.feed.FeedPart.Message;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code message} and {@code inbox_item}, written by set. */
@Repository
class DeliveryRepository {

    private static final int BATCH = 1000;
    private static final int LARGEST_SET = 10_000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    DeliveryRepository(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /** Some addresses of a dispatch, and what is sent to them. */
    record Chunk(
            long dispatch,
            String number,
            String title,
            long issuer,
            Instant deadline,
            int chunk,
            int chunks,
            List<Address> addresses) {}

    record Address(long dispatch, long unit, long assignment) {}

    record Settled(
            long position,
            long dispatch,
            long unit,
            long assignment,
            String state,
            @Nullable String reason) {

        boolean isDelivered() {
            return state.equals("DELIVERED");
        }
    }

    void insertMessages(Collection<Chunk> chunks) {
        var messages = new TreeMap<Long, Chunk>();
        chunks.forEach(chunk -> messages.put(chunk.dispatch(), chunk));
        template.batchUpdate("""
            insert into message (dispatch, number, title, issuer, deadline, chunks) values (?, ?, ?, ?, ?, ?)
            on duplicate key update chunks = values(chunks)\
            """, messages.values(), BATCH, (statement, message) -> {
            statement.setLong(1, message.dispatch());
            statement.setString(2, message.number());
            statement.setString(3, message.title());
            statement.setLong(4, message.issuer());
            statement.setObject(5, utc(message.deadline()));
            statement.setInt(6, message.chunks());
        });
        template.batchUpdate("""
            insert into message_chunk (dispatch, chunk) values (?, ?)
            on duplicate key update chunk = values(chunk)\
            """, chunks, BATCH, (statement, chunk) -> {
            statement.setLong(1, chunk.dispatch());
            statement.setInt(2, chunk.chunk());
        });
    }

    /**
     * Inserts the receipts that are not there yet and settles those that can be settled.
     *
     * @param position the last position given
     */
    void insertItems(List<Address> addresses, long position, Instant now) {
        long last = position;
        for (int from = 0; from < addresses.size(); from += LARGEST_SET) {
            var set = addresses.subList(from, Math.min(from + LARGEST_SET, addresses.size()));
            insertSet(set, last, now);
            last = lastPosition(last);
        }
    }

    private void insertSet(List<Address> addresses, long position, Instant now) {
        jdbc.sql("""
            insert into inbox_item (dispatch, unit, assignment, state, reason, position, settled_at)
            select s.dispatch, s.unit, s.assignment, s.state,
                   case s.state when 'FAILED' then 'unit-abolished' end,
                   case when s.state <> 'PENDING'
                        then :position + row_number() over (partition by s.state = 'PENDING'
                                                            order by s.dispatch, s.unit) end,
                   case when s.state <> 'PENDING' then :now end
              from (select a.dispatch, a.unit, a.assignment,
                           case when u.id is null then 'PENDING'
                                when u.valid_to is not null then 'FAILED'
                                when exists (select 1 from roster r where r.unit = a.unit and r.active = true)
                                then 'DELIVERED'
                                else 'PENDING' end state
                      from json_table(:addresses, '$[*]' columns (
                               dispatch bigint path '$[0]', unit bigint path '$[1]', assignment bigint path '$[2]')) a
                      left join inbox_item i on i.dispatch = a.dispatch and i.unit = a.unit
                      left join unit u on u.id = a.unit
                     where i.dispatch is null) s\
            """)
                .param("position", position)
                .param("now", utc(now))
                .param(
                        "addresses",
                        addresses.stream()
                                .map(a -> "[" + a.dispatch() + "," + a.unit() + "," + a.assignment() + "]")
                                .collect(joining(",", "[", "]")))
                .update();
    }

    private long lastPosition(long position) {
        return jdbc.sql("select coalesce(max(position), :position) from inbox_item where position >= :position")
                .param("position", position)
                .query(Long.class)
                .single();
    }

    /**
     * Settles what is pending for these units, as far as it can be settled now.
     *
     * @param position the last position given
     * @return how many were settled
     */
    int settle(Collection<Long> units, long position, Instant now) {
        var settled = settleable(units);
        if (settled.isEmpty()) return 0;
        var rows = new StringBuilder("[");
        long next = position;
        for (var one : settled) {
            rows.append(rows.length() == 1 ? "[" : ",[")
                    .append(one.dispatch())
                    .append(',')
                    .append(one.unit())
                    .append(',')
                    .append(++next)
                    .append(',')
                    .append(one.abolished() ? 1 : 0)
                    .append(']');
        }
        return jdbc.sql("""
            update inbox_item i
              join json_table(:rows, '$[*]' columns (
                       dispatch bigint path '$[0]', unit bigint path '$[1]',
                       position bigint path '$[2]', abolished int path '$[3]')) s
                on s.dispatch = i.dispatch and s.unit = i.unit
               set i.state = if(s.abolished = 1, 'FAILED', 'DELIVERED'),
                   i.reason = if(s.abolished = 1, 'unit-abolished', null),
                   i.position = s.position,
                   i.settled_at = :now\
            """)
                .param("rows", rows.append(']').toString())
                .param("now", utc(now))
                .update();
    }

    private record Settleable(long dispatch, long unit, boolean abolished) {}

    /** Read without locks: whoever could change these rows waits for the feed. */
    private List<Settleable> settleable(Collection<Long> units) {
        return jdbc.sql("""
            select i.dispatch, i.unit, u.valid_to is not null abolished
              from json_table(:units, '$[*]' columns (unit bigint path '$')) c
              join inbox_item i on i.unit = c.unit and i.position is null
              join unit u on u.id = i.unit
             where u.valid_to is not null
                or exists (select 1 from roster r where r.unit = i.unit and r.active = true)
             order by i.dispatch, i.unit\
            """)
                .param("units", units.stream().map(String::valueOf).collect(joining(",", "[", "]")))
                .query(Settleable.class)
                .list();
    }

    /** What this transaction has settled: everything after the position that it found. */
    List<Settled> settledAfter(long position) {
        return jdbc.sql("""
            select position, dispatch, unit, assignment, state, reason
              from inbox_item force index (inbox_item_position)
             where position > :position order by position\
            """).param("position", position).query(Settled.class).list();
    }

    /** The messages of these receipts, with the names of their issuers as far as they are known here. */
    Map<Long, Message> messages(Collection<Settled> settled, Instant now) {
        var dispatches = settled.stream().map(Settled::dispatch).collect(Collectors.toSet());
        var messages = new HashMap<Long, FeedPart.Message>();
        jdbc.sql("""
            select m.dispatch, m.number, m.title, m.issuer, u.name, m.deadline
              from message m left join unit u on u.id = m.issuer where m.dispatch in (:dispatches)\
            """).param("dispatches", dispatches).query(row -> {
            var message = new Message(
                    row.getLong("dispatch"),
                    row.getString("number"),
                    row.getString("title"),
                    new Issuer(row.getLong("issuer"), Objects.requireNonNullElse(row.getString("name"), "")),
                    row.getObject("deadline", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                    now);
            messages.put(message.dispatch(), message);
        });
        return messages;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
