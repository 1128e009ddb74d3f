package cn.dangjian.identity.seat;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code seat}. */
@Repository
class SeatRepository {

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
            """).param("ids", ids).query(Seat.class).list();
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
}
