package cn.dangjian.identity.seat;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code seat}. */
@Repository
class SeatRepository {

    /** Somebody sits there or will, and neither follows a post from it nor has the person one at the unit. */
    private static final String SETTLE = """
        update seat s
           set s.waiting_path = case
               when (s.to_day is null or (s.to_day > :today and s.to_day > s.from_day))
                    and not exists (select 1 from post p where p.seat = s.id and p.live)
                    and not exists (select 1 from post q where q.account = s.account and q.unit = s.unit and q.live)
               then (select u.path from unit u where u.id = s.unit and u.valid_to is null) end
        """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    SeatRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Nobody else changes these, or appoints from them, until the transaction ends. */
    List<Seat> lock(Collection<Long> ids) {
        return jdbc.sql("""
            select id, unit, post, account, from_day, to_day, version from seat
             where id in (:ids) order by id for update\
            """).param("ids", ids).query(Records.of(Seat.class)).list();
    }

    /** Writes what is newer than the rows; an older version changes nothing. */
    void save(Collection<Seat> seats) {
        batches.batchUpdate("""
            insert into seat (id, unit, post, account, from_day, to_day, version) values (?, ?, ?, ?, ?, ?, ?)
            on duplicate key update
                unit = if(values(version) > version, values(unit), unit),
                post = if(values(version) > version, values(post), post),
                account = if(values(version) > version, values(account), account),
                from_day = if(values(version) > version, values(from_day), from_day),
                to_day = if(values(version) > version, values(to_day), to_day),
                version = greatest(version, values(version))\
            """, seats, 1000, (statement, seat) -> {
            var account = seat.account();
            statement.setLong(1, seat.id());
            statement.setLong(2, seat.unit());
            statement.setString(3, seat.post());
            statement.setObject(4, account == null ? null : account.value());
            statement.setObject(5, seat.fromDay());
            statement.setObject(6, seat.toDay());
            statement.setLong(7, seat.version());
        });
    }

    /**
     * Seats on which these posts bear: those that they follow, and those of their holders at their units. Read as they
     * are now and not as the transaction first saw them, so that none escapes that somebody else has just changed.
     */
    List<Long> lockOfPosts(Collection<Long> posts) {
        return jdbc.sql("""
            select s.id from post p join seat s on s.unit = p.unit
             where p.id in (:posts) and (s.id = p.seat or s.account = p.account) order by s.id for update\
            """).param("posts", posts).query(Long.class).list();
    }

    @Unscoped("on behalf of the platform")
    List<Long> listWaitingOver(LocalDate today, int limit) {
        return jdbc.sql("select id from seat where waiting_path is not null and to_day <= :today limit :limit")
                .param("today", today)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Brings these seats to where they wait, if they do. */
    void settle(Collection<Long> seats, LocalDate today) {
        jdbc.sql(SETTLE + "where s.id in (:seats)")
                .param("today", today)
                .param("seats", seats)
                .update();
    }

    /** Brings all seats of these units to where they wait, if they do. */
    void settleAt(Collection<Long> units, LocalDate today) {
        jdbc.sql(SETTLE + "where s.unit in (:units)")
                .param("today", today)
                .param("units", units)
                .update();
    }
}
