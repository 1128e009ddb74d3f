package cn.dangjian.statistics.figure.kept;

import static cn.dangjian.statistics.figure.kept.Story.MEASURES;
import static cn.dangjian.statistics.figure.kept.Story.NEXT;
import static cn.dangjian.statistics.figure.kept.Story.OPEN;
import static cn.dangjian.statistics.figure.kept.Story.origin;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.kept.FoldUnits.Known;
import cn.dangjian.statistics.figure.kept.Place.Sort;
import cn.dangjian.statistics.figure.kept.Story.News;
import cn.dangjian.statistics.figure.kept.Told.Origin;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** In whatever order, however often and wherever units move meanwhile: the sums are what was said. */
@ServiceTest
class FoldFiguresTest {

    @Autowired
    private FoldFigures foldFigures;

    @Autowired
    private FoldUnits foldUnits;

    @Autowired
    private Recount recount;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private JdbcTemplate jdbc;

    /** Something that is said: of a unit, or by one. */
    private void fold(List<News> batch) {
        foldFigures.fold(batch.stream()
                .filter(each -> each.told() != null)
                .map(News::told)
                .toList());
        foldUnits.fold(batch.stream()
                .filter(each -> each.unit() != null)
                .map(News::unit)
                .toList());
    }

    private void assertRight() {
        assertThat(Recounts.check(recount, MEASURES.stream().map(catalogue::get).toList()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyOrderRepetitionAndMoveEndsInTheSameSums(long seed) {
        var story = new Story(jdbc, new Random(seed));

        for (var batch : story.told()) fold(batch);

        assertThat(story.kept()).isEqualTo(story.sums());
        assertRight();
    }

    @Test
    void whileItIsToldEachParentIsTheSumOfItsChildren() {
        var random = new Random(31);
        var story = new Story(jdbc, random);

        var measures = MEASURES.stream().map(catalogue::get).toList();
        for (var batch : story.told()) {
            fold(batch);
            assertRight();
            if (random.nextInt(4) == 0)
                for (var stretch : Recounts.stretches(jdbc, 5))
                    assertThat(recount.correct(stretch, measures)).isZero();
        }

        assertThat(story.kept()).isEqualTo(story.sums());
    }

    @Test
    void manyWhoFoldAtOnceEndInTheSameSums() throws Exception {
        var story = new Story(jdbc, new Random(41));
        var batches = new ConcurrentLinkedQueue<>(story.told());
        Callable<Boolean> folding = () -> {
            for (var batch = batches.poll(); batch != null; batch = batches.poll()) fold(batch);
            return true;
        };

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(List.of(folding, folding, folding, folding)))
                assertThat(done.get()).isTrue();
        }

        assertThat(story.kept()).isEqualTo(story.sums());
    }

    @Test
    void sumsThatWereLostAreFoundAndAddedUpAgain() {
        var story = new Story(jdbc, new Random(51));
        for (var batch : story.told()) fold(batch);
        jdbc.update(
                "update tier_sum set value = value + 3 where unit = ? and measure = 'member.members' and slot = ''",
                story.root);
        jdbc.update("delete from tier_sum where unit = ? and measure = 'dues.billed'", story.root);

        assertThat(Recounts.check(recount, List.of(catalogue.get("member.members"))).stream()
                        .flatMap(found -> found.excess().stream()))
                .isNotEmpty()
                .allMatch(wrong -> wrong.value() == 3);
        assertThat(Recounts.correct(recount, catalogue.get("member.members"))).isPositive();
        assertThat(Recounts.correct(recount, catalogue.get("dues.billed"))).isPositive();

        assertThat(story.kept()).isEqualTo(story.sums());
        assertThat(Recounts.correct(recount, catalogue.get("dues.billed"))).isZero();
        assertRight();
    }

    /** Whatever is wrong, and however few units are looked at in one go: each sum goes from what it was to what it should be. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7})
    void whateverIsWrongInSeveralStretchesIsCorrectedOnce(int units) {
        var random = new Random(units);
        var story = new Story(jdbc, random);
        for (var batch : story.told()) fold(batch);
        jdbc.update(
                "delete from tier_sum where unit between ? and ? and measure = 'org.units'",
                story.root,
                story.root + 14);
        for (var stood : jdbc.queryForList(
                "select distinct parent, unit from tier_sum where unit between ? and ?", story.root, story.root + 14))
            if (random.nextBoolean())
                jdbc.update(
                        "update tier_sum set value = value + ? where parent = ? and unit = ? and measure like"
                                + " 'member.%'",
                        random.nextInt(-5, 6), stood.get("parent"), stood.get("unit"));
        var measures = MEASURES.stream().map(catalogue::get).toList();
        var before = story.kept();
        var right = story.sums();
        long wrong = 0;

        for (var stretch : Recounts.stretches(jdbc, units)) {
            wrong += recount.correct(stretch, measures);
            story.kept()
                    .forEach(
                            (sum, value) -> assertThat(value).as(sum.toString()).isIn(before.get(sum), right.get(sum)));
        }

        assertThat(story.kept()).isEqualTo(right);
        assertThat(wrong).isPositive();
        assertRight();
        for (var stretch : Recounts.stretches(jdbc, units))
            assertThat(recount.correct(stretch, measures)).isZero();
    }

    @Test
    void wipedAndToldAgainTheSameSumsResult() {
        var story = new Story(jdbc, new Random(61));
        for (var batch : story.told()) fold(batch);
        jdbc.update("delete from tier_sum where unit between ? and ?", story.root, story.root + 14);
        for (String table : List.of("unit_value", "value_source", "unit_place"))
            jdbc.update("delete from " + table + " where unit_id between ? and ?", story.root, story.root + 14);
        assertThat(story.kept()).isEmpty();

        for (var batch : story.told()) fold(batch);

        assertThat(story.kept()).isEqualTo(story.sums());
        assertRight();
    }

    /** A month that is over stays as it was said, until what it was made of is corrected, and says that it was. */
    @Test
    void aMonthThatIsOverSaysWhenItWasRevised() {
        long unit = NEXT.getAndAdd(100);
        fold(List.of(new News(
                new Known(
                        unit,
                        1,
                        new Origin("organization.unit-changed.v1", null, Instant.now()),
                        Tier.COUNTY,
                        "KIND_0",
                        "RURAL",
                        OPEN,
                        Place.of(List.of(), Province.segment(unit), null, new Sort("KIND_0", "RURAL"))),
                null)));
        fold(List.of(new News(
                null,
                new Told(
                        "unit-month:" + unit,
                        Months.ALWAYS,
                        unit,
                        1,
                        origin("dues.said.v1", OPEN),
                        Value.from(OPEN).add("dues.billed", 5).list()))));
        var sql = "select count(*) from tier_sum where unit = ? and measure = 'dues.billed' and slot = '' and"
                + " revised_at is not null";
        assertThat(jdbc.queryForObject(sql, Long.class, unit)).isZero();

        fold(List.of(new News(
                null,
                new Told(
                        "unit-month:" + unit + ":old",
                        Months.ALWAYS,
                        unit,
                        1,
                        origin("dues.said.v1", OPEN),
                        Value.from(OPEN.minusMonths(1)).add("dues.billed", 5).list()))));

        assertThat(jdbc.queryForObject(sql, Long.class, unit)).isEqualTo(1);
    }
}
