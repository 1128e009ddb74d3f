package cn.dangjian.organization.people.team;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.Wording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code team_seat} and {@code team_person}. */
@Repository
class SeatRepository {

    private static final String SEAT = """
        select t.*, p.name, p.account_id from team_seat t join team_person p on p.id = t.person_id
          join unit u on u.id = t.unit_id\
        """;

    private final Rows rows;

    SeatRepository(Rows rows) {
        this.rows = rows;
    }

    /** Lets one transaction at a time change the team of a seat's unit; to be taken as its first statement. */
    void lock(long id) {
        rows.sql("select t.id from team_seat t join unit u on u.id = t.unit_id where t.id = :id for update")
                .with("id", id)
                .lock();
    }

    Optional<Seat> find(long id, Scope scope) {
        return rows.sql(SEAT + " where t.id = :id and {scope u}")
                .in(scope)
                .with("id", id)
                .find(SeatRepository::seat);
    }

    /** All seats of some units, past ones too, the longest held first. */
    List<Seat> list(Collection<Long> units, Scope scope) {
        if (units.isEmpty()) return List.of();
        return rows.sql(SEAT + " where t.unit_id in (:units) and {scope u} order by t.from_on, t.id")
                .in(scope)
                .with("units", units)
                .list(SeatRepository::seat);
    }

    /** The units that exist and have these codes. */
    List<Unit> listUnits(Collection<String> codes, Scope scope) {
        if (codes.isEmpty()) return List.of();
        return rows.sql("select u.* from unit u where u.code in (:codes) and u.valid_to is null and {scope u}")
                .in(scope)
                .with("codes", Wording.inBothCases(codes))
                .list(Unit.class);
    }

    @Unscoped("the daily job tells what has come true everywhere; nobody sees the rows")
    List<Seat> listToAnnounce(LocalDate day, int limit) {
        return rows.unscoped(SEAT + " where t.announce_on <= :day order by t.announce_on limit :limit for update")
                .with("day", day)
                .with("limit", limit)
                .list(SeatRepository::seat);
    }

    @Unscoped("asks of a unit whose scope was checked before")
    boolean isOf(long person, UnitId unit) {
        return rows.unscoped("select 1 from team_person where id = :id and unit_id = :unit")
                .with("id", person)
                .with("unit", unit)
                .exists();
    }

    /** Someone of the unit, known by the account if there is one, else new. */
    long person(UnitId unit, String name, @Nullable Long account) {
        return rows.sql("""
            insert into team_person (unit_id, name, account_id) values (:unit, :name, :account)
            on duplicate key update id = last_insert_id(id)\
            """)
                .with("unit", unit)
                .with("name", name)
                .with("account", account)
                .insert();
    }

    long insert(Seat seat, @Nullable LocalDate announceOn) {
        return rows.sql("""
            insert into team_seat (unit_id, session_id, post, person_id, from_on, to_on, full_time, announce_on, version)
            values (:unitId, :sessionId, :post, :personId, :from, :to, :fullTime, :announce, 1)\
            """).with(seat).with("announce", announceOn).insert();
    }

    /** Fails if someone else changed the seat since it was read. */
    void end(Seat ending, @Nullable String reason, @Nullable LocalDate announceOn) {
        rows.sql("""
            update team_seat set to_on = :to, reason = :reason, announce_on = :announce, version = version + 1
             where id = :id and version = :version\
            """)
                .with(ending)
                .with("reason", reason)
                .with("announce", announceOn)
                .updateOne("Seat " + ending.id());
    }

    /** Remembers what has to be told next of seats that are told about now. */
    void announced(Collection<Long> seats, LocalDate day) {
        rows.sql("""
            update team_seat
               set announce_on = case when to_on > :day and from_on <= :day then to_on end, version = version + 1
             where id in (:seats)\
            """).with("day", day).with("seats", seats).update();
    }

    /** Seats of units that end with their units, held until the transaction ends. */
    @Unscoped("follows what has become of the tree; nobody asks")
    List<Long> listLeft() {
        return rows.unscoped("""
            select t.id from unit_departure d join team_seat t on t.unit_id = d.unit_id
             where t.to_on is null or t.to_on > greatest(t.from_on, d.day) order by t.id for update\
            """).list(Long.class);
    }

    void endLeft() {
        rows.sql("""
            update team_seat t join unit_departure d on t.unit_id = d.unit_id
               set t.to_on = greatest(t.from_on, d.day), t.reason = d.reason, t.announce_on = null,
                   t.version = t.version + 1
             where t.to_on is null or t.to_on > greatest(t.from_on, d.day)\
            """).update();
    }

    @Unscoped("tells what has become of seats; nobody sees the rows")
    List<Seat> list(Collection<Long> ids) {
        return rows.unscoped(SEAT + " where t.id in (:ids) order by t.id")
                .with("ids", ids)
                .list(SeatRepository::seat);
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
