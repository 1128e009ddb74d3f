package cn.dangjian.organization.register.entry;

import cn.dangjian.organization.register.coverage.CoverageState;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.directory.rows.Statement;
import cn.dangjian.platform.web.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * What is shown of register units, on any day.
 *
 * <p>Plans at 100,000 units and 92,000 Party units (MariaDB 11.4): one unit by primary keys; a list walks
 * {@code unit_path} in its order and asks {@code register_state_place} and {@code register_link_unit} about each place
 * until the page is full; of today the
 * roll-ups say which places to ask about.
 */
@Repository
class RegisterQueries {

    private static final String UNIT = """
        select r.id, r.credit_code, r.version, r.registered_on, r.closed_on,
               s.name, s.type, s.employees, s.members, s.valid_from since,
               u.id place_id, u.name place_name, u.path,
               p.id party_id, p.name party_name, l.founding, l.valid_from covered_since, t.party_unit_id retiree_branch,
               k.party_unit_id line_committee,
               (select count(*) from register_link j where j.party_unit_id = l.party_unit_id and j.role = 'COVER'
                   and j.founding = 'JOINT' and j.valid_from <= :day and j.valid_to > :day) joint_units\
        """;

    private static final String COVER = """
         left join register_link l on l.register_id = s.register_id and l.role = 'COVER'
                                  and l.valid_from <= :day and l.valid_to > :day
         left join unit p on p.id = l.party_unit_id and (p.valid_to is null or p.valid_to > :day)\
        """;

    private static final String RETIREES = """
         left join register_link t on t.register_id = s.register_id and t.role = 'RETIREE'
                                  and t.valid_from <= :day and t.valid_to > :day
         left join register_link k on k.register_id = s.register_id and k.role = 'LINE'
                                  and k.valid_from <= :day and k.valid_to > :day\
        """;

    /** Whether a unit is of a scope: lies in it, or is looked after in it. */
    private static final Map<Hierarchy, String> WITHIN = Map.of(
            Hierarchy.BLOCK,
            "{scope u}",
            Hierarchy.LINE,
            "(select {scope h} from unit h where h.id = k.party_unit_id)");

    private static final String WANTED = """
         s.place_id = u.id and s.valid_from <= :day and s.valid_to > :day
         and (u.path > :path or s.register_id > :id)\
        """;

    private final Rows rows;

    RegisterQueries(Rows rows) {
        this.rows = rows;
    }

    /** A unit as it was on a day, and what has come of it. */
    record Row(
            long id,
            long version,
            @Nullable String creditCode,
            String name,
            String type,
            int employees,
            int members,
            Place place,
            @Nullable Cover cover,
            @Nullable Long retireeBranch,
            @Nullable Long lineCommittee,
            LocalDate since,
            LocalDate registeredOn,
            @Nullable LocalDate closedOn) {}

    record Place(long id, String name, String path) {}

    /** @param joint how many units the Party unit covers as a joint branch */
    record Cover(long partyUnit, String name, String founding, LocalDate since, int joint) {}

    /** Which of the units of a scope are wanted. */
    record Filter(@Nullable String type, @Nullable CoverageState state, int membersMin, LocalDate day) {}

    /** The unit as it is now, or was on its last day. */
    Optional<Row> find(long id, LocalDate today, Scope scope) {
        return find(
                "s.valid_from = (select max(m.valid_from) from register_state m where m.register_id = r.id)",
                id,
                today,
                scope);
    }

    /** The unit as it was on a day; empty if it was not open then. */
    Optional<Row> findAsOf(long id, LocalDate day, Scope scope) {
        return find("s.valid_from <= :day and s.valid_to > :day", id, day, scope);
    }

    private Optional<Row> find(String state, long id, LocalDate day, Scope scope) {
        return rows.sql(UNIT + " from register_unit r join register_state s on s.register_id = r.id"
                        + " join unit u on u.id = s.place_id" + COVER + RETIREES
                        + " where r.id = :id and " + WITHIN.get(scope.by()) + " and " + state)
                .in(scope)
                .with("id", id)
                .with("day", day)
                .find(RegisterQueries::row);
    }

    /**
     * Units that were open on a day, by place in the order of the tree. Finds as many places as units are wanted, each
     * with one at least; not by {@code exists}, which is turned into a join that reads the whole register before it
     * sorts.
     */
    List<Row> list(Filter filter, Slice slice, Scope scope) {
        String places = "(select u.id, u.name, u.path from unit u where {scope u} and u.path >= :path"
                + " and (select s.register_id from register_state s" + COVER + " where" + wanted(filter)
                + " limit 1) is not null order by u.path limit :rows)";
        return query(places, filter, slice, scope).list(RegisterQueries::row);
    }

    /** Those of the units that lie directly at some places. */
    List<Row> list(Filter filter, Slice slice, Scope scope, Collection<Long> at) {
        if (at.isEmpty()) return List.of();
        String places = "(select u.id, u.name, u.path from unit u where u.id in (:places) and {scope u})";
        return query(places, filter, slice, scope).with("places", at).list(RegisterQueries::row);
    }

    /** Units that are looked after in a line on a day, by place in the order of the tree; a line is read as a whole. */
    List<Row> listOfLine(Filter filter, Slice slice, Scope line) {
        String places = "(select u.id, u.name, u.path from unit u where u.path >= :path and u.id in"
                + " (select s.place_id from unit h join register_link k on k.party_unit_id = h.id"
                + " and k.role = 'LINE' and k.valid_from <= :day and k.valid_to > :day"
                + " join register_state s on s.register_id = k.register_id and s.valid_from <= :day"
                + " and s.valid_to > :day where {scope h}))";
        return query(places, filter, slice, line).list(RegisterQueries::row);
    }

    private Statement query(String places, Filter filter, Slice slice, Scope scope) {
        return rows.sql(UNIT + " from " + places + " u"
                        + " join register_state s on s.place_id = u.id join register_unit r on r.id = s.register_id"
                        + COVER + RETIREES + " where" + wanted(filter)
                        + (scope.by() == Hierarchy.LINE ? " and " + WITHIN.get(scope.by()) : "")
                        + " order by u.path, s.register_id limit :rows")
                .in(scope)
                .inTree(slice)
                .with(filter);
    }

    private static String wanted(Filter filter) {
        return WANTED
                + (filter.type() == null ? "" : " and s.type = :type")
                + (filter.state() == null ? "" : " and " + condition(filter.state()));
    }

    private static String condition(CoverageState state) {
        return switch (state) {
            case COVERED -> "p.id is not null";
            case SHOULD_BE_COVERED -> "p.id is null and s.members >= :membersMin";
            case NOT_YET -> "p.id is null and s.members > 0 and s.members < :membersMin";
            case NOT_REQUIRED -> "p.id is null and s.members = 0";
        };
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("credit_code"),
                row.getString("name"),
                row.getString("type"),
                row.getInt("employees"),
                row.getInt("members"),
                new Place(row.getLong("place_id"), row.getString("place_name"), row.getString("path")),
                cover(row),
                row.getObject("retiree_branch", Long.class),
                row.getObject("line_committee", Long.class),
                row.getObject("since", LocalDate.class),
                row.getObject("registered_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class));
    }

    private static @Nullable Cover cover(ResultSet row) throws SQLException {
        long party = row.getLong("party_id");
        if (row.wasNull()) return null;
        return new Cover(
                party,
                row.getString("party_name"),
                row.getString("founding"),
                row.getObject("covered_since", LocalDate.class),
                row.getInt("joint_units"));
    }
}
