package cn.dangjian.notification.delivery;

import static java.util.stream.Collectors.joining;

import cn.dangjian.notification.feed.FeedPart;
import cn.dangjian.notification.feed.FeedPart.Issuer;
import cn.dangjian.notification.feed.FeedPart.Message;
import cn.dangjian.notification.feed.Kind;
import cn.dangjian.notification.notice.TellVerdicts.Extension;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.rows.Records;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
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
    private static final String ABOLISHED = "unit-abolished";

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
            Hierarchy hierarchy,
            int chunk,
            int chunks,
            List<Address> addresses) {

        private ChunkKey key() {
            return new ChunkKey(dispatch, chunk);
        }
    }

    private record ChunkKey(long dispatch, int chunk) {}

    /** @param origin the unit that was addressed, if it ended and this one is its heir; 0 if this one was */
    record Address(long dispatch, long unit, long assignment, long origin) {

        private Settled settled(long position, State state) {
            return new Settled(
                    position,
                    dispatch,
                    unit,
                    assignment,
                    origin,
                    state.name(),
                    state == State.FAILED ? ABOLISHED : null);
        }
    }

    record Settled(
            long position,
            long dispatch,
            long unit,
            long assignment,
            long origin,
            String state,
            @Nullable String reason) {

        /** The unit that was addressed. */
        long address() {
            return origin == 0 ? unit : origin;
        }

        boolean isDelivered() {
            return state.equals(State.DELIVERED.name());
        }
    }

    /** Keeps what is sent, and answers with the chunks that were not here yet: each is expanded once. */
    List<Chunk> insertMessages(Collection<Chunk> chunks) {
        var messages = new TreeMap<Long, Chunk>();
        chunks.forEach(chunk -> messages.put(chunk.dispatch(), chunk));
        template.batchUpdate("""
            insert into message (dispatch, number, title, issuer, hierarchy, deadline, chunks) values (?, ?, ?, ?, ?, ?, ?)
            on duplicate key update chunks = values(chunks)\
            """, messages.values(), BATCH, (statement, message) -> {
            statement.setLong(1, message.dispatch());
            statement.setString(2, message.number());
            statement.setString(3, message.title());
            statement.setLong(4, message.issuer());
            statement.setString(5, message.hierarchy().name());
            statement.setObject(6, utc(message.deadline()));
            statement.setInt(7, message.chunks());
        });
        var here = chunksOf(messages.keySet());
        var fresh = chunks.stream().filter(chunk -> here.add(chunk.key())).toList();
        template.batchUpdate(
                "insert into message_chunk (dispatch, chunk) values (?, ?)", fresh, BATCH, (statement, chunk) -> {
                    statement.setLong(1, chunk.dispatch());
                    statement.setInt(2, chunk.chunk());
                });
        return fresh;
    }

    /** The newest date stays, whatever order they are heard in. */
    void extend(List<Extension> extensions) {
        template.batchUpdate(
                "update message set deadline = ?, version = ? where dispatch = ? and version < ?",
                extensions,
                BATCH,
                (statement, one) -> {
                    statement.setObject(1, utc(one.deadline()));
                    statement.setLong(2, one.version());
                    statement.setLong(3, one.dispatch());
                    statement.setLong(4, one.version());
                });
    }

    private Set<ChunkKey> chunksOf(Collection<Long> dispatches) {
        return new HashSet<>(jdbc.sql("select dispatch, chunk from message_chunk where dispatch in (:dispatches)")
                .param("dispatches", dispatches)
                .query((row, number) -> new ChunkKey(row.getLong(1), row.getInt(2)))
                .list());
    }

    /**
     * Inserts receipts, settled as far as they can be: state and position are known before the one statement that writes
     * them, so nothing has to be read back.
     *
     * @param position the last position given
     * @return those that were settled, in the order of their positions
     */
    List<Settled> insertItems(List<Address> addresses, long position, Instant now) {
        if (addresses.isEmpty()) return List.of();
        var others = undeliverable(addresses);
        var settled = new ArrayList<Settled>(addresses.size());
        var rows = new StringJoiner(",", "[", "]");
        long last = position;
        for (var address : addresses) {
            var state = others.getOrDefault(address.unit(), State.DELIVERED);
            long next = state == State.PENDING ? 0 : ++last;
            rows.add("[" + address.dispatch() + "," + address.unit() + "," + address.assignment() + ",\"" + state
                    + "\"," + next + "," + address.origin() + "]");
            if (state != State.PENDING) settled.add(address.settled(next, state));
        }
        jdbc.sql("""
            insert into inbox_item (dispatch, unit, assignment, state, reason, position, settled_at, handed_from)
            select i.dispatch, i.unit, i.assignment, i.state, if(i.state = 'FAILED', :abolished, null),
                   nullif(i.position, 0), if(i.state = 'PENDING', null, :now), nullif(i.origin, 0)
              from json_table(:rows, '$[*]' columns (
                       dispatch bigint path '$[0]', unit bigint path '$[1]', assignment bigint path '$[2]',
                       state varchar(10) path '$[3]', position bigint path '$[4]', origin bigint path '$[5]')) i\
            """)
                .param("rows", rows.toString())
                .param("abolished", ABOLISHED)
                .param("now", utc(now))
                .update();
        return settled;
    }

    private enum State {
        PENDING,
        FAILED,
        DELIVERED
    }

    /** The units that cannot be reached now: abolished ones, and those that have nobody or are not known here. */
    private Map<Long, State> undeliverable(List<Address> addresses) {
        var states = new HashMap<Long, State>();
        jdbc.sql("""
            select a.unit, u.valid_to is not null
              from json_table(:units, '$[*]' columns (unit bigint path '$')) a
              left join unit u on u.id = a.unit
             where u.id is null or u.valid_to is not null
                or not exists (select 1 from roster r where r.unit = a.unit and r.active = true)\
            """)
                .param("units", addresses.stream().map(to -> "" + to.unit()).collect(joining(",", "[", "]")))
                .query(row -> {
                    states.put(row.getLong(1), row.getBoolean(2) ? State.FAILED : State.PENDING);
                });
        return states;
    }

    /**
     * Settles what is pending for these units, as far as it can be settled now.
     *
     * @param position the last position given
     * @return those that were settled, in the order of their positions
     */
    List<Settled> settle(Collection<Long> units, long position, Instant now) {
        var settled = new ArrayList<Settled>();
        for (var one : settleable(units)) settled.add(one.at(position + settled.size() + 1));
        if (settled.isEmpty()) return settled;
        var rows = settled.stream()
                .map(one -> "[%d,%d,%d,%d]"
                        .formatted(one.dispatch(), one.unit(), one.position(), one.isDelivered() ? 0 : 1))
                .collect(joining(",", "[", "]"));
        jdbc.sql("""
            update inbox_item i
              join json_table(:rows, '$[*]' columns (
                       dispatch bigint path '$[0]', unit bigint path '$[1]',
                       position bigint path '$[2]', abolished int path '$[3]')) s
                on s.dispatch = i.dispatch and s.unit = i.unit
               set i.state = if(s.abolished = 1, 'FAILED', 'DELIVERED'),
                   i.reason = if(s.abolished = 1, 'unit-abolished', null),
                   i.position = s.position,
                   i.settled_at = :now\
            """).param("rows", rows).param("now", utc(now)).update();
        return settled;
    }

    private record Settleable(long dispatch, long unit, long assignment, long origin, boolean abolished) {

        Settled at(long position) {
            return new Address(dispatch, unit, assignment, origin)
                    .settled(position, abolished ? State.FAILED : State.DELIVERED);
        }
    }

    /** Read without locks: whoever could change these rows waits for the feed. */
    private List<Settleable> settleable(Collection<Long> units) {
        return jdbc.sql("""
            select i.dispatch, i.unit, i.assignment, coalesce(i.handed_from, 0) origin, u.valid_to is not null abolished
              from json_table(:units, '$[*]' columns (unit bigint path '$')) c
              join inbox_item i on i.unit = c.unit and i.position is null and i.state = 'PENDING'
              join unit u on u.id = i.unit
             where u.valid_to is not null
                or exists (select 1 from roster r where r.unit = i.unit and r.active = true)
             order by i.dispatch, i.unit\
            """)
                .param("units", units.stream().map(String::valueOf).collect(joining(",", "[", "]")))
                .query(Records.of(Settleable.class))
                .list();
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
                    now,
                    Kind.TASK,
                    null,
                    null,
                    null,
                    null);
            messages.put(message.dispatch(), message);
        });
        return messages;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
