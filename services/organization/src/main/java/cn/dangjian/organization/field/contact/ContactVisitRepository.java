package cn.dangjian.organization.field.contact;

import cn.dangjian.organization.field.contact.LogVisit.SolutionRequest;
import cn.dangjian.organization.field.contact.LogVisit.VisitRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code contact_visit} and {@code contact_problem}. */
@Repository
class ContactVisitRepository {

    private static final String VISIT = """
        select v.id, v.leader_id leader, l.name, v.unit_id unit, u.name unit_name, v.day, v.halves * 0.5 days, v.found,
               (select count(*) from contact_problem p where p.visit_id = v.id) problems,
               (select count(*) from contact_problem p where p.visit_id = v.id and p.solved_on is null) unsolved,
               {path u} path
          from unit u join contact_visit v on v.unit_id = u.id and {scope u}
          join contact_leader l on l.id = v.leader_id\
        """;

    private final Rows rows;

    ContactVisitRepository(Rows rows) {
        this.rows = rows;
    }

    record Visit(
            long id,
            long leader,
            String name,
            UnitId unit,
            String unitName,
            LocalDate day,
            BigDecimal days,
            String found,
            int problems,
            int unsolved,
            @JsonIgnore String path) {}

    /** For whom a visit was written down, and when it began. */
    record Written(long leader, LocalDate day) {}

    record Problem(
            int number,
            String text,
            @Nullable LocalDate solvedOn,
            @Nullable String solution) {}

    /** Half days in villages from a day on. */
    record Stay(long leader, LocalDate day, int halves) {}

    long insert(VisitRequest visit, int halves, Desk desk) {
        long id = rows.sql("""
            insert into contact_visit (leader_id, unit_id, day, halves, found, subject, at)
            values (:leader, :unit, :day, :halves, :found, :subject, :at)\
            """).with(visit).with("halves", halves).by(desk).insert();
        var problems = Objects.requireNonNullElse(visit.problems(), List.<String>of());
        rows.sql("insert into contact_problem (visit_id, number, text) values (:visit, :number, :text)")
                .with("visit", id)
                .each(IntStream.range(0, problems.size())
                        .mapToObj(i -> new Problem(i + 1, problems.get(i), null, null))
                        .toList());
        return id;
    }

    @Unscoped("the use case asks who may write for the official of the visit")
    Optional<Written> findWritten(long id) {
        return rows.unscoped("select leader_id leader, day from contact_visit where id = :id")
                .with("id", id)
                .find(Written.class);
    }

    Optional<Visit> find(long id, Scope scope) {
        return rows.sql(VISIT + " where v.id = :id").in(scope).with("id", id).find(Visit.class);
    }

    /** Visits to units in the scope, in the order of the tree. */
    List<Visit> list(@Nullable Long leader, boolean unsolved, Slice slice, Scope scope) {
        return rows.sql(VISIT + """
             where ({path u} > :path or {path u} = :path and v.id > :id)
               and (:leader is null or v.leader_id = :leader)
               and (not :unsolved or exists
                   (select 1 from contact_problem p where p.visit_id = v.id and p.solved_on is null))
             order by {path u}, v.id limit :rows\
            """)
                .in(scope)
                .with("leader", leader)
                .with("unsolved", unsolved)
                .inTree(slice)
                .list(Visit.class);
    }

    @Unscoped("of a visit that was found in the caller's scope")
    List<Problem> listProblems(long visit) {
        return rows.unscoped("""
            select number, text, solved_on, solution from contact_problem where visit_id = :visit order by number\
            """).with("visit", visit).list(Problem.class);
    }

    void solve(long visit, int number, SolutionRequest solved) {
        rows.sql("""
            update contact_problem set solved_on = :day, solution = :solution
             where visit_id = :visit and number = :number and solved_on is null\
            """).with(solved).with("visit", visit).with("number", number).update();
    }

    /** Time spent in villages by officials that were found in the caller's scope. */
    @Unscoped("of officials that were found in the caller's scope")
    List<Stay> listStays(Collection<Long> leaders, LocalDate from, LocalDate to) {
        if (leaders.isEmpty()) return List.of();
        return rows.unscoped("""
            select v.leader_id leader, v.day, v.halves from contact_visit v join unit u on u.id = v.unit_id
             where v.leader_id in (:leaders) and v.day between :from and :to and u.tier in ('VILLAGE', 'BRANCH')\
            """)
                .with("leaders", leaders)
                .with("from", from)
                .with("to", to)
                .list(Stay.class);
    }
}
