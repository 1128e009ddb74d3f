package cn.dangjian.organization.field.joint;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.web.caller.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code joint_body}, {@code joint_seat}, {@code joint_meeting}. */
@Repository
class JointRepository {

    private static final String BODY = """
        select b.id, b.unit_id, b.target_on, b.founded_on, b.version
          from joint_body b join unit u on u.id = b.unit_id\
        """;

    private final JdbcClient jdbc;

    JointRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param toDay the last day; null while it lasts */
    record Seat(
            long id,
            String unit,
            String name,
            String duty,
            LocalDate fromDay,
            @Nullable LocalDate toDay) {}

    Optional<JointBody> find(long id, Scope scope) {
        return jdbc.sql(BODY + " where b.id = :id and u.path between :from and :to")
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(JointBody.class)
                .optional();
    }

    /** Nobody else adds one until commit. */
    @Unscoped("whether the caller's own unit has one")
    boolean exists(UnitId unit) {
        jdbc.sql("select id from unit where id = :unit for update")
                .param("unit", unit.value())
                .query(Long.class)
                .single();
        return jdbc.sql("select count(*) from joint_body where unit_id = :unit for update")
                        .param("unit", unit.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    long insert(UnitId unit, LocalDate targetOn) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into joint_body (unit_id, target_on, version) values (:unit, :target, 1)")
                .param("unit", unit.value())
                .param("target", targetOn)
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Fails if someone else changed the body since it was read. */
    void found(JointBody body, LocalDate day, String document) {
        int rows = jdbc.sql("""
            update joint_body set founded_on = :day, document = :document, version = version + 1
             where id = :id and version = :version\
            """)
                .param("day", day)
                .param("document", document)
                .param("id", body.id())
                .param("version", body.version())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("Joint body " + body.id());
    }

    long insert(long body, RunJointBody.Place place) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into joint_seat (body_id, unit, name, duty, from_day, to_day)
            values (:body, :unit, :name, :duty, :first, :last)\
            """)
                .param("body", body)
                .param("unit", place.unit())
                .param("name", place.name())
                .param("duty", place.duty())
                .param("first", place.from())
                .param("last", place.to())
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    @Unscoped("of a body that was found in the caller's scope")
    List<Seat> listSeats(long body) {
        return jdbc.sql("""
            select id, unit, name, duty, from_day, to_day from joint_seat where body_id = :body order by id\
            """).param("body", body).query(Seat.class).list();
    }

    void end(long seat, LocalDate day) {
        jdbc.sql("update joint_seat set to_day = :day where id = :id")
                .param("day", day)
                .param("id", seat)
                .update();
    }

    long insert(long body, RunJointBody.Meeting meeting, Caller caller, Instant at) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into joint_meeting (body_id, day, topic, decisions, minutes, subject, at)
            values (:body, :day, :topic, :decisions, :minutes, :subject, :at)\
            """)
                .param("body", body)
                .param("day", meeting.day())
                .param("topic", meeting.topic())
                .param("decisions", meeting.decisions())
                .param("minutes", meeting.minutes())
                .param("subject", caller.subject())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }
}
