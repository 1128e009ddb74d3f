package cn.dangjian.organization.people.workteam;

import cn.dangjian.organization.people.workteam.RecallMember.RecallRequest;
import cn.dangjian.organization.people.workteam.SendTeam.TeamRequest;
import cn.dangjian.organization.people.workteam.WorkTeam.Member;
import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code work_team} and {@code work_team_member}. */
@Repository
class WorkTeamRepository implements Hanging {

    private static final String TEAM = """
        select t.id, t.unit_id, t.sending_unit, t.from_on, t.ended_on, t.end_reason, t.document, t.version
          from work_team t join unit u on u.id = t.unit_id and {scope u}\
        """;

    private final Rows rows;

    WorkTeamRepository(Rows rows) {
        this.rows = rows;
    }

    Optional<WorkTeam> find(long id, Scope scope) {
        return rows.sql(TEAM + " where t.id = :id").in(scope).with("id", id).find(WorkTeam.class);
    }

    List<WorkTeam> list(Slice slice, Scope scope) {
        return rows.sql(TEAM + " where t.id < :before order by t.id desc limit :rows")
                .in(scope)
                .newest(slice)
                .list(WorkTeam.class);
    }

    /** All who were ever of the team. */
    List<Member> listMembers(WorkTeam team, Scope scope) {
        return rows.sql("""
            select m.id, m.name, m.account_id, m.leader, m.from_on, m.recalled_on, m.recall_reason, m.recall_document,
                   m.replaces
              from work_team_member m join work_team t on t.id = m.team_id
              join unit u on u.id = t.unit_id and {scope u}
             where m.team_id = :id order by m.id\
            """).in(scope).with("id", team.id()).list(Member.class);
    }

    long insert(UnitId village, TeamRequest team) {
        return rows.sql("""
            insert into work_team (unit_id, sending_unit, from_on, document, version)
            values (:village, :sendingUnit, :from, :document, 1)\
            """).with("village", village).with(team).insert();
    }

    void add(long team, List<Member> members) {
        rows.sql("""
            insert into work_team_member (team_id, name, account_id, leader, from_on, replaces)
            values (:team, :name, :accountId, :leader, :fromOn, :replaces)\
            """).with("team", team).each(members);
    }

    void recall(Member member, RecallRequest recall) {
        rows.sql("""
            update work_team_member set recalled_on = :on, recall_reason = :reason, recall_document = :document
             where id = :member\
            """).with("member", member.id()).with(recall).update();
    }

    void end(WorkTeam team, LocalDate on) {
        rows.sql("update work_team set ended_on = :on where id = :id")
                .with("on", on)
                .with("id", team.id())
                .update();
    }

    /** Counts a change of the team; fails if someone else changed it since it was read. */
    void touch(WorkTeam team) {
        rows.sql("update work_team set version = version + 1 where id = :id and version = :version")
                .with(team)
                .updateOne("Work team " + team.id());
    }

    /** A team ends with its village. */
    @Override
    public void unitsEnded(List<Departure> ended) {
        rows.sql("""
            update work_team t join unit_departure d on t.unit_id = d.unit_id
               set t.ended_on = greatest(t.from_on, d.day), t.end_reason = d.reason, t.version = t.version + 1
             where t.ended_on is null or t.ended_on > greatest(t.from_on, d.day)\
            """).update();
    }
}
