package cn.dangjian.organization.field.joint;

import cn.dangjian.organization.field.joint.JointBody.State;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What callers see of joint bodies. */
@Repository
class JointQueries {

    private static final int SEGMENT = 5;

    private static final String BODY = """
        select b.*, u.name, u.tier, u.path,
               (select count(*) from joint_seat s where s.body_id = b.id and s.from_day <= :today
                   and (s.to_day is null or s.to_day >= :today)) seats,
               (select count(*) from joint_meeting m where m.body_id = b.id) meetings
          from unit u join joint_body b on b.unit_id = u.id\
        """;

    private final JdbcClient jdbc;

    JointQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A joint body as people see it.
     *
     * @param tier {@code TOWNSHIP} has a 大工委, {@code VILLAGE} a 大党委
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
            int seats,
            int meetings,
            long version) {}

    /** A body and the place in the list after which the next page begins. */
    record Listed(BodyView body, String path) {}

    record MeetingView(
            long id,
            LocalDate day,
            String topic,
            String decisions,
            @Nullable String minutes) {}

    /** How many urban streets and communities there are below one unit, and how many have founded a body. */
    record Line(UnitId unit, String name, int streets, int streetsFounded, int communities, int communitiesFounded) {}

    Optional<BodyView> find(long id, LocalDate today, Scope scope) {
        return jdbc.sql(BODY + " where b.id = :id and u.path between :from and :to")
                .param("today", today)
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, number) -> view(row, today))
                .optional();
    }

    List<Listed> list(Scope scope, LocalDate today, String path, int rows) {
        return jdbc.sql(BODY + " where u.path between :from and :to and u.path > :path order by u.path limit :rows")
                .param("today", today)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("path", path)
                .param("rows", rows)
                .query((row, number) -> new Listed(view(row, today), row.getString("path")))
                .list();
    }

    List<MeetingView> listMeetings(long body, Scope scope) {
        return jdbc.sql("""
            select m.id, m.day, m.topic, m.decisions, m.minutes
              from joint_meeting m join joint_body b on b.id = m.body_id join unit u on u.id = b.unit_id
             where m.body_id = :body and u.path between :from and :to order by m.day, m.id\
            """)
                .param("body", body)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(MeetingView.class)
                .list();
    }

    /** By the units directly below one; the unit's own body stands under itself. */
    List<Line> listCoverage(Unit unit, Scope scope) {
        return jdbc.sql("""
            select c.id unit, c.name, t.streets, t.streets_founded, t.communities, t.communities_founded
              from (select left(u.path, :width) part, sum(u.tier = 'TOWNSHIP') streets,
                           sum(u.tier = 'TOWNSHIP' and b.founded_on is not null) streets_founded,
                           sum(u.tier = 'VILLAGE') communities,
                           sum(u.tier = 'VILLAGE' and b.founded_on is not null) communities_founded
                      from unit u left join joint_body b on b.unit_id = u.id
                     where u.tier in ('TOWNSHIP', 'VILLAGE') and u.domain = 'URBAN' and u.valid_to is null
                       and u.path between :from and :to and u.path between :path and concat(:path, '~')
                     group by part) t
              join unit c on c.path = t.part
             order by c.path\
            """)
                .param("width", unit.path().length() + SEGMENT)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("path", unit.path())
                .query(Line.class)
                .list();
    }

    private static BodyView view(ResultSet row, LocalDate today) throws SQLException {
        var targetOn = row.getObject("target_on", LocalDate.class);
        var foundedOn = row.getObject("founded_on", LocalDate.class);
        return new BodyView(
                row.getLong("id"),
                new UnitId(row.getLong("unit_id")),
                row.getString("name"),
                Tier.valueOf(row.getString("tier")),
                State.of(foundedOn, targetOn, today),
                targetOn,
                foundedOn,
                row.getString("document"),
                row.getInt("seats"),
                row.getInt("meetings"),
                row.getLong("version"));
    }
}
