package cn.dangjian.platform.cases.next;

import cn.dangjian.platform.cases.CaseKind;
import cn.dangjian.platform.cases.CaseStep;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.next.OpenCase.Next;
import cn.dangjian.platform.cases.next.OpenCaseQueries.Filter;
import cn.dangjian.platform.cases.next.OpenCaseQueries.MoveRow;
import cn.dangjian.platform.cases.next.OpenCaseQueries.Place;
import cn.dangjian.platform.cases.next.OpenCaseQueries.Row;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists open cases, with the steps that the tables of steps allow. */
class OpenCases {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
    private static final Place FIRST = new Place(LocalDate.of(1000, 1, 1), "", 0);

    private final CaseStore store;
    private final OpenCaseQueries queries;
    private final Directory directory;

    OpenCases(CaseStore store, OpenCaseQueries queries, Directory directory) {
        this.store = store;
        this.queries = queries;
        this.directory = directory;
    }

    /**
     * @param mine whether only those are listed in which the caller may take a step
     * @param late whether only those are listed that are late
     */
    Page<OpenCase> list(boolean mine, boolean late, Slice slice, Desk desk) {
        Map<String, CaseKind<?, ?>> seen = new HashMap<>();
        for (var kind : store.kinds()) if (!desk.isBelow(kind.seenFrom())) seen.put(kind.name(), kind);
        if (seen.isEmpty()) return new Page<>(List.of(), null);

        var filter = new Filter(seen.keySet(), late ? desk.today().minusDays(1) : NEVER, !mine);
        var moves = seen.values().stream().flatMap(kind -> moves(kind, desk)).toList();
        var rows = queries.list(filter, moves, after(slice), slice.rows(), desk, desk.scope());
        var page = slice.page(rows, row -> Cursor.of(row.dueOn().toEpochDay(), row.kind(), row.id()));
        var units = units(page.items());
        return page.map(row -> open(row, Objects.requireNonNull(seen.get(row.kind())), units, desk));
    }

    private static Place after(Slice slice) {
        var last = Cursor.parse(slice.cursor(), 3);
        return last == null ? FIRST : new Place(last.day(0), last.string(1), last.number(2));
    }

    private static <S extends Enum<S>, T extends Enum<T> & CaseStep<S>> Stream<MoveRow> moves(
            CaseKind<S, T> kind, Desk desk) {
        return EnumSet.allOf(kind.steps()).stream().map(CaseStep::move).flatMap(move -> move.hands().stream()
                .filter(hand -> hand.fits(desk))
                .flatMap(hand -> move.from().stream()
                        .map(state -> new MoveRow(
                                kind.name(), state.name(), hand.standing().name(), String.join(",", move.apart())))));
    }

    private Map<UnitId, Unit> units(Collection<Row> rows) {
        var ids = new ArrayList<Long>();
        for (var row : rows) {
            ids.add(row.unit().value());
            if (row.other() != null) ids.add(row.other().value());
        }
        var units = new HashMap<UnitId, Unit>();
        if (!ids.isEmpty()) directory.named(ids).forEach(unit -> units.put(unit.id(), unit));
        return units;
    }

    private static <S extends Enum<S>, T extends Enum<T> & CaseStep<S>> OpenCase open(
            Row row, CaseKind<S, T> kind, Map<UnitId, Unit> units, Desk desk) {
        var unit = Objects.requireNonNull(units.get(row.unit()));
        var other = row.other() == null ? null : units.get(row.other());
        var taken = row.taken() == null ? Set.<String>of() : Set.of(row.taken().split(",", -1));
        var next = kind.possible(Enum.valueOf(kind.states(), row.state())).stream()
                .map(step -> next(step, unit, other, taken, desk))
                .toList();
        return new OpenCase(
                row.kind(),
                row.id(),
                row.unit(),
                row.unitName(),
                row.other(),
                row.otherName(),
                row.state(),
                row.round(),
                row.dueOn().equals(NEVER) ? null : row.dueOn(),
                row.dueOn().isBefore(desk.today()),
                next,
                row.version());
    }

    private static Next next(CaseStep<?> step, Unit unit, @Nullable Unit other, Set<String> taken, Desk desk) {
        var move = step.move();
        boolean mine = move.hands().stream().anyMatch(hand -> hand.holds(desk, unit, other))
                && move.apart().stream().noneMatch(taken::contains);
        return new Next(step.name(), move.hands(), move.says(), mine);
    }
}
