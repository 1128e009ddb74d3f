package cn.dangjian.organization.field.joint;

import cn.dangjian.organization.field.joint.JointBody.State;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What callers see of joint bodies. */
@Repository
class JointQueries {

    private static final int SEGMENT = 5;

    private static final String BODY = """
        select b.id, b.unit_id unit, u.name unit_name, u.tier, b.target_on, b.founded_on, b.document, b.ended_on,
               b.end_reason, b.version, u.path,
               case when b.ended_on is not null then 'ENDED' when b.founded_on is not null then 'FOUNDED' when b.target_on < :today then 'OVERDUE'
                    else 'PLANNED' end state,
               (select count(*) from joint_seat s where s.body_id = b.id and s.from_day <= :today
                   and (s.to_day is null or s.to_day >= :today)) seats,
               (select count(*) from joint_meeting m where m.body_id = b.id) meetings
          from unit u join joint_body b on b.unit_id = u.id and {scope u}\
        """;

    private final Rows rows;

    JointQueries(Rows rows) {
        this.rows = rows;
    }

    /**
     * A joint body as people see it.
     *
     * @param tier {@code TOWNSHIP} has a 大工委, {@code VILLAGE} a 大党委
     * @param endedOn the first day without it; null while its unit is there
     * @param seats how many are held today
     */
    record BodyView(
            long id,
            UnitId unit,
            String unitName,
            Tier tier,
            State state,
            LocalDate targetOn,
            @Nullable LocalDate foundedOn,
            @Nullable String document,
            @Nullable LocalDate endedOn,
            @Nullable String endReason,
            int seats,
            int meetings,
            long version,
            @JsonIgnore String path) {}

    record MeetingView(
            long id,
            LocalDate day,
            String topic,
            String decisions,
            @Nullable String minutes) {}

    /** How many urban streets and communities there are below one unit, and how many have founded a body. */
    record Line(UnitId unit, String name, int streets, int streetsFounded, int communities, int communitiesFounded) {

        static Line none(Unit unit) {
            return new Line(unit.id(), unit.name(), 0, 0, 0, 0);
        }

        Line plus(Line other) {
            return new Line(
                    unit,
                    name,
                    streets + other.streets,
                    streetsFounded + other.streetsFounded,
                    communities + other.communities,
                    communitiesFounded + other.communitiesFounded);
        }
    }

    Optional<BodyView> find(long id, LocalDate today, Scope scope) {
        return rows.sql(BODY + " where b.id = :id")
                .in(scope)
                .with("today", today)
                .with("id", id)
                .find(BodyView.class);
    }

    List<BodyView> list(LocalDate today, Slice slice, Scope scope) {
        return rows.sql(BODY + " where u.path > :path order by u.path limit :rows")
                .in(scope)
                .with("today", today)
                .inTree(slice)
                .list(BodyView.class);
    }

    List<MeetingView> listMeetings(long body, Scope scope) {
        return rows.sql("""
            select m.id, m.day, m.topic, m.decisions, m.minutes
              from joint_meeting m join joint_body b on b.id = m.body_id join unit u on u.id = b.unit_id
             where m.body_id = :body and {scope u} order by m.day, m.id\
            """).in(scope).with("body", body).list(MeetingView.class);
    }

    /** By the units directly below one; the unit's own body stands under itself. */
    List<Line> listCoverage(Unit unit, Scope scope) {
        return rows.sql("""
            select c.id unit, c.name, t.streets, t.streets_founded, t.communities, t.communities_founded
              from (select left(u.path, :width) part, sum(u.tier = 'TOWNSHIP') streets,
                           sum(u.tier = 'TOWNSHIP' and b.founded_on is not null) streets_founded,
                           sum(u.tier = 'VILLAGE') communities,
                           sum(u.tier = 'VILLAGE' and b.founded_on is not null) communities_founded
                      from unit u left join joint_body b on b.unit_id = u.id
                     where u.tier in ('TOWNSHIP', 'VILLAGE') and u.domain = 'URBAN' and u.valid_to is null
                       and {scope u}
                     group by part) t
              join unit c on c.path = t.part
             order by c.path\
            """)
                .in(scope.below(unit))
                .with("width", unit.path().length() + SEGMENT)
                .list(Line.class);
    }
}
