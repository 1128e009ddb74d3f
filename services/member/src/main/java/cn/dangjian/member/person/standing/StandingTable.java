package cn.dangjian.member.person.standing;

import static java.util.stream.Collectors.groupingBy;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tables {@code member_event}, {@code member_strike} and {@code standing}; whoever asks has found the person in the caller's scope. */
@Repository
class StandingTable {

    private static final int AT_ONCE = 1000;

    private final Rows rows;
    private final JdbcTemplate template;

    StandingTable(Rows rows, JdbcTemplate template) {
        this.rows = rows;
        this.template = template;
    }

    /** An event that counts. */
    record Written(
            long id,
            MemberId memberId,
            EventKind kind,
            LocalDate day,
            @Nullable UnitId unitId,
            @Nullable MemberClass memberClass) {}

    /** Nobody else changes what happened to these persons until the transaction ends. */
    void lock(Collection<MemberId> members) {
        rows.unscoped("select id from member where id in (:ids) order by id for update")
                .with("ids", members)
                .lock();
    }

    /** By hand: thousands come at once from a file. */
    void add(List<Happening> happenings, String subject, Instant at) {
        var now = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        template.batchUpdate("""
            insert into member_event (member_id, kind, day, unit_id, member_class, document, reason, subject, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """, happenings, AT_ONCE, (statement, event) -> {
            statement.setLong(1, event.member().value());
            statement.setString(2, event.kind().name());
            statement.setObject(3, event.day());
            statement.setObject(4, event.unit() == null ? null : event.unit().value());
            statement.setString(
                    5, event.memberClass() == null ? null : event.memberClass().name());
            statement.setString(6, event.document());
            statement.setString(7, event.reason());
            statement.setString(8, subject);
            statement.setObject(9, now);
        });
    }

    /** Says of an event that it does not count. */
    void strike(long event, String reason, String subject, Instant at) {
        rows.sql("insert into member_strike (event_id, reason, subject, at) values (:event, :reason, :subject, :at)")
                .with("event", event)
                .with("reason", reason)
                .with("subject", subject)
                .with("at", at)
                .update();
    }

    @Unscoped("the person was found in the caller's scope")
    Optional<Written> findEvent(MemberId member, long event) {
        return rows.unscoped("""
            select id, member_id, kind, day, unit_id, member_class from member_event
             where id = :id and member_id = :member
               and not exists (select 1 from member_strike s where s.event_id = member_event.id)\
            """).with("id", event).with("member", member).find(StandingTable::written);
    }

    /** All events that count, by person. */
    @Unscoped("derives; nobody sees the rows")
    Map<MemberId, List<Written>> listEvents(Collection<MemberId> members) {
        return rows.unscoped("""
            select id, member_id, kind, day, unit_id, member_class from member_event
             where member_id in (:members)
               and not exists (select 1 from member_strike s where s.event_id = member_event.id)\
            """).with("members", members).list(StandingTable::written).stream()
                .collect(groupingBy(Written::memberId));
    }

    /** All periods, by person, the first one first. */
    @Unscoped("whoever asks has found the persons in the caller's scope")
    Map<MemberId, List<Period>> listPeriods(Collection<MemberId> members) {
        return rows.unscoped("""
            select member_id, from_on, to_on, status, unit_id, member_class, lost from standing
             where member_id in (:members) order by member_id, from_on\
            """).with("members", members).list(StandingTable::period).stream()
                .collect(groupingBy(Period::memberId));
    }

    /** Everything that was written down of a person, with what was struck, the newest first. */
    @Unscoped("the person was found in the caller's scope")
    List<MemberEvent> history(MemberId member) {
        return rows.unscoped("""
            select e.id, e.kind, e.day, e.unit_id, e.member_class, e.document, e.reason, e.subject, e.at,
                   s.reason struck_because, s.at struck_at
              from member_event e left join member_strike s on s.event_id = e.id
             where e.member_id = :member order by e.day desc, e.id desc\
            """).with("member", member).list(MemberEvent.class);
    }

    /** Puts these periods in the place of all that the persons had. */
    void replace(Collection<MemberId> members, List<Period> periods) {
        rows.sql("delete from standing where member_id in (:members)")
                .with("members", members)
                .update();
        add(periods);
    }

    /** Of persons who have none yet. */
    void add(List<Period> periods) {
        template.batchUpdate("""
            insert into standing (member_id, from_on, to_on, status, unit_id, member_class, lost)
            values (?, ?, ?, ?, ?, ?, ?)\
            """, periods, AT_ONCE, (statement, period) -> {
            statement.setLong(1, period.memberId().value());
            statement.setObject(2, period.fromOn());
            statement.setObject(3, period.toOn());
            statement.setString(4, period.status().name());
            statement.setObject(
                    5, period.unitId() == null ? null : period.unitId().value());
            statement.setString(
                    6,
                    period.memberClass() == null ? null : period.memberClass().name());
            statement.setBoolean(7, period.lost());
        });
    }

    private static Written written(ResultSet row, int number) throws SQLException {
        return new Written(
                row.getLong("id"),
                new MemberId(row.getLong("member_id")),
                EventKind.valueOf(row.getString("kind")),
                row.getObject("day", LocalDate.class),
                unit(row),
                memberClass(row));
    }

    private static Period period(ResultSet row, int number) throws SQLException {
        return new Period(
                new MemberId(row.getLong("member_id")),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                Status.valueOf(row.getString("status")),
                unit(row),
                memberClass(row),
                row.getBoolean("lost"));
    }

    private static @Nullable UnitId unit(ResultSet row) throws SQLException {
        long id = row.getLong("unit_id");
        return row.wasNull() ? null : new UnitId(id);
    }

    private static @Nullable MemberClass memberClass(ResultSet row) throws SQLException {
        String name = row.getString("member_class");
        return name == null ? null : MemberClass.valueOf(name);
    }
}
