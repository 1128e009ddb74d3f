package cn.dangjian.member.growth.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EditionsTest {

    private static final Editions EDITIONS = new Editions();

    static Stream<Edition> editions() {
        return EDITIONS.all().stream();
    }

    @ParameterizedTest
    @CsvSource({
        "1999-01-01, 2014",
        "2014-05-28, 2014",
        "2026-05-10, 2014",
        "2026-05-11, 2026",
        "2031-01-01, 2026",
    })
    void theEditionOfADayIsTheNewestThatHasBegun(LocalDate day, String edition) {
        assertThat(EDITIONS.on(day).name()).isEqualTo(edition);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void anEditionHasFiveStagesAndTwentyFiveStepsInTheirOrder(Edition edition) {
        assertThat(edition.steps()).hasSize(25);
        assertThat(edition.steps()).extracting(Step::code).doesNotHaveDuplicates();
        assertThat(edition.steps().stream().map(Step::stage).distinct()).containsExactly(Stage.values());
        assertThat(edition.steps()).extracting(Step::stage).isSorted();
    }

    /** A step that has begun under one edition can be looked up in the other. */
    @Test
    void theEditionsHaveTheSameStepsInTheSameStages() {
        var all = EDITIONS.all().stream()
                .map(edition -> edition.steps().stream()
                        .map(step -> step.stage() + " " + step.code())
                        .toList())
                .toList();

        assertThat(all).hasSize(2);
        assertThat(all.getFirst()).isEqualTo(all.getLast());
    }

    @ParameterizedTest
    @MethodSource("editions")
    void whatAStepNamesComesBeforeIt(Edition edition) {
        var before = new ArrayList<String>();
        for (var step : edition.steps()) {
            assertThat(before).as(step.code()).containsAll(step.needs());
            if (step.from() != null) assertThat(before).as(step.code()).contains(step.from());
            before.add(step.code());
            if (step.againFrom() != null) assertThat(before).as(step.code()).contains(step.againFrom());
            assertThat(step.outcomes().contains(Outcome.FAILED)).as(step.code()).isEqualTo(step.againFrom() != null);
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyStepSaysWhereItIsWrittenAndHowSureThatIs(Edition edition) {
        assertThat(edition.steps()).allSatisfy(step -> {
            assertThat(step.article()).matches("第[一二三四五六七八九十]+条");
            assertThat(step.certainty()).isIn("V", "S", "K");
            assertThat(List.of(step.title(), step.evidence(), step.source())).doesNotContain("");
            assertThat(step.acts()).isNotEmpty();
        });
    }

    /** What the revision changed, as far as is known, and nothing else. */
    @Test
    void theRevisionOf2026ChangesWhatIsKnownOfIt() {
        var old = EDITIONS.on(LocalDate.of(2026, 5, 10));
        var revised = EDITIONS.on(LocalDate.of(2026, 5, 11));

        var changed = old.steps().stream().filter(step -> {
            var now = revised.step(step.code());
            return step.publicity() != now.publicity()
                    || !String.valueOf(step.earliest()).equals(String.valueOf(now.earliest()))
                    || !String.valueOf(step.latest()).equals(String.valueOf(now.latest()))
                    || !String.valueOf(step.most()).equals(String.valueOf(now.most()))
                    || step.asks() != now.asks();
        });

        assertThat(changed.map(Step::code))
                .containsExactly("OBJECT", "OBJECT_RECORDED", "ADMISSION_VOTED", "OATH_TAKEN");
    }
}
