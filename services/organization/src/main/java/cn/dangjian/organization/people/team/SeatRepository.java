package cn.dangjian.organization.people.team;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code team_seat} and {@code team_person}. */
@Repository
class SeatRepository {

    private static final String SEAT = """
        select t.*, p.name, p.account_id from team_seat t join team_person p on p.id = t.person_id
          join unit u on u.id = t.unit_id\
        """;

    private final JdbcClient jdbc;

    SeatRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one transaction at a time change the team of a seat's unit; to be taken as its first statement. */
    void lock(long id) {
        jdbc.sql("select t.id from team_seat t join unit u on u.id = t.unit_id where t.id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    Optional<Seat> find(long id, Scope scope) {
        return jdbc.sql(SEAT + " where t.id = :id and u.path between :from and :to")
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(SeatRepository::seat)
                .optional();
    }

    /** All seats of some units, past ones too, the longest held first. */
    List<Seat> list(Collection<Long> units, Scope scope) {
        if (units.isEmpty()) return List.of();
        return jdbc.sql(SEAT + """
             where t.unit_id in (:units) and u.%s between :from and :to order by t.from_on, t.id\
            """.formatted(scope.column()))
                .param("units", units)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(SeatRepository::seat)
                .list();
    }

    /** The units that exist and have these codes. */
    List<Unit> listUnits(Collection<String> codes, Scope scope) {
        if (codes.isEmpty()) return List.of();
        return jdbc.sql("""
            select * from unit where code in (:codes) and valid_to is null and path between :from and :to\
            """)
                .param("codes", codes)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Unit.class)
                .list();
    }

    @Unscoped("the daily job tells what has come true everywhere; nobody sees the rows")
    List<Seat> listToAnnounce(LocalDate day, int limit) {
        return jdbc.sql(SEAT + " where t.announce_on <= :day order by t.announce_on limit :limit for update")
                .param("day", day)
                .param("limit", limit)
                .query(SeatRepository::seat)
                .list();
    }

    boolean isOf(long person, UnitId unit) {
        return jdbc.sql("select 1 from team_person where id = :id and unit_id = :unit")
                .param("id", person)
                .param("unit", unit.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Someone of the unit, known by the account if there is one, else new. */
    long person(UnitId unit, String name, @Nullable Long account) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into team_person (unit_id, name, account_id) values (:unit, :name, :account)
            on duplicate key update id = last_insert_id(id)\
            """)
                .param("unit", unit.value())
                .param("name", name)
                .param("account", account)
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKeys()).values().stream()
                .map(Number.class::cast)
                .findFirst()
                .orElseThrow()
                .longValue();
    }

    long insert(Seat seat, @Nullable LocalDate announceOn) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into team_seat (unit_id, session_id, post, person_id, from_on, to_on, full_time, announce_on, version)
            values (:unit, :session, :post, :person, :from, :to, :fullTime, :announce, 1)\
            """)
                .param("unit", seat.unitId().value())
                .param("session", seat.sessionId())
                .param("post", seat.post())
                .param("person", seat.personId())
                .param("from", seat.from())
                .param("to", seat.to())
                .param("fullTime", seat.fullTime())
                .param("announce", announceOn)
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKey()).longValue();
    }

    /** Fails if someone else changed the seat since it was read. */
    void end(Seat seat, LocalDate on, @Nullable String reason, @Nullable LocalDate announceOn) {
        int rows = jdbc.sql("""
            update team_seat set to_on = :to, reason = :reason, announce_on = :announce, version = version + 1
             where id = :id and version = :version\
            """)
                .param("to", on)
                .param("reason", reason)
                .param("announce", announceOn)
                .param("id", seat.id())
                .param("version", seat.version())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("Seat " + seat.id());
    }

    /** Remembers what has to be told next of seats that are told about now. */
    void announced(Collection<Long> seats, LocalDate day) {
        jdbc.sql("""
            update team_seat
               set announce_on = case when to_on > :day and from_on <= :day then to_on end, version = version + 1
             where id in (:seats)\
            """).param("day", day).param("seats", seats).update();
    }

    private static Seat seat(ResultSet row, int number) throws SQLException {
        return new Seat(
                row.getLong("id"),
                new UnitId(row.getLong("unit_id")),
                row.getLong("session_id"),
                row.getString("post"),
                row.getLong("person_id"),
                row.getString("name"),
                row.getObject("account_id", Long.class),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getBoolean("full_time"),
                row.getLong("version"));
    }
}
