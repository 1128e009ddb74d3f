package cn.dangjian.member.growth.edition;

import static cn.dangjian.member.growth.edition.Ways.TO_THE_LAST_VOTE;
import static cn.dangjian.member.growth.edition.Ways.TO_THE_VOTE;
import static cn.dangjian.member.growth.edition.Ways.proposed;
import static cn.dangjian.member.growth.edition.Ways.way;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.dangjian.platform.web.problem.ProblemException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of the steps and their days. */
class WayTest {

    private static final String AS_ACTIVIST = """
        APPLIED 2023-01-10, TALKED 2023-01-20, ACTIVIST %1$s, ACTIVIST_RECORDED %1$s, CONTACTS_NAMED %1$s,
        REVIEWED %1$s\
        """;

    private static @Nullable String refusal(Way way, Proposed proposed) {
        var refused = catchThrowableOfType(ProblemException.class, () -> way.take(proposed));
        return refused == null ? null : refused.code();
    }

    @Test
    void goesThroughAllTwentyFiveSteps() {
        var steps = (TO_THE_LAST_VOTE + ", FULL_VOTED 2025-11-05, FULL_APPROVED 2026-01-10, ARCHIVED 2026-01-20")
                .split(",", -1);
        var before = new StringBuilder();

        for (String text : steps) {
            var words = text.strip().split(" ", -1);
            var way = way(before.toString());
            assertThat(way.next(LocalDate.parse(words[1])))
                    .as(text)
                    .extracting(due -> due.step().code())
                    .contains(words[0]);
            assertThat(way.take(proposed(words[0], LocalDate.parse(words[1]))).isLate(LocalDate.parse(words[1])))
                    .as(text)
                    .isFalse();
            before.append(before.isEmpty() ? "" : ", ").append(text);
        }

        assertThat(way(before.toString()).next(LocalDate.of(2026, 2, 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TALKED               | ''                                          | 递交入党申请书",
                "ACTIVIST             | APPLIED 2023-01-10                          | 党组织派人谈话",
                "REVIEWED             | APPLIED 2023-01-10, TALKED 2023-01-20, ACTIVIST 2023-02-01 | 指定培养联系人",
                "OBJECT               | APPLIED 2020-01-10, TALKED 2020-01-20, ACTIVIST 2020-02-01 | 上级党委备案",
                "TRAINED              | APPLIED 2020-01-10                          | 报上级党委备案",
                "ADMISSION_APPROVED   | APPLIED 2020-01-10                          | 上级党委派人谈话",
                "FULL_APPROVED        | APPLIED 2020-01-10                          | 支部大会讨论转正",
                "ARCHIVED             | APPLIED 2020-01-10                          | 上级党委审批转正",
            })
    void refusesAStepWhoseForerunnerIsMissingAndNamesIt(String step, String taken, String missing) {
        var refused = catchThrowableOfType(
                ProblemException.class, () -> way(taken).take(proposed(step, LocalDate.of(2026, 1, 1))));

        assertThat(refused.code()).isEqualTo("step.out-of-order");
        assertThat(refused.arguments().get(0)).contains("细则 2014").contains("第");
        assertThat(refused.arguments().get(1)).isEqualTo(missing);
    }

    @ParameterizedTest
    @CsvSource({"APPLIED", "TALKED", "OBJECT", "REVIEWED", "ADMISSION_APPROVED"})
    void aStepIsTakenOnce(String step) {
        assertThat(refusal(way(TO_THE_LAST_VOTE), proposed(step, LocalDate.of(2025, 11, 1))))
                .isEqualTo("step.taken");
    }

    /** The revision has publicity, which is said as it should be. */
    @ParameterizedTest
    @CsvSource({
        "2024-01-10, 2025-01-09, false",
        "2024-01-10, 2025-01-10, true",
        "2024-02-29, 2025-02-27, false",
        "2024-02-29, 2025-02-28, true",
        "2025-06-01, 2026-05-31, false",
        "2025-06-01, 2026-06-01, true",
        "2027-02-28, 2028-02-27, false",
        "2027-02-28, 2028-02-28, true",
    })
    void oneYearAsActivistHasToPass(LocalDate activist, LocalDate day, boolean allowed) {
        var way = way(AS_ACTIVIST.formatted(activist));

        assertThat(refusal(way, proposed("OBJECT", day))).isEqualTo(allowed ? null : "step.too-early");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-04, 0, false",
        "2025-11-05, 0, true",
        "2026-05-04, 6, false",
        "2026-05-05, 6, true",
        "2026-11-04, 12, false",
        "2026-11-05, 12, true",
    })
    void aYearOfProbationHasToPassAndLongerWhereItWasExtended(LocalDate day, int months, boolean allowed) {
        var taken = months == 0
                ? TO_THE_LAST_VOTE
                : TO_THE_LAST_VOTE
                        + ", FULL_VOTED 2025-11-05 EXTENDED %d, FULL_APPROVED 2025-11-20 EXTENDED, FULL_ASKED 2026-03-01"
                                .formatted(months);

        assertThat(refusal(way(taken), proposed("FULL_VOTED", day))).isEqualTo(allowed ? null : "step.too-early");
    }

    @Test
    void noStepIsTakenBeforeTheDayOfItsForerunner() {
        var way = way(TO_THE_VOTE);

        assertThat(refusal(way, proposed("ADMISSION_VOTED", LocalDate.of(2024, 10, 19))))
                .isEqualTo("step.too-early");
        assertThat(refusal(way, proposed("ADMISSION_VOTED", LocalDate.of(2024, 10, 20))))
                .isNull();
    }

    /** Late is told, not refused. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TALKED             | APPLIED 2024-01-31 | 2024-02-29 | 2024-02-29",
                "TALKED             | APPLIED 2023-01-31 | 2023-02-28 | 2023-02-28",
                "REVIEWED           | A 2024-08-31       | 2025-02-28 | 2025-02-28",
                "ADMISSION_APPROVED | V 2024-11-30       | 2025-02-28 | 2025-05-30",
                "ADMISSION_APPROVED | V 2024-11-05       | 2025-02-05 | 2025-05-05",
            })
    void afterTheLatestDayAStepIsLateAndNotRefused(String step, String taken, LocalDate latest, LocalDate most) {
        String all = taken.startsWith("A ")
                ? "APPLIED 2024-01-01, TALKED 2024-01-01, ACTIVIST %1$s, CONTACTS_NAMED %1$s"
                        .formatted(taken.substring(2))
                : taken.startsWith("V ")
                        ? TO_THE_VOTE
                                + ", ADMISSION_VOTED %1$s, TALKED_BEFORE_APPROVAL %1$s".formatted(taken.substring(2))
                        : taken;
        var way = way(all);

        assertThat(way.take(proposed(step, latest)).isLate(latest)).isFalse();
        var late = way.take(proposed(step, latest.plusDays(1)));
        assertThat(late.isLate(latest.plusDays(1))).isTrue();
        assertThat(late.latest()).isEqualTo(latest);
        assertThat(late.isOver(most)).isFalse();
        assertThat(late.isOver(most.plusDays(1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 2025-11-05, 2025-12-05", "6, 2026-05-05, 2026-06-05"})
    void theVoteAtTheEndOfProbationIsDueWithinAMonth(int months, LocalDate earliest, LocalDate latest) {
        var taken = months == 0
                ? TO_THE_LAST_VOTE
                : TO_THE_LAST_VOTE
                        + ", FULL_VOTED 2025-11-05 EXTENDED 6, FULL_APPROVED 2025-11-20 EXTENDED, FULL_ASKED"
                        + " 2026-03-01";

        assertThat(way(taken).next(LocalDate.of(2026, 3, 1)))
                .filteredOn(due -> due.step().code().equals("FULL_VOTED"))
                .singleElement()
                .satisfies(due -> {
                    assertThat(due.earliest()).isEqualTo(earliest);
                    assertThat(due.latest()).isEqualTo(latest);
                });
    }

    @Test
    void aReviewIsCountedFromTheOneBefore() {
        var way = way("""
            APPLIED 2023-01-10, TALKED 2023-02-10, ACTIVIST 2023-08-31, CONTACTS_NAMED 2023-08-31, REVIEWED 2024-01-15\
            """);

        assertThat(way.next(LocalDate.of(2024, 1, 20)))
                .filteredOn(due -> due.step().code().equals("REVIEWED"))
                .extracting(Due::latest)
                .containsExactly(LocalDate.of(2024, 7, 15));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-05-09, false",
        "2025-05-10, true",
    })
    void whoDidNotReachHalfIsNotVotedOnForHalfAYear(LocalDate day, boolean allowed) {
        var way = way(TO_THE_VOTE + ", ADMISSION_VOTED 2024-11-10 FAILED");

        assertThat(refusal(way, proposed("ADMISSION_VOTED", day))).isEqualTo(allowed ? null : "step.too-soon-again");
        assertThat(way.next(day))
                .filteredOn(due -> due.step().code().equals("ADMISSION_VOTED"))
                .extracting(Due::earliest)
                .containsExactly(LocalDate.of(2025, 5, 10));
        assertThat(refusal(way, proposed("TALKED_BEFORE_APPROVAL", day))).isEqualTo("step.out-of-order");
    }

    @Test
    void whatTheSuperiorDoesNotApproveGoesBackToWhereItIsTakenAgain() {
        var refused = way(TO_THE_VOTE.replace(
                "PRE_REVIEWED 2024-10-10, FORM_FILLED 2024-10-20", "PRE_REVIEWED 2024-10-10 FAILED"));

        assertThat(refused.next(LocalDate.of(2024, 11, 1)))
                .extracting(due -> due.step().code())
                .containsExactly("COMMITTEE_REVIEWED");
    }

    @Test
    void aCancelledProbationEndsTheWay() {
        var way = way(TO_THE_LAST_VOTE + ", FULL_VOTED 2025-11-05 CANCELLED, FULL_APPROVED 2025-12-01 CANCELLED");

        assertThat(way.next(LocalDate.of(2026, 1, 1))).isEmpty();
        assertThat(refusal(way, proposed("ARCHIVED", LocalDate.of(2026, 1, 1)))).isEqualTo("step.taken");
    }

    @Test
    void aProbationMayBeCancelledBeforeItsEnd() {
        var way = way(TO_THE_LAST_VOTE.replace(",\nFULL_ASKED 2025-10-28", ""));

        assertThat(refusal(way, proposed("FULL_VOTED", LocalDate.of(2025, 8, 1), Outcome.CANCELLED, null)))
                .isNull();
        assertThat(refusal(way, proposed("FULL_VOTED", LocalDate.of(2024, 11, 4), Outcome.CANCELLED, null)))
                .isEqualTo("step.too-early");
        assertThat(refusal(way(TO_THE_VOTE), proposed("FULL_VOTED", LocalDate.of(2025, 8, 1), Outcome.CANCELLED, null)))
                .isEqualTo("step.out-of-order");
    }

    @ParameterizedTest
    @CsvSource({
        "ADMISSION_APPROVED, '',                                                          2024-11-05",
        "FULL_APPROVED,      ',FULL_VOTED 2025-12-20,FULL_APPROVED 2026-01-10',           2025-11-05",
    })
    void probationCountsFromTheMeetingAndFullMembershipFromItsEnd(String step, String more, LocalDate day) {
        var way = way(TO_THE_LAST_VOTE + more);

        assertThat(way.becomesOn(way.step(step, LocalDate.of(2026, 1, 10)))).isEqualTo(day);
    }

    @Test
    void fullMembershipAfterAnExtensionCountsFromTheLaterEnd() {
        var way = way(TO_THE_LAST_VOTE + """
            , FULL_VOTED 2025-11-05 EXTENDED 6, FULL_APPROVED 2025-11-20 EXTENDED, FULL_ASKED 2026-04-28,
            FULL_VOTED 2026-05-05, FULL_APPROVED 2026-05-20\
            """);

        assertThat(way.becomesOn(way.step("FULL_APPROVED", LocalDate.of(2026, 5, 20))))
                .isEqualTo(LocalDate.of(2026, 5, 5));
    }
}
