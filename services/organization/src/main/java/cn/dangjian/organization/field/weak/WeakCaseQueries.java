package cn.dangjian.organization.field.weak;

import cn.dangjian.organization.field.weak.WeakCase.Role;
import cn.dangjian.organization.field.weak.WeakCase.State;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What callers see of cases; what is missing and what is late is seen from the rows, not kept. */
@Repository
class WeakCaseQueries {

    private static final String CASE = """
        select c.*, b.year, b.county_id, u.name, u.domain, u.path, u.line_path,
               (select group_concat(p.type order by p.type) from weak_problem p where p.case_id = c.id) types,
               (select group_concat(distinct l.role) from weak_link l
                 where l.case_id = c.id and l.from_day <= :today and (l.to_day is null or l.to_day >= :today)) held,
               (select count(*) from weak_measure m where m.case_id = c.id) measures,
               (select count(*) from weak_measure m where m.case_id = c.id and m.done_on is not null) done,
               (select count(*) from weak_measure m
                 where m.case_id = c.id and m.done_on is null and m.due_on < :today) late
          from weak_batch b
          join weak_case c on c.batch_id = b.id
          join unit u on u.id = c.unit_id\
        """;

    private final JdbcClient jdbc;

    WeakCaseQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A case as people see it.
     *
     * @param missing red flags: the roles of the 4+1 that nobody holds today, while somebody must
     * @param overdue whether the rectification period is over and the county has not looked yet
     * @param late how many measures are past their day
     */
    record CaseView(
            long id,
            UnitId unit,
            String unitName,
            String domain,
            UnitId county,
            int year,
            State state,
            int round,
            List<String> types,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            boolean overdue,
            List<Role> missing,
            int measures,
            int done,
            int late,
            long version) {}

    /** A case and the place in the list after which the next page begins. */
    record Listed(CaseView weak, String path) {}

    /** One row of a case's history. */
    record StepView(
            Step step,
            int round,
            LocalDate day,
            @Nullable String document,
            @Nullable String note,
            UnitId unit,
            OffsetDateTime at) {}

    /** What the caller asks for; null where it does not matter. */
    record Filter(
            @Nullable Integer year,
            @Nullable State state,
            @Nullable String type,
            @Nullable String domain) {}

    Optional<CaseView> find(long id, LocalDate today, Scope scope) {
        return jdbc.sql(CASE + " where c.id = :id and u." + scope.column() + " between :from and :to")
                .param("today", today)
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, number) -> view(row, today))
                .optional();
    }

    /** Cases in the order of the tree; of one unit, in the order of the years. */
    List<Listed> list(Scope scope, Filter filter, LocalDate today, String path, long id, int rows) {
        return jdbc.sql(CASE + """
             where u.%1$s between :from and :to and (u.%1$s > :path or u.%1$s = :path and c.id > :id)
               and (:year is null or b.year = :year) and (:state is null or c.state = :state)
               and (:domain is null or u.domain = :domain)
               and (:type is null or exists
                   (select 1 from weak_problem p where p.case_id = c.id and p.type = :type))
             order by u.%1$s, c.id limit :rows\
            """.formatted(scope.column()))
                .param("today", today)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("path", path)
                .param("id", id)
                .param("year", filter.year())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("domain", filter.domain())
                .param("type", filter.type())
                .param("rows", rows)
                .query((row, number) -> new Listed(view(row, today), row.getString(scope.column())))
                .list();
    }

    List<StepView> listSteps(long id, Scope scope) {
        return jdbc.sql("""
            select s.step, s.round, s.day, s.document, s.note, s.unit_id unit, s.at
              from weak_step s join weak_case c on c.id = s.case_id join unit u on u.id = c.unit_id
             where s.case_id = :id and u.%s between :from and :to order by s.id\
            """.formatted(scope.column()))
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(StepView.class)
                .list();
    }

    private static CaseView view(ResultSet row, LocalDate today) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        var to = row.getObject("period_to", LocalDate.class);
        return new CaseView(
                row.getLong("id"),
                new UnitId(row.getLong("unit_id")),
                row.getString("name"),
                row.getString("domain"),
                new UnitId(row.getLong("county_id")),
                row.getInt("year"),
                state,
                row.getInt("round"),
                List.of(row.getString("types").split(",", -1)),
                row.getObject("period_from", LocalDate.class),
                to,
                State.PLANNED.contains(state) && to != null && to.isBefore(today),
                State.ANSWERED_FOR.contains(state) ? Role.without(Role.of(row.getString("held"))) : List.of(),
                row.getInt("measures"),
                row.getInt("done"),
                State.PLANNED.contains(state) ? row.getInt("late") : 0,
                row.getLong("version"));
    }
}
