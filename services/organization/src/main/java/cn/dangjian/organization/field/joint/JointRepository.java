package cn.dangjian.organization.field.joint;

import cn.dangjian.organization.field.joint.FoundJointBody.FoundRequest;
import cn.dangjian.organization.field.joint.RunJointBody.MeetingRequest;
import cn.dangjian.organization.field.joint.RunJointBody.SeatRequest;
import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code joint_body}, {@code joint_seat}, {@code joint_meeting}. */
@Repository
class JointRepository implements Hanging {

    private final Rows rows;

    JointRepository(Rows rows) {
        this.rows = rows;
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
        return rows.sql("""
            select b.id, b.unit_id, b.target_on, b.founded_on, b.version
              from joint_body b join unit u on u.id = b.unit_id and {scope u} where b.id = :id\
            """).in(scope).with("id", id).find(JointBody.class);
    }

    /** Nobody else adds one until commit. */
    @Unscoped("whether the caller's own unit has one")
    boolean exists(UnitId unit) {
        rows.sql("select id from unit where id = :unit for update")
                .with("unit", unit)
                .lock();
        return rows.unscoped("select id from joint_body where unit_id = :unit for update")
                .with("unit", unit)
                .exists();
    }

    long insert(UnitId unit, LocalDate targetOn) {
        return rows.sql("insert into joint_body (unit_id, target_on, version) values (:unit, :target, 1)")
                .with("unit", unit)
                .with("target", targetOn)
                .insert();
    }

    /** Fails if someone else changed the body since it was read. */
    void found(JointBody body, FoundRequest founded) {
        rows.sql("""
            update joint_body set founded_on = :day, document = :document, version = version + 1
             where id = :id and version = :version\
            """).with(body).with(founded).updateOne("Joint body " + body.id());
    }

    long insert(long body, SeatRequest seat) {
        return rows.sql("""
            insert into joint_seat (body_id, unit, name, duty, from_day, to_day)
            values (:body, :unit, :name, :duty, :from, :to)\
            """).with("body", body).with(seat).insert();
    }

    @Unscoped("of a body that was found in the caller's scope")
    List<Seat> listSeats(long body) {
        return rows.unscoped("""
            select id, unit, name, duty, from_day, to_day from joint_seat where body_id = :body order by id\
            """).with("body", body).list(Seat.class);
    }

    void end(long seat, LocalDate day) {
        rows.sql("update joint_seat set to_day = :day where id = :id")
                .with("day", day)
                .with("id", seat)
                .update();
    }

    long insert(long body, MeetingRequest meeting, Desk desk) {
        return rows.sql("""
            insert into joint_meeting (body_id, day, topic, decisions, minutes, subject, at)
            values (:body, :day, :topic, :decisions, :minutes, :subject, :at)\
            """).with("body", body).with(meeting).by(desk).insert();
    }

    /** 大工委、大党委: the heir has the body of the merged unit if it has none itself; any other one ends. */
    @Override
    public void unitsEnded(List<Departure> ended) {
        rows.sql("""
            update joint_body b join unit_departure d on b.unit_id = d.unit_id
              join (select x.heir_id, min(y.id) first
                      from unit_departure x join joint_body y on y.unit_id = x.unit_id and y.ended_on is null
                     where x.heir_id is not null group by x.heir_id) f on f.first = b.id
              left join joint_body h on h.unit_id = d.heir_id
               set b.unit_id = d.heir_id, b.version = b.version + 1
             where h.id is null\
            """).update();
        rows.sql("""
            update joint_body b join unit_departure d on b.unit_id = d.unit_id
              left join joint_seat s on s.body_id = b.id and (s.to_day is null or s.to_day >= d.day)
               set b.ended_on = d.day, b.end_reason = d.reason, b.version = b.version + 1,
                   s.to_day = greatest(s.from_day, d.day) - interval 1 day
             where b.ended_on is null\
            """).update();
    }
}
