package cn.dangjian.organization.register.entry;

import cn.dangjian.organization.register.code.CodeTables;
import cn.dangjian.organization.register.coverage.CoverageState;
import cn.dangjian.organization.register.entry.RegisterQueries.Row;
import cn.dangjian.organization.tree.rollup.Rollups;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.rules.book.Rules;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Register units as people see them, with what follows from the rules of the day. */
@Component
class RegisterViews {

    private static final String ENOUGH = "formation.branch.members.min";
    private static final String JOINT = "formation.joint.units.max";

    private final RegisterQueries queries;
    private final Rulebook rulebook;
    private final Days days;
    private final Rollups rollups;
    private final CodeTables codes;

    RegisterViews(RegisterQueries queries, Rulebook rulebook, Days days, Rollups rollups, CodeTables codes) {
        this.queries = queries;
        this.rulebook = rulebook;
        this.days = days;
        this.rollups = rollups;
        this.codes = codes;
    }

    /**
     * A unit of the register.
     *
     * @param cover null if no Party unit covers it
     * @param retireeBranch the id of the Party unit of its retired members, null if there is none
     * @param lineCommittee the id of the committee of a line (归口) that looks after it, null if there is none
     */
    record UnitView(
            long id,
            String name,
            @Nullable String creditCode,
            String type,
            int employees,
            int members,
            long placeId,
            String placeName,
            CoverageState state,
            @Nullable CoverView cover,
            @Nullable Long retireeBranch,
            @Nullable Long lineCommittee,
            LocalDate since,
            LocalDate registeredOn,
            @Nullable LocalDate closedOn,
            long version)
            implements Versioned {}

    /**
     * Who covers a unit.
     *
     * @param jointUnits how many units the Party unit covers as a joint branch
     * @param jointUnitsMost how many it should at most; null if nothing is asked
     * @param tooMany an alarm, not a refusal
     */
    record CoverView(
            long partyUnitId,
            String name,
            String founding,
            LocalDate since,
            int jointUnits,
            @Nullable Integer jointUnitsMost,
            boolean tooMany) {}

    /** Which units are wanted. */
    record Question(
            @Nullable String type,
            @Nullable CoverageState state,
            @Nullable LocalDate asOf) {}

    /** A unit and where the list goes on after it. */
    record Listed(UnitView unit, String path) {}

    Optional<UnitView> find(long id, @Nullable LocalDate asOf, Scope scope) {
        var day = asOf == null ? days.today() : asOf;
        var rules = rulebook.on(day);
        var found = asOf == null ? queries.find(id, day, scope) : queries.findAsOf(id, day, scope);
        return found.map(row -> view(row, rules));
    }

    List<Listed> list(Question question, Slice slice, Scope scope) {
        var today = days.today();
        var day = question.asOf() == null ? today : question.asOf();
        var rules = rulebook.on(day);
        var filter =
                new RegisterQueries.Filter(question.type(), question.state(), rules.number(ENOUGH, scope.from()), day);
        var rows = rows(filter, slice, scope, day.equals(today));
        return rows.stream()
                .map(row -> new Listed(view(row, rules), row.place().path()))
                .toList();
    }

    private List<Row> rows(RegisterQueries.Filter filter, Slice slice, Scope scope, boolean today) {
        if (scope.by() == Hierarchy.LINE) return queries.listOfLine(filter, slice, scope);
        return today ? listOfToday(filter, slice, scope) : queries.list(filter, slice, scope);
    }

    private List<Row> listOfToday(RegisterQueries.Filter filter, Slice slice, Scope scope) {
        var types = filter.type() == null ? codes.codes("unit-type") : List.of(filter.type());
        var states = filter.state() == null ? List.of(CoverageState.values()) : List.of(filter.state());
        var figures = states.stream()
                .flatMap(state -> types.stream().map(state::figure))
                .toList();
        return rollups.list(
                figures,
                Rollups.from(slice.after().path(), scope),
                slice.rows(),
                places -> queries.list(filter, slice, scope, places.keySet()));
    }

    private static UnitView view(Row row, Rules rules) {
        String path = row.place().path();
        return new UnitView(
                row.id(),
                row.name(),
                row.creditCode(),
                row.type(),
                row.employees(),
                row.members(),
                row.place().id(),
                row.place().name(),
                CoverageState.of(row.cover() != null, row.members(), rules.number(ENOUGH, path)),
                cover(row, rules),
                row.retireeBranch(),
                row.lineCommittee(),
                row.since(),
                row.registeredOn(),
                row.closedOn(),
                row.version());
    }

    private static @Nullable CoverView cover(Row row, Rules rules) {
        var cover = row.cover();
        if (cover == null) return null;
        Integer most = rules.find(JOINT, row.place().path())
                .map(value -> value.intValue())
                .orElse(null);
        return new CoverView(
                cover.partyUnit(),
                cover.name(),
                cover.founding(),
                cover.since(),
                cover.joint(),
                most,
                most != null && cover.joint() > most);
    }
}
