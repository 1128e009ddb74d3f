package cn.dangjian.statistics.figure.kept;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.kept.FoldUnits.Known;
import cn.dangjian.statistics.figure.kept.Place.Move;
import cn.dangjian.statistics.figure.kept.Place.Sort;
import cn.dangjian.statistics.figure.kept.Told.Origin;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 改隶: a unit takes all that is below along, and of that nothing is written anew. */
@ServiceTest
class MovedSumsTest {

    private static final LocalDate OPEN =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).withDayOfMonth(1);

    private static final long PROVINCE = 42_000_000;
    private static final long OLD_CITY = PROVINCE + 1;
    private static final long NEW_CITY = PROVINCE + 2;
    private static final long COUNTY = PROVINCE + 3;
    private static final List<Long> TOWNSHIPS = List.of(PROVINCE + 4, PROVINCE + 5, PROVINCE + 6);

    @Autowired
    private FoldFigures foldFigures;

    @Autowired
    private FoldUnits foldUnits;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private JdbcTemplate jdbc;

    private static String path(long... units) {
        var path = new StringBuilder();
        for (long unit : units) path.append(Province.segment(unit));
        return path.toString();
    }

    private static List<Place> places(String... paths) {
        var moves = new ArrayList<Move>();
        for (var path : paths) moves.add(new Move(moves.isEmpty() ? OPEN.minusYears(9) : OPEN.plusDays(2), path));
        return Place.of(moves, paths[paths.length - 1], null, new Sort("KIND", "RURAL"));
    }

    private void settle(long unit, long version, String... paths) {
        foldUnits.fold(List.of(new Known(
                unit,
                version,
                new Origin("organization.unit-changed.v1", null, Instant.now()),
                Tier.COUNTY,
                "KIND",
                "RURAL",
                OPEN.minusYears(9),
                places(paths))));
    }

    private List<Map<String, Object>> below(long unit) {
        return jdbc.queryForList(
                "select unit, measure, slot, month, value, revised_at from tier_sum where parent = ? order by 1, 2, 3,"
                        + " 4",
                unit);
    }

    private Long members(long parent, long unit, LocalDate month) {
        return jdbc.queryForObject(
                "select coalesce(sum(value), 0) from tier_sum where parent = ? and unit = ?"
                        + " and measure = 'member.members' and slot = '' and month <= ?",
                Long.class,
                parent,
                unit,
                month);
    }

    @Test
    void whatIsBelowWhoMovesStaysAsItIs() {
        settle(PROVINCE, 1, path(PROVINCE));
        for (long city : List.of(OLD_CITY, NEW_CITY)) settle(city, 1, path(PROVINCE, city));
        settle(COUNTY, 1, path(PROVINCE, OLD_CITY, COUNTY));
        for (long township : TOWNSHIPS) {
            settle(township, 1, path(PROVINCE, OLD_CITY, COUNTY, township));
            foldFigures.fold(List.of(new Told(
                    "counts:" + township,
                    OPEN.minusMonths(3),
                    township,
                    1,
                    new Origin("member.said.v1", null, Instant.now()),
                    Value.from(OPEN.minusMonths(3))
                            .parts("member.members", Map.of("FULL", 7L))
                            .list())));
        }
        var before = below(COUNTY);

        // whoever is heard of first
        var moved = new ArrayList<>(TOWNSHIPS);
        moved.add(1, COUNTY);
        for (long unit : moved) {
            boolean itself = unit == COUNTY;
            settle(
                    unit,
                    2,
                    itself ? path(PROVINCE, OLD_CITY, COUNTY) : path(PROVINCE, OLD_CITY, COUNTY, unit),
                    itself ? path(PROVINCE, NEW_CITY, COUNTY) : path(PROVINCE, NEW_CITY, COUNTY, unit));
            assertThat(below(COUNTY)).isEqualTo(before);
            assertThat(members(OLD_CITY, COUNTY, OPEN) + members(NEW_CITY, COUNTY, OPEN))
                    .as("wherever they are on their way, the county has them all")
                    .isEqualTo(21);
        }

        assertThat(members(OLD_CITY, COUNTY, OPEN)).isZero();
        assertThat(members(NEW_CITY, COUNTY, OPEN)).isEqualTo(21);
        assertThat(members(OLD_CITY, COUNTY, OPEN.minusMonths(1))).isEqualTo(21);
        assertThat(members(PROVINCE, NEW_CITY, OPEN)).isEqualTo(21);
        assertThat(members(PROVINCE, OLD_CITY, OPEN.minusMonths(1))).isEqualTo(21);
        assertThat(before.stream()
                        .map(row -> row.get("unit"))
                        .distinct()
                        .sorted(Comparator.comparing(Object::toString)))
                .hasSize(3);
    }

    @Test
    void onlySumsAboveWhoMovesAreWritten() {
        var changes = new TierChanges(catalogue, OPEN);
        for (long township : TOWNSHIPS) {
            var row = new ValueRow(township, "member.members", "", OPEN.minusMonths(3), Months.FOREVER, township, 7);
            changes.count(row, -1, places(path(PROVINCE, OLD_CITY, COUNTY, township)));
            changes.count(
                    row,
                    1,
                    places(path(PROVINCE, OLD_CITY, COUNTY, township), path(PROVINCE, NEW_CITY, COUNTY, township)));
        }

        assertThat(changes.changed().stream()
                        .filter(change -> change.sum().slot().isEmpty())
                        .map(change -> change.sum().parent() - PROVINCE + "/"
                                + (change.sum().unit() - PROVINCE) + " " + change.value()))
                .containsExactly("0/1 -21", "0/2 21", "1/3 -21", "2/3 21");
    }
}
