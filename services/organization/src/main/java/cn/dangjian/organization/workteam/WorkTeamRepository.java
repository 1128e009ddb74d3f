package cn.dangjian.organization.workteam;

import cn.dangjian.organization.workteam.WorkTeam.Member;
import cn.dangjian.platform.directory.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code work_team} and {@code work_team_member}. */
@Repository
class WorkTeamRepository {

    private static final String TEAM = """
        select t.id, t.unit_id, t.sending_unit, t.from_on, t.ended_on, t.document, t.version
          from work_team t join unit u on u.id = t.unit_id and u.%s between :from and :to\
        """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    WorkTeamRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    Optional<WorkTeam> find(long id, Scope scope) {
        return in(TEAM + " where t.id = :id", scope)
                .param("id", id)
                .query(WorkTeam.class)
                .optional();
    }

    /** The newest first. */
    List<WorkTeam> list(long before, int limit, Scope scope) {
        return in(TEAM + " where t.id < :before order by t.id desc limit :limit", scope)
                .param("before", before)
                .param("limit", limit)
                .query(WorkTeam.class)
                .list();
    }

    /** All who were ever of the team. */
    List<Member> listMembers(WorkTeam team, Scope scope) {
        return in("""
            select m.id, m.name, m.account_id, m.leader, m.from_on, m.recalled_on, m.recall_reason, m.recall_document,
                   m.replaces
              from work_team_member m join work_team t on t.id = m.team_id
              join unit u on u.id = t.unit_id and u.%s between :from and :to
             where m.team_id = :id order by m.id\
            """, scope).param("id", team.id()).query(Member.class).list();
    }

    long insert(WorkTeam team) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into work_team (unit_id, sending_unit, from_on, document, version)
            values (:unit, :sending, :on, :document, 1)\
            """)
                .param("unit", team.unitId().value())
                .param("sending", team.sendingUnit())
                .param("on", team.fromOn())
                .param("document", team.document())
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKey()).longValue();
    }

    void add(long team, List<Member> members) {
        template.batchUpdate("""
            insert into work_team_member (team_id, name, account_id, leader, from_on, replaces)
            values (?, ?, ?, ?, ?, ?)\
            """, members, 100, (statement, member) -> {
            statement.setLong(1, team);
            statement.setString(2, member.name());
            statement.setObject(3, member.accountId());
            statement.setBoolean(4, member.leader());
            statement.setObject(5, member.fromOn());
            statement.setObject(6, member.replaces());
        });
    }

    void recall(Member member, LocalDate on, String reason, String document) {
        jdbc.sql("""
            update work_team_member set recalled_on = :on, recall_reason = :reason, recall_document = :document
             where id = :id\
            """)
                .param("on", on)
                .param("reason", reason)
                .param("document", document)
                .param("id", member.id())
                .update();
    }

    void end(WorkTeam team, LocalDate on) {
        jdbc.sql("update work_team set ended_on = :on where id = :id")
                .param("on", on)
                .param("id", team.id())
                .update();
    }

    /** Counts a change of the team; fails if someone else changed it since it was read. */
    void touch(WorkTeam team) {
        int rows = jdbc.sql("update work_team set version = version + 1 where id = :id and version = :version")
                .param("id", team.id())
                .param("version", team.version())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("Work team " + team.id());
    }

    private JdbcClient.StatementSpec in(String sql, Scope scope) {
        return jdbc.sql(sql.formatted(scope.column()))
                .param("from", scope.from())
                .param("to", scope.to());
    }
}
