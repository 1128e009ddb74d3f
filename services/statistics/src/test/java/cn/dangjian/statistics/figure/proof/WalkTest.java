package cn.dangjian.statistics.figure.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.platform.web.problem.ProblemException;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.kept.Recount;
import cn.dangjian.statistics.figure.kept.Recount.Stretch;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** However little time a request has, all pages together see the whole tree, and nothing of it twice. */
@ServiceTest
class WalkTest {

    private static final long FIRST = 40_000_000;
    private static final long LAST = FIRST + 700;

    @Autowired
    private Recount recount;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void manyUnitsOfWhichTwoHaveASumThatNobodySaid() {
        jdbc.batchUpdate(
                "insert into unit_place (unit_id, from_month, to_month, path, last_one, kind, domain)"
                        + " values (?, '2020-01-01', '9999-12-31', ?, 1, '', '')",
                LongStream.rangeClosed(FIRST, LAST)
                        .mapToObj(unit -> new Object[] {unit, Province.segment(unit)})
                        .toList());
        for (long unit : List.of(FIRST, LAST))
            jdbc.update(
                    "insert into tier_sum (parent, unit, measure, slot, month, value)"
                            + " values (0, ?, 'org.units', '', '2026-01-01', 3)",
                    unit);
    }

    @AfterEach
    void forgotten() {
        jdbc.update("delete from tier_sum where unit between ? and ?", FIRST, LAST);
        jdbc.update("delete from unit_place where unit_id between ? and ?", FIRST, LAST);
    }

    private List<Stretch> walk(Consumer<Stretch> look) {
        var walk = new Walk(recount, Duration.ZERO);
        var stretches = new ArrayList<Stretch>();
        String next = null;
        do {
            next = walk.go("test", next, stretch -> {
                stretches.add(stretch);
                look.accept(stretch);
            });
        } while (next != null);
        return stretches;
    }

    @Test
    void goesThroughTheWholeTreePageByPage() {
        var measures = List.of(catalogue.get("org.units"));
        var wrong = new ArrayList<Long>();

        var stretches =
                walk(stretch -> recount.check(stretch, measures).excess().forEach(one -> wrong.add(one.unit())));

        assertThat(stretches).hasSizeGreaterThanOrEqualTo(3);
        assertThat(stretches.getFirst().upTo()).isEqualTo(Stretch.END);
        for (int i = 1; i < stretches.size(); i++)
            assertThat(stretches.get(i).upTo()).isEqualTo(stretches.get(i - 1).after());
        assertThat(stretches.getLast().after()).isEmpty();
        assertThat(wrong).containsOnlyOnce(LAST, FIRST);
    }

    @Test
    void whatIsWrongOnSeveralPagesIsCorrectedOnce() {
        var measures = List.of(catalogue.get("org.units"));
        var corrected = new ArrayList<Long>();

        walk(stretch -> corrected.add(recount.correct(stretch, measures)));

        assertThat(corrected.stream().filter(many -> many > 0)).hasSizeGreaterThanOrEqualTo(2);
        walk(stretch -> assertThat(recount.check(stretch, measures).excess()).isEmpty());
    }

    /** Sums of units that stand nowhere, below one that stands somewhere and below each other. */
    @Test
    void whatStandsNowhereIsFoundWhateverItIsBelow() {
        long lost = LAST - 1;
        long below = LAST - 2;
        long alone = LAST - 3;
        jdbc.update("delete from unit_place where unit_id in (?, ?, ?)", lost, below, alone);
        for (var sum : List.of(List.of(FIRST, lost), List.of(lost, below), List.of(alone, below)))
            jdbc.update(
                    "insert into tier_sum (parent, unit, measure, slot, month, value)"
                            + " values (?, ?, 'org.units', '', '2026-01-01', 3)",
                    sum.toArray());
        var measures = List.of(catalogue.get("org.units"));

        walk(stretch -> recount.correct(stretch, measures));

        assertThat(jdbc.queryForObject(
                        "select count(*) from tier_sum where unit between ? and ? and value <> 0",
                        Long.class,
                        FIRST,
                        LAST))
                .isZero();
    }

    @Test
    void anotherWalkDoesNotGoOnFromThere() {
        var walk = new Walk(recount, Duration.ZERO);
        var next = walk.go("test", null, stretch -> {});

        assertThat(next).isNotNull();
        assertThatThrownBy(() -> walk.go("other", next, stretch -> {})).isInstanceOf(ProblemException.class);
    }
}
