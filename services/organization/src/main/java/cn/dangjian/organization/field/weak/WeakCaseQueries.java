package cn.dangjian.organization.field.weak;

import cn.dangjian.organization.field.weak.WeakCase.Role;
import cn.dangjian.organization.field.weak.WeakCase.State;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What callers see of cases; what is missing and what is late is seen from the rows, not kept. */
@Repository
class WeakCaseQueries {

    private static final String CASE = """
        select c.id, c.candidate_id, c.period_from, c.period_to, f.unit_id, f.state, f.round, f.due_on, f.closed_at, f.version, b.year,
               b.county_id, u.name, u.domain, {path u} place,
               (select group_concat(p.type order by p.type) from weak_problem p where p.case_id = c.id) types,
               (select group_concat(distinct l.role) from weak_link l
                 where l.case_id = c.id and l.from_day <= :today and (l.to_day is null or l.to_day >= :today)) held,
               (select count(*) from weak_measure m where m.case_id = c.id) measures,
               (select count(*) from weak_measure m where m.case_id = c.id and m.done_on is not null) done,
               (select count(*) from weak_measure m
                 where m.case_id = c.id and m.done_on is null and m.due_on < :today) late
          from weak_batch b
          join weak_case c on c.batch_id = b.id
          join case_file f on f.kind = 'weak-cases' and f.id = c.id
          join unit u on u.id = f.unit_id and {scope u}\
        """;

    private final Rows rows;

    WeakCaseQueries(Rows rows) {
        this.rows = rows;
    }

    /**
     * A case as people see it.
     *
     * @param candidate from which it comes, {@code /v1/weak-candidates/7}; null if a township has found it
     * @param ended whether it has ended with its unit, in the state in which it was; nothing is missing or late any more
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
            @Nullable Long candidate,
            State state,
            boolean ended,
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

    /** What the caller asks for; null where it does not matter. */
    record Filter(
            @Nullable Integer year,
            @Nullable State state,
            @Nullable String type,
            @Nullable String domain) {}

    Optional<CaseView> find(long id, LocalDate today, Scope scope) {
        return rows.sql(CASE + " where c.id = :id")
                .in(scope)
                .with("id", id)
                .with("today", today)
                .find((row, number) -> view(row, today));
    }

    /** Cases in the order of the tree; of one unit, in the order of the years. */
    List<Listed> list(Filter filter, Slice slice, LocalDate today, Scope scope) {
        return rows.sql(CASE + """
             where ({path u} > :path or {path u} = :path and c.id > :id)
               and (:year is null or b.year = :year) and (:state is null or f.state = :state)
               and (:domain is null or u.domain = :domain)
               and (:type is null or exists
                   (select 1 from weak_problem p where p.case_id = c.id and p.type = :type))
             order by {path u}, c.id limit :rows\
            """)
                .in(scope)
                .inTree(slice)
                .with(filter)
                .with("today", today)
                .list((row, number) -> new Listed(view(row, today), row.getString("place")));
    }

    private static CaseView view(ResultSet row, LocalDate today) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        boolean ended = row.getObject("closed_at") != null && !State.LAST.contains(state);
        return new CaseView(
                row.getLong("id"),
                new UnitId(row.getLong("unit_id")),
                row.getString("name"),
                row.getString("domain"),
                new UnitId(row.getLong("county_id")),
                row.getInt("year"),
                row.getObject("candidate_id", Long.class),
                state,
                ended,
                row.getInt("round"),
                List.of(row.getString("types").split(",", -1)),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                row.getObject("due_on", LocalDate.class).isBefore(today),
                !ended && State.ANSWERED_FOR.contains(state) ? Role.without(Role.of(row.getString("held"))) : List.of(),
                row.getInt("measures"),
                row.getInt("done"),
                !ended && State.PLANNED.contains(state) ? row.getInt("late") : 0,
                row.getLong("version"));
    }
}
