package cn.dangjian.dues.audit.finding;

import cn.dangjian.dues.audit.finding.FindingQueries.Found;
import cn.dangjian.dues.audit.finding.FindingQueries.Place;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.rules.book.Rules;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * 查账: goes through a subtree in its order, some units at a time. A page looks at so many units at most: it may be empty and
 * still name a next one.
 */
@Service
class Audit {

    private static final int AT_ONCE = 100;
    private static final int MOST_UNITS = 3000;

    /** How long a payment is looked at. */
    private static final int MONTHS_BACK = 12;

    private final FindingQueries queries;
    private final Rulebook rulebook;

    Audit(FindingQueries queries, Rulebook rulebook) {
        this.queries = queries;
        this.rulebook = rulebook;
    }

    /** A finding, and where it stands in the list. */
    private record Row(String path, Found found, Finding finding) {

        private static final Comparator<Row> ORDER = Comparator.comparing(Row::path)
                .thenComparingLong(row -> row.found().member())
                .thenComparing(row -> row.finding().kind().name())
                .thenComparingLong(row -> row.found().reference());

        Cursor cursor() {
            return Cursor.of(path, found.member(), finding.kind().name(), found.reference());
        }

        boolean isAfter(Cursor last) {
            int order = path.compareTo(last.string(0));
            if (order == 0) order = Long.compare(found.member(), last.number(1));
            if (order == 0) order = finding.kind().name().compareTo(last.string(2));
            if (order == 0) order = Long.compare(found.reference(), last.number(3));
            return order > 0;
        }
    }

    /** @param kind null for all */
    Page<Finding> list(Unit unit, @Nullable Kind kind, Slice slice, LocalDate today, Scope scope) {
        var last = Cursor.parse(slice.cursor(), 4);
        var rules = rulebook.on(today);
        var rows = new ArrayList<Row>();
        String path = last == null ? "" : last.string(0);
        boolean without = false;
        for (int seen = 0; seen < MOST_UNITS; seen += AT_ONCE) {
            var places = queries.listUnits(path, without, AT_ONCE, scope);
            if (places.isEmpty())
                return Page.of(rows, slice.limit(), Row::cursor).map(Row::finding);
            rows.addAll(rows(places, kind, rules, unit.path(), today).stream()
                    .filter(row -> last == null || row.isAfter(last))
                    .toList());
            if (rows.size() > slice.limit())
                return Page.of(rows, slice.limit(), Row::cursor).map(Row::finding);
            path = places.getLast().path();
            without = true;
        }
        var next = Cursor.of(path, Long.MAX_VALUE, "", 0).text();
        return new Page<>(rows.stream().map(Row::finding).toList(), next);
    }

    private List<Row> rows(List<Place> places, @Nullable Kind kind, Rules rules, String path, LocalDate today) {
        var units = places.stream().map(Place::id).toList();
        var byId = places.stream().collect(Collectors.toMap(Place::id, Function.identity()));
        return Stream.of(Kind.values())
                .filter(one -> kind == null || kind == one)
                .filter(one -> rules.number(one.rule(), path) > 0)
                .flatMap(one -> find(one, units, rules.number(one.rule(), path), today).stream()
                        .map(found -> row(one, found, byId, rules.source(one.rule(), path))))
                .sorted(Row.ORDER)
                .toList();
    }

    private List<Found> find(Kind kind, Collection<Long> units, int bound, LocalDate today) {
        var month = today.withDayOfMonth(1);
        return switch (kind) {
            case NOTCH -> queries.notches(units, month, bound);
            case CLASS_SCALE -> queries.unfit(units, month);
            case PAID_ELSEWHERE -> queries.elsewhere(units, month.minusMonths(MONTHS_BACK));
            case PAID_AFTER_END -> queries.afterTheEnd(units, month.minusMonths(MONTHS_BACK));
            case NO_BASE -> queries.withoutBase(units, month, month.minusMonths(bound));
            case BASE_OLD -> queries.oldBases(units, month, month.minusMonths(bound));
            case AHEAD -> queries.ahead(units, bound);
            case CASH_HELD -> queries.heldCash(units, today.minusDays(bound));
        };
    }

    private static Row row(Kind kind, Found found, Map<Long, Place> places, String article) {
        var place = Objects.requireNonNull(places.get(found.unit()));
        var amount = new Yuan(found.fen());
        return new Row(
                place.path(),
                found,
                new Finding(
                        kind,
                        place.id(),
                        place.name(),
                        found.member() == 0 ? null : found.member(),
                        found.reference() == 0 ? null : found.reference(),
                        found.day(),
                        found.fen() == 0 ? null : amount,
                        kind.why(amount, new Yuan(found.bound() - found.fen())),
                        article,
                        kind.toDo()));
    }
}
