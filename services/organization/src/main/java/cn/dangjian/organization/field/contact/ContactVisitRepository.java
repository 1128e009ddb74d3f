package cn.dangjian.organization.field.contact;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.web.caller.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code contact_visit} and {@code contact_problem}. */
@Repository
class ContactVisitRepository {

    private static final String VISIT = """
        select v.id, v.leader_id leader, l.name, v.unit_id unit, u.name unit_name, v.day, v.halves, v.found, u.%1$s path,
               (select count(*) from contact_problem p where p.visit_id = v.id) problems,
               (select count(*) from contact_problem p where p.visit_id = v.id and p.solved_on is null) unsolved
          from unit u join contact_visit v on v.unit_id = u.id join contact_leader l on l.id = v.leader_id\
        """;

    private final JdbcClient jdbc;

    ContactVisitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Visit(
            long id,
            long leader,
            String name,
            UnitId unit,
            String unitName,
            LocalDate day,
            int halves,
            String found,
            String path,
            int problems,
            int unsolved) {}

    record Problem(
            int number,
            String text,
            @Nullable LocalDate solvedOn,
            @Nullable String solution) {}

    /** Half days in villages from a day on. */
    record Stay(long leader, LocalDate day, int halves) {}

    long insert(LogVisit.Plan plan, Caller caller, Instant at) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into contact_visit (leader_id, unit_id, day, halves, found, subject, at)
            values (:leader, :unit, :day, :halves, :found, :subject, :at)\
            """)
                .param("leader", plan.leader())
                .param("unit", plan.unit().value())
                .param("day", plan.day())
                .param("halves", plan.halves())
                .param("found", plan.found())
                .param("subject", caller.subject())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update(key);
        long id = Objects.requireNonNull(key.getKey()).longValue();
        if (!plan.problems().isEmpty()) insertProblems(id, plan.problems());
        return id;
    }

    private void insertProblems(long visit, List<String> problems) {
        var rows = problems.stream().map(text -> "(?, ?, ?)").toList();
        jdbc.sql("insert into contact_problem (visit_id, number, text) values " + String.join(", ", rows))
                .params(IntStream.range(0, problems.size())
                        .boxed()
                        .flatMap(i -> List.<Object>of(visit, i + 1, problems.get(i)).stream())
                        .toList())
                .update();
    }

    @Unscoped("the use case asks who may write for the official of the visit")
    Optional<Visit> find(long id) {
        return jdbc.sql(VISIT.formatted(Hierarchy.BLOCK.column()) + " where v.id = :id")
                .param("id", id)
                .query(Visit.class)
                .optional();
    }

    Optional<Visit> find(long id, Scope scope) {
        return in(VISIT + " where v.id = :id and u.%1$s between :from and :to", scope)
                .param("id", id)
                .query(Visit.class)
                .optional();
    }

    /** Visits to units in the scope, in the order of the tree. */
    List<Visit> list(Scope scope, @Nullable Long leader, boolean unsolved, String path, long id, int rows) {
        return in(VISIT + """
             where u.%1$s between :from and :to and (u.%1$s > :path or u.%1$s = :path and v.id > :id)
               and (:leader is null or v.leader_id = :leader)
               and (not :unsolved or exists
                   (select 1 from contact_problem p where p.visit_id = v.id and p.solved_on is null))
             order by u.%1$s, v.id limit :rows\
            """, scope)
                .param("path", path)
                .param("id", id)
                .param("leader", leader)
                .param("unsolved", unsolved)
                .param("rows", rows)
                .query(Visit.class)
                .list();
    }

    @Unscoped("of a visit that was found in the caller's scope")
    List<Problem> listProblems(long visit) {
        return jdbc.sql("""
            select number, text, solved_on, solution from contact_problem where visit_id = :visit order by number\
            """).param("visit", visit).query(Problem.class).list();
    }

    void solve(long visit, int number, LocalDate day, String solution) {
        jdbc.sql("""
            update contact_problem set solved_on = :day, solution = :solution
             where visit_id = :visit and number = :number and solved_on is null\
            """)
                .param("day", day)
                .param("solution", solution)
                .param("visit", visit)
                .param("number", number)
                .update();
    }

    /** Time spent in villages by officials that were found in the caller's scope. */
    @Unscoped("of officials that were found in the caller's scope")
    List<Stay> listStays(Collection<Long> leaders, LocalDate from, LocalDate to) {
        if (leaders.isEmpty()) return List.of();
        return jdbc.sql("""
            select v.leader_id leader, v.day, v.halves from contact_visit v join unit u on u.id = v.unit_id
             where v.leader_id in (:leaders) and v.day between :from and :to and u.tier in ('VILLAGE', 'BRANCH')\
            """)
                .param("leaders", leaders)
                .param("from", from)
                .param("to", to)
                .query(Stay.class)
                .list();
    }

    private JdbcClient.StatementSpec in(String sql, Scope scope) {
        return jdbc.sql(sql.formatted(scope.column()))
                .param("from", scope.from())
                .param("to", scope.to());
    }
}
