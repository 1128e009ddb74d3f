package cn.dangjian.statistics.figure.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.kept.FoldUnits.Known;
import cn.dangjian.statistics.figure.kept.Place.Sort;
import cn.dangjian.statistics.figure.kept.Rounds.Service;
import cn.dangjian.statistics.figure.kept.Told.Origin;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Told once more by the services, what is known is put right, and what nobody tells any more is found. */
@ServiceTest
class RoundsTest {

    private static final LocalDate OPEN =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).withDayOfMonth(1);
    private static final AtomicLong NEXT = new AtomicLong(9_000_000);

    @Autowired
    private FoldFigures foldFigures;

    @Autowired
    private FoldUnits foldUnits;

    @Autowired
    private Rounds rounds;

    @Autowired
    private Recount recount;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    private long unit;
    private String service = "";

    @BeforeEach
    void aUnitWhoseMembersAreKnownSinceLastMonth() {
        unit = NEXT.incrementAndGet();
        service = "said" + unit;
        foldUnits.fold(List.of(new Known(
                unit,
                1,
                new Origin("organization.unit-changed.v1", null, Instant.now()),
                Tier.VILLAGE,
                "KIND",
                "RURAL",
                OPEN.minusYears(3),
                Place.of(List.of(), Province.segment(unit), null, new Sort("KIND", "RURAL")))));
        foldFigures.fold(List.of(counts(OPEN.minusMonths(1), 4, 27), dues(1, 90)));
    }

    @AfterEach
    void noRoundGoesOn() {
        rounds.end(List.of());
    }

    private Told counts(LocalDate month, long version, long members) {
        return new Told(
                "counts:" + unit,
                month,
                unit,
                version,
                origin(),
                Value.from(month)
                        .parts("member.members", Map.of("FULL", members))
                        .list());
    }

    private Told dues(long version, long billed) {
        return new Told(
                "unit-month:" + unit,
                Months.ALWAYS,
                unit,
                version,
                origin(),
                Value.from(OPEN.minusMonths(1)).add("dues.billed", billed).list());
    }

    private Origin origin() {
        return new Origin(service + ".said.v1", UUID.randomUUID(), Instant.now());
    }

    private long sum(String measure, LocalDate month, boolean flow) {
        var sum = jdbc.queryForObject(
                "select coalesce(sum(value), 0) from tier_sum where unit = ? and measure = ? and slot = '' and "
                        + (flow ? "month = ?" : "month <= ?"),
                Long.class,
                unit,
                measure,
                month);
        return sum == null ? 0 : sum;
    }

    private Service told() {
        return rounds.standing().services().stream()
                .filter(each -> each.name().equals(service))
                .findFirst()
                .orElse(new Service(service, 0, 0));
    }

    private void assertRight() {
        var measures =
                Stream.of("member.members", "dues.billed").map(catalogue::get).toList();
        assertThat(Recounts.check(recount, measures)).isEmpty();
    }

    @Test
    void whatIsToldAgainIsMarkedAndChangesNothing() {
        var rows = jdbc.queryForList("select * from unit_value where unit_id = ? order by 1, 2, 3, 4", unit);
        rounds.begin();
        assertThat(told()).isEqualTo(new Service(service, 2, 0));

        foldFigures.fold(List.of(counts(OPEN, 4, 27)));
        assertThat(told()).isEqualTo(new Service(service, 2, 1));
        foldFigures.fold(List.of(counts(OPEN, 4, 27), dues(1, 90)));

        assertThat(told()).isEqualTo(new Service(service, 2, 2));
        assertThat(jdbc.queryForList("select * from unit_value where unit_id = ? order by 1, 2, 3, 4", unit))
                .isEqualTo(rows);
        assertRight();
    }

    @Test
    void whatIsSaidAnewInTheSameMonthKeepsItsRow() {
        foldFigures.fold(List.of(counts(OPEN, 5, 30)));
        long row = row();
        rounds.begin();

        foldFigures.fold(List.of(counts(OPEN, 6, 31)));

        assertThat(row()).isEqualTo(row);
        assertThat(told()).isEqualTo(new Service(service, 2, 1));
        assertThat(sum("member.members", OPEN.minusMonths(1), false)).isEqualTo(27);
        assertThat(sum("member.members", OPEN, false)).isEqualTo(31);
        assertRight();
    }

    private long row() {
        var id = jdbc.queryForObject(
                "select id from value_source where source = ? and month = ?", Long.class, "counts:" + unit, OPEN);
        return id == null ? 0 : id;
    }

    /** As when a listener was mended: the same version says something else than what was kept of it. */
    @Test
    void whatIsToldOtherwiseIsPutRightFromNowOnAndFrozenMonthsStay() {
        rounds.begin();

        foldFigures.fold(List.of(counts(OPEN, 4, 30), dues(1, 95)));

        assertThat(sum("member.members", OPEN.minusMonths(1), false)).isEqualTo(27);
        assertThat(sum("member.members", OPEN, false)).isEqualTo(30);
        assertThat(sum("dues.billed", OPEN.minusMonths(1), true)).isEqualTo(95);
        assertThat(told()).isEqualTo(new Service(service, 2, 2));
        assertRight();
    }

    /** However what is heard is cut into pages, the newest holds. */
    @Test
    void whatIsNewerThanWhatIsPutRightStandsAboveIt() {
        rounds.begin();

        foldFigures.fold(List.of(counts(OPEN, 4, 30), counts(OPEN, 5, 31)));
        assertThat(sum("member.members", OPEN, false)).isEqualTo(31);
        foldFigures.fold(List.of(counts(OPEN, 6, 33), counts(OPEN, 5, 32)));
        assertThat(sum("member.members", OPEN, false)).isEqualTo(33);

        assertThat(sum("member.members", OPEN.minusMonths(1), false)).isEqualTo(27);
        assertRight();
    }

    /** Sent twice, as through a gateway that did not wait: what was told between counts as told. */
    @Test
    void whileOneRoundGoesOnNoOtherOneBegins() {
        assertThat(rounds.begin()).isTrue();
        foldFigures.fold(List.of(counts(OPEN, 4, 27), dues(1, 90)));

        assertThat(rounds.begin()).isFalse();

        assertThat(told()).isEqualTo(new Service(service, 2, 2));
        assertThat(rounds.end(List.of(service))).isZero();
        assertThat(sum("member.members", OPEN, false)).isEqualTo(27);
        // nor is anything dropped when the round is over
        assertThat(rounds.end(List.of(service))).isZero();
    }

    @Test
    void whatNobodyTellsAnyMoreIsDroppedIfThatIsWanted() {
        rounds.begin();
        foldFigures.fold(List.of(dues(1, 90)));
        assertThat(told()).isEqualTo(new Service(service, 2, 1));

        assertThat(rounds.end(List.of(service))).isEqualTo(1);

        assertThat(sum("member.members", OPEN.minusMonths(1), false)).isEqualTo(27);
        assertThat(sum("member.members", OPEN, false)).isZero();
        assertThat(sum("dues.billed", OPEN.minusMonths(1), true)).isEqualTo(90);
        assertRight();
        // whatever happens next is heard
        foldFigures.fold(List.of(counts(OPEN, 5, 8)));
        assertThat(sum("member.members", OPEN, false)).isEqualTo(8);
        assertRight();
    }

    @Test
    void whatIsHeardOutsideARoundTwiceIsSkipped() {
        foldFigures.fold(List.of(counts(OPEN, 4, 99), dues(1, 99)));

        assertThat(sum("member.members", OPEN, false)).isEqualTo(27);
        assertThat(sum("dues.billed", OPEN.minusMonths(1), true)).isEqualTo(90);
    }

    @Test
    void aFoldThatDiesLeavesNothingBehindAndIsDoneAgain() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    foldFigures.fold(List.of(counts(OPEN, 5, 40), dues(2, 100)));
                    throw new IllegalStateException("killed before the commit");
                }))
                .hasMessageContaining("killed");
        assertThat(sum("member.members", OPEN, false)).isEqualTo(27);
        assertRight();

        foldFigures.fold(List.of(counts(OPEN, 5, 40), dues(2, 100)));

        assertThat(sum("member.members", OPEN, false)).isEqualTo(40);
        assertThat(sum("dues.billed", OPEN.minusMonths(1), true)).isEqualTo(100);
        assertRight();
    }

    @Test
    void aRebuildThatDiesLeavesTheSumsAsTheyWereAndIsDoneAgain() {
        var measure = catalogue.get("dues.billed");
        jdbc.update(
                "update tier_sum set value = value + 3 where unit = ? and measure = 'dues.billed' and slot = ''", unit);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    assertThat(Recounts.correct(recount, measure)).isEqualTo(1);
                    throw new IllegalStateException("killed before the commit");
                }))
                .hasMessageContaining("killed");
        assertThat(sum("dues.billed", OPEN.minusMonths(1), true)).isEqualTo(93);

        assertThat(Recounts.correct(recount, measure)).isEqualTo(1);
        assertThat(sum("dues.billed", OPEN.minusMonths(1), true)).isEqualTo(90);
        assertRight();
    }
}
