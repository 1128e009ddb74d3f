package cn.dangjian.member.growth.edition;

import static cn.dangjian.member.growth.edition.Ways.TERMS;
import static cn.dangjian.member.growth.edition.Ways.way;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stage that has begun goes on by its edition, the next one by that of the day on which it begins. */
class TransitionTest {

    private static final String AS_OBJECT = """
        APPLIED 2024-01-10, TALKED 2024-01-20, ACTIVIST 2024-03-01, ACTIVIST_RECORDED 2024-03-02,
        CONTACTS_NAMED 2024-03-02, REVIEWED 2024-09-01, OBJECT 2026-05-06\
        """;

    private static final Terms AT_ONCE = new Terms(
            TERMS.age(),
            TERMS.contacts(),
            TERMS.introducers(),
            TERMS.trainingDays(),
            TERMS.trainingHours(),
            TERMS.presentOver(),
            TERMS.yesOver(),
            TERMS.extension(),
            TERMS.leavingMonths(),
            TERMS.firstDayCounts(),
            TERMS.superiorAgrees(),
            false);

    @ParameterizedTest
    @CsvSource({
        "ACTIVIST,           2026-06-01, 2014",
        "OBJECT_RECORDED,    2026-05-10, 2014",
        "OBJECT_RECORDED,    2026-06-01, 2014",
        "COMMITTEE_REVIEWED, 2026-05-10, 2014",
        "COMMITTEE_REVIEWED, 2026-05-11, 2026",
        "ADMISSION_VOTED,    2026-08-01, 2026",
        "OATH_TAKEN,         2026-08-01, 2026",
    })
    void aRunningStageKeepsItsEdition(String step, LocalDate day, String edition) {
        assertThat(way(AS_OBJECT).step(step, day).edition()).isEqualTo(edition);
    }

    @ParameterizedTest
    @CsvSource({
        "OBJECT_RECORDED,    2026-05-10, 2014",
        "OBJECT_RECORDED,    2026-05-11, 2026",
    })
    void unlessTheProvinceSaysThatTheNewestCountsAtOnce(String step, LocalDate day, String edition) {
        assertThat(way(AS_OBJECT, AT_ONCE).step(step, day).edition()).isEqualTo(edition);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-10, ",
        "2026-05-11, 2026-07-15",
        "2026-06-15, 2026-07-15",
    })
    void theMeetingHasAMonthAfterThePreReviewWhereTheStageBeganUnderTheRevision(LocalDate begun, LocalDate latest) {
        var way = way(AS_OBJECT + """
            , OBJECT_RECORDED 2026-05-07, INTRODUCERS_NAMED 2026-05-08, POLITICALLY_REVIEWED 2026-05-08,
            TRAINED 2026-05-08, COMMITTEE_REVIEWED %s, PRE_REVIEWED 2026-06-15, FORM_FILLED 2026-06-16\
            """.formatted(begun));

        assertThat(way.next(LocalDate.of(2026, 6, 20)))
                .filteredOn(due -> due.step().code().equals("ADMISSION_VOTED"))
                .singleElement()
                .extracting(Due::latest)
                .isEqualTo(latest);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-12-20, ",
        "2026-05-10, ",
        "2026-05-11, 2026-06-11",
        "2026-05-31, 2026-06-30",
    })
    void theOathHasAMonthUnderTheRevision(LocalDate approved, LocalDate latest) {
        var way = way(Ways.TO_THE_VOTE
                + ", ADMISSION_VOTED 2024-11-05, TALKED_BEFORE_APPROVAL 2024-11-20, ADMISSION_APPROVED %1$s, ASSIGNED %1$s"
                        .formatted(approved));

        assertThat(way.next(approved))
                .filteredOn(due -> due.step().code().equals("OATH_TAKEN"))
                .singleElement()
                .extracting(Due::latest)
                .isEqualTo(latest);
    }
}
