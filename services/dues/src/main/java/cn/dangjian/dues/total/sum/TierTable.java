package cn.dangjian.dues.total.sum;

import cn.dangjian.dues.total.sum.SumTable.UnitMonth;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Table {@code tier_month}: the sums of all at and below each unit, by its path. What a unit's own month has become more or
 * less is added to all above it, in an order that is always the same, so that nobody waits for each other in a circle.
 */
@Repository
public class TierTable {

    private static final int AT_ONCE = 1000;

    private static final String ADDED = """
        cast(sum(m.payers) as signed) payers, cast(sum(m.billed) as signed) billed,
        cast(sum(m.collected) as signed) collected, cast(sum(m.passed_on) as signed) passed_on,
        cast(sum(m.received) as signed) received, cast(sum(m.given) as signed) given,
        cast(sum(m.held) as signed) held, cast(sum(m.transit) as signed) transit,
        cast(sum(m.difference) as signed) difference, cast(sum(m.lost) as signed) lost,
        cast(sum(m.centre) as signed) centre, cast(sum(m.moved) as signed) moved\
        """;

    private final Rows rows;
    private final JdbcTemplate template;

    TierTable(Rows rows, JdbcTemplate template) {
        this.rows = rows;
        this.template = template;
    }

    private record Place(String path, LocalDate month) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::path).thenComparing(Place::month);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** The sums of a child of a unit with all below it, or of the unit itself alone. */
    public record Part(
            long unit,
            String name,
            long payers,
            long billed,
            long collected,
            long passedOn,
            long received,
            long given,
            long held,
            long transit,
            long difference,
            long lost,
            long centre,
            long moved) {

        public Sums sums() {
            return new Sums(
                    payers,
                    billed,
                    collected,
                    passedOn,
                    received,
                    given,
                    held,
                    transit,
                    difference,
                    lost,
                    centre,
                    moved);
        }
    }

    /** What is kept of all at and below the unit with this path, from one month to another one; nothing is added up. */
    @Unscoped("the unit was found in the caller's scope")
    public long collected(Unit unit, LocalDate from, LocalDate to) {
        return rows.unscoped("""
            select cast(coalesce(sum(collected), 0) as signed) from tier_month where path = :path and month between :from and :to\
            """)
                .with("path", unit.path())
                .with("from", from)
                .with("to", to)
                .get(Long.class);
    }

    /** Of the children of a unit with all below each, in the order of the tree, from one month to another one. */
    public List<Part> listChildren(Unit unit, LocalDate from, LocalDate to, Scope scope) {
        return rows.sql("""
            select u.id unit, u.name, ADDED
              from unit u force index (unit_parent) straight_join tier_month m
                on m.path = u.path and m.month between :from and :to
             where u.parent_id = :unit and {scope u} group by u.id, u.name, u.path order by u.path\
            """.replace("ADDED", ADDED))
                .in(scope)
                .with("unit", unit.id())
                .with("from", from)
                .with("to", to)
                .list(Part.class);
    }

    /** Of the unit itself, without those below it; none if there was never anything. */
    @Unscoped("the unit was found in the caller's scope")
    public List<Part> listOwn(Unit unit, LocalDate from, LocalDate to) {
        return rows.unscoped("""
            select u.id unit, u.name, ADDED
              from unit u straight_join unit_month m on m.unit_id = u.id and m.month between :from and :to
             where u.id = :unit group by u.id, u.name\
            """.replace("ADDED", ADDED))
                .with("unit", unit.id())
                .with("from", from)
                .with("to", to)
                .list(Part.class);
    }

    /** Adds what these have become to all above them, and takes off what they were, where they stood then. */
    void add(List<UnitMonth> before, List<UnitMonth> after) {
        var changes = new TreeMap<Place, Sums>();
        for (var one : before) spread(one, one.sums().negated(), changes);
        for (var one : after) spread(one, one.sums(), changes);
        changes.values().removeIf(Sums::isNone);
        if (changes.isEmpty()) return;
        template.batchUpdate("""
            insert into tier_month (path, month, payers, billed, collected, passed_on, received, given, held, transit,
                                    difference, lost, centre, moved)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update payers = payers + values(payers), billed = billed + values(billed),
                collected = collected + values(collected), passed_on = passed_on + values(passed_on),
                received = received + values(received), given = given + values(given), held = held + values(held),
                transit = transit + values(transit), difference = difference + values(difference),
                lost = lost + values(lost), centre = centre + values(centre), moved = moved + values(moved)\
            """, changes.entrySet(), AT_ONCE, (statement, change) -> {
            var place = change.getKey();
            var sums = change.getValue();
            statement.setString(1, place.path());
            statement.setObject(2, place.month());
            statement.setLong(3, sums.payers());
            statement.setLong(4, sums.billed());
            statement.setLong(5, sums.collected());
            statement.setLong(6, sums.passedOn());
            statement.setLong(7, sums.received());
            statement.setLong(8, sums.given());
            statement.setLong(9, sums.held());
            statement.setLong(10, sums.transit());
            statement.setLong(11, sums.difference());
            statement.setLong(12, sums.lost());
            statement.setLong(13, sums.centre());
            statement.setLong(14, sums.moved());
        });
    }

    /** At the unit and at all above it. */
    private static void spread(UnitMonth one, Sums sums, Map<Place, Sums> changes) {
        for (int length = Unit.SEGMENT; length <= one.path().length(); length += Unit.SEGMENT)
            changes.merge(new Place(one.path().substring(0, length), one.month()), sums, Sums::plus);
    }
}
