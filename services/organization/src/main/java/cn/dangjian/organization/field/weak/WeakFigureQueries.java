package cn.dangjian.organization.field.weak;

import cn.dangjian.organization.field.weak.WeakCase.State;
import cn.dangjian.organization.tree.period.Paths;
import cn.dangjian.organization.tree.projection.LineUnitTable;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** How many cases of a year there are, of a unit and of each unit directly below it. */
@Repository
class WeakFigureQueries {

    private final Rows rows;
    private final LineUnitTable lines;

    WeakFigureQueries(Rows rows, LineUnitTable lines) {
        this.rows = rows;
        this.lines = lines;
    }

    /** Counts; a case has one state and one domain, but may have several types. */
    record Figures(int cases, Map<State, Integer> states, Map<String, Integer> domains, Map<String, Integer> types) {

        static Figures none() {
            return new Figures(0, new EnumMap<>(State.class), new TreeMap<>(), new TreeMap<>());
        }

        Figures with(State state, String domain, int number) {
            states.merge(state, number, Integer::sum);
            domains.merge(domain, number, Integer::sum);
            return new Figures(cases + number, states, domains, types);
        }

        void type(String type, int number) {
            types.merge(type, number, Integer::sum);
        }

        Figures plus(Figures other) {
            var sum = none();
            for (var part : List.of(this, other)) {
                part.states.forEach((key, number) -> sum.states.merge(key, number, Integer::sum));
                part.domains.forEach((key, number) -> sum.domains.merge(key, number, Integer::sum));
                part.types.forEach((key, number) -> sum.types.merge(key, number, Integer::sum));
            }
            return new Figures(cases + other.cases, sum.states, sum.domains, sum.types);
        }
    }

    /** The figures of one unit with everything below it. */
    record Line(UnitId unit, String name, Figures figures) {}

    /**
     * A unit and those below it.
     *
     * @param own of the unit itself, without anything below it
     * @param total {@code own} and all children
     */
    record FigureView(UnitId unit, String name, Figures total, Figures own, List<Line> children) {}

    private record Counted(
            String part, String what, @Nullable String domain, int number) {}

    /** @param scope what the caller sees; the unit lies in it */
    FigureView get(Unit unit, int year, Scope scope) {
        var parts = new LinkedHashMap<String, Figures>();
        count(unit, year, scope, STATES).forEach(row -> {
            var before = parts.getOrDefault(row.part(), Figures.none());
            parts.put(row.part(), before.with(State.valueOf(row.what()), String.valueOf(row.domain()), row.number()));
        });
        count(unit, year, scope, TYPES)
                .forEach(row -> parts.getOrDefault(row.part(), Figures.none()).type(row.what(), row.number()));
        var own = parts.getOrDefault(scope.path(unit), Figures.none());
        var children = children(unit, scope, parts.keySet()).stream()
                .map(child -> new Line(child.id(), child.name(), parts.getOrDefault(child.path(), Figures.none())))
                .toList();
        var total = parts.values().stream().reduce(Figures.none(), Figures::plus);
        return new FigureView(unit.id(), unit.name(), total, own, children);
    }

    private static final String STATES = """
        select left({path u}, :width) part, f.state what, u.domain, count(*) number
          from weak_batch b join weak_case c on c.batch_id = b.id
          join case_file f on f.kind = 'weak-cases' and f.id = c.id join unit u on u.id = f.unit_id and {scope u}
         where b.year = :year
         group by part, f.state, u.domain order by part\
        """;

    private static final String TYPES = """
        select left({path u}, :width) part, p.type what, null domain, count(*) number
          from weak_batch b join weak_case c on c.batch_id = b.id
          join case_file f on f.kind = 'weak-cases' and f.id = c.id join unit u on u.id = f.unit_id and {scope u}
          join weak_problem p on p.case_id = c.id
         where b.year = :year
         group by part, p.type order by part\
        """;

    private List<Counted> count(Unit unit, int year, Scope scope, String sql) {
        return rows.sql(sql)
                .in(scope.below(unit))
                .with("width", Paths.below(scope.path(unit), 0).length())
                .with("year", year)
                .list(Counted.class);
    }

    private record Child(UnitId id, String name, String path) {}

    private List<Child> children(Unit unit, Scope scope, Set<String> counted) {
        if (scope.by() == Hierarchy.BLOCK) return listChildren(unit, scope);
        return lines.listBelow(unit, scope, part -> counted.contains(part.path())).stream()
                .map(part -> new Child(part.id(), part.name(), part.path()))
                .toList();
    }

    /** Abolished ones too: what happened in them still counts. */
    private List<Child> listChildren(Unit unit, Scope scope) {
        return rows.sql("""
            select u.id, u.name, u.path from unit u where u.parent_id = :unit and {scope u} order by u.path\
            """).in(scope).with("unit", unit.id()).list(Child.class);
    }
}
