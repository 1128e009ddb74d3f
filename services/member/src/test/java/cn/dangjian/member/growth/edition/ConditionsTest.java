package cn.dangjian.member.growth.edition;

import static cn.dangjian.member.growth.edition.Ways.TERMS;
import static cn.dangjian.member.growth.edition.Ways.TO_THE_LAST_VOTE;
import static cn.dangjian.member.growth.edition.Ways.TO_THE_VOTE;
import static cn.dangjian.member.growth.edition.Ways.proposed;
import static cn.dangjian.member.growth.edition.Ways.way;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.dangjian.member.growth.edition.Proposed.Publicity;
import cn.dangjian.member.growth.edition.Proposed.Training;
import cn.dangjian.member.growth.edition.Proposed.Vote;
import cn.dangjian.platform.web.problem.ProblemException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of a step beside its order and its day. */
class ConditionsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 11, 5);

    /** A stage that begins under the revision. */
    private static final String AS_ACTIVIST = """
        APPLIED 2024-01-10, TALKED 2024-01-20, ACTIVIST 2024-03-01, ACTIVIST_RECORDED 2024-03-02,
        CONTACTS_NAMED 2024-03-02, REVIEWED 2024-09-01\
        """;

    private static final Terms OTHERWISE = new Terms(
            TERMS.age(),
            TERMS.contacts(),
            TERMS.introducers(),
            TERMS.trainingDays(),
            TERMS.trainingHours(),
            TERMS.presentOver(),
            TERMS.yesOver(),
            TERMS.extension(),
            TERMS.leavingMonths(),
            true,
            true,
            TERMS.stageKeepsEdition());

    private static @Nullable String refusal(Way way, Proposed proposed) {
        var refused = catchThrowableOfType(ProblemException.class, () -> way.take(proposed));
        return refused == null ? null : refused.code();
    }

    private static Proposed saying(
            String step, LocalDate day, Outcome outcome, @Nullable Vote vote, @Nullable Publicity shown, int open) {
        return new Proposed(step, day, outcome, Ways.BORN, 2, null, vote, shown, open, null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "2008-03-01, 2026-02-28, step.too-young",
        "2008-03-01, 2026-03-01, ",
        "2008-02-29, 2026-02-27, step.too-young",
        "2008-02-29, 2026-02-28, ",
        "2006-02-28, 2024-02-27, step.too-young",
        "2006-02-28, 2024-02-28, ",
        ",           2024-02-28, step.too-young",
    })
    void whoAppliesIsEighteenToTheDay(@Nullable LocalDate born, LocalDate day, @Nullable String refusal) {
        var proposed = new Proposed("APPLIED", day, Outcome.DONE, born, null, null, null, null, 0, null, null);

        assertThat(refusal(way(""), proposed)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "9,  4, 0, 4, DONE,   step.no-quorum",
        "10, 5, 5, 9, DONE,   step.no-quorum",
        "9,  5, 0, 5, DONE,   ",
        "9,  5, 0, 4, DONE,   step.wrong-outcome",
        "9,  5, 0, 4, FAILED, ",
        "9,  5, 0, 5, FAILED, step.wrong-outcome",
        "10, 6, 0, 5, DONE,   step.wrong-outcome",
        "10, 6, 0, 5, FAILED, ",
        "10, 6, 1, 6, DONE,   ",
        "10, 6, 0, 7, DONE,   step.no-vote",
        "10, 8, 3, 7, DONE,   step.no-vote",
        "1,  1, 0, 1, DONE,   ",
        "0,  0, 0, 0, FAILED, step.no-quorum",
        "10, 6, -1, 5, DONE,  step.no-vote",
        "2000000000, 1000000001, 0, 1000000001, DONE, ",
    })
    void moreThanHalfOfAllEntitledArePresentAndAgree(
            int entitled, int present, int written, int yes, Outcome outcome, @Nullable String refusal) {
        var vote = new Vote(entitled, present, written, yes);

        assertThat(refusal(way(TO_THE_VOTE), saying("ADMISSION_VOTED", DAY, outcome, vote, null, 0)))
                .isEqualTo(refusal);
    }

    @Test
    void aMeetingSaysHowItVoted() {
        assertThat(refusal(way(TO_THE_VOTE), saying("ADMISSION_VOTED", DAY, Outcome.DONE, null, null, 0)))
                .isEqualTo("step.no-vote");
    }

    /** Around the holidays of May and June 2026; the first day does not count. */
    @ParameterizedTest
    @CsvSource({
        "2026-06-01, 2026-06-05, 2026-06-09, false",
        "2026-06-01, 2026-06-08, 2026-06-08, false",
        "2026-06-01, 2026-06-08, 2026-06-09, true",
        "2026-06-12, 2026-06-22, 2026-06-23, true",
        "2026-06-12, 2026-06-19, 2026-06-23, false",
        "2026-09-28, 2026-10-09, 2026-10-12, false",
        "2026-09-28, 2026-10-10, 2026-10-12, true",
    })
    void publicityLastsFiveWorkingDaysBeforeTheRevisionsStep(
            LocalDate from, LocalDate to, LocalDate day, boolean allowed) {
        var proposed = saying("OBJECT", day, Outcome.DONE, null, new Publicity(from, to), 0);

        assertThat(refusal(way(AS_ACTIVIST), proposed)).isEqualTo(allowed ? null : "step.publicity-too-short");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01, 2026-06-04, 2026-06-08, false",
        "2026-06-01, 2026-06-05, 2026-06-08, true",
    })
    void theProvinceMayLetTheFirstDayCount(LocalDate from, LocalDate to, LocalDate day, boolean allowed) {
        var proposed = saying("OBJECT", day, Outcome.DONE, null, new Publicity(from, to), 0);

        assertThat(refusal(way(AS_ACTIVIST, OTHERWISE), proposed))
                .isEqualTo(allowed ? null : "step.publicity-too-short");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-10, ",
        "2026-05-11, step.no-publicity",
    })
    void onlyTheRevisionAsksForPublicity(LocalDate day, @Nullable String refusal) {
        assertThat(refusal(way(AS_ACTIVIST), saying("OBJECT", day, Outcome.DONE, null, null, 0)))
                .isEqualTo(refusal);
    }

    @Test
    void anObjectionThatNobodyHasAnsweredHoldsItUp() {
        var shown = new Publicity(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 8));
        var day = LocalDate.of(2026, 6, 9);

        assertThat(refusal(way(AS_ACTIVIST), saying("OBJECT", day, Outcome.DONE, null, shown, 1)))
                .isEqualTo("step.objections-open");
        assertThat(refusal(way(AS_ACTIVIST), saying("OBJECT", day, Outcome.DONE, null, shown, 0)))
                .isNull();
    }

    /** The notice for 2027 is not known. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-25, 2027-01-05, true",
        "2026-12-24, 2027-01-01, false",
        "2026-06-01, 2026-06-09, false",
    })
    void publicityThatReachesAnUnknownYearIsProvisional(LocalDate today, LocalDate earliest, boolean provisional) {
        assertThat(way(AS_ACTIVIST).next(today))
                .filteredOn(due -> due.step().code().equals("OBJECT"))
                .singleElement()
                .satisfies(due -> {
                    assertThat(due.provisional()).isEqualTo(provisional);
                    assertThat(due.earliest()).isEqualTo(earliest);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "2,  ,   step.training-too-short",
        "3,  ,   ",
        ",   23, step.training-too-short",
        ",   24, ",
        "1,  24, ",
        ",   ,   step.training-too-short",
    })
    void trainingLastsThreeDaysOrTwentyFourHours(
            @Nullable Integer days, @Nullable Integer hours, @Nullable String refusal) {
        var taken = TO_THE_VOTE.substring(0, TO_THE_VOTE.indexOf("TRAINED")) + "REVIEWED 2024-08-10";
        var proposed = new Proposed(
                "TRAINED", DAY, Outcome.DONE, null, null, new Training(days, hours), null, null, 0, null, null);

        assertThat(refusal(way(taken), proposed)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-30, 2025-02-28, DONE,   step.leaving-soon",
        "2024-11-30, 2025-03-01, DONE,   ",
        "2024-11-05, 2025-02-05, DONE,   step.leaving-soon",
        "2024-11-05, 2025-02-06, DONE,   ",
        "2024-11-05, 2024-11-05, DONE,   step.leaving-soon",
        "2024-11-05,           , DONE,   ",
        "2024-11-05, 2024-12-01, FAILED, ",
    })
    void whoeverLeavesWithinThreeMonthsIsNotAdmitted(
            LocalDate day, @Nullable LocalDate leaves, Outcome outcome, @Nullable String refusal) {
        var taken = TO_THE_VOTE.substring(0, TO_THE_VOTE.indexOf("PRE_REVIEWED"));
        var proposed = new Proposed("PRE_REVIEWED", day, outcome, null, null, null, null, null, 0, null, leaves);

        assertThat(refusal(way(taken), proposed)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "CONTACTS_NAMED,    0, step.wrong-number",
        "CONTACTS_NAMED,    1, ",
        "CONTACTS_NAMED,    2, ",
        "CONTACTS_NAMED,    3, step.wrong-number",
        "CONTACTS_NAMED,    ,  step.wrong-number",
        "INTRODUCERS_NAMED, 1, step.wrong-number",
        "INTRODUCERS_NAMED, 2, ",
        "INTRODUCERS_NAMED, 3, step.wrong-number",
    })
    void oneOrTwoContactsAndTwoIntroducers(String step, @Nullable Integer persons, @Nullable String refusal) {
        var taken = TO_THE_VOTE.substring(0, TO_THE_VOTE.indexOf(step)) + "APPLIED 2023-01-10";
        var proposed = new Proposed(step, DAY, Outcome.DONE, null, persons, null, null, null, 0, null, null);

        assertThat(refusal(way(taken), proposed)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "5,  step.wrong-extension",
        "6,  ",
        "12, ",
        "13, step.wrong-extension",
        ",   step.wrong-extension",
    })
    void probationIsExtendedByHalfAYearToAYear(@Nullable Integer months, @Nullable String refusal) {
        var proposed = proposed("FULL_VOTED", LocalDate.of(2025, 11, 5), Outcome.EXTENDED, months);

        assertThat(refusal(way(TO_THE_LAST_VOTE), proposed)).isEqualTo(refusal);
    }

    @Test
    void probationIsExtendedOnce() {
        var way = way(TO_THE_LAST_VOTE
                + ", FULL_VOTED 2025-11-05 EXTENDED 6, FULL_APPROVED 2025-11-20 EXTENDED, FULL_ASKED 2026-05-01");

        assertThat(refusal(way, proposed("FULL_VOTED", LocalDate.of(2026, 5, 5), Outcome.EXTENDED, 6)))
                .isEqualTo("step.extended-already");
    }

    @ParameterizedTest
    @CsvSource({
        "'',          DONE,      ",
        "'',          FAILED,    ",
        "'',          EXTENDED,  step.wrong-outcome",
        "EXTENDED 6,  EXTENDED,  ",
        "EXTENDED 6,  DONE,      step.wrong-outcome",
        "EXTENDED 6,  CANCELLED, step.wrong-outcome",
        "CANCELLED,   CANCELLED, ",
        "CANCELLED,   FAILED,    ",
    })
    void theCommitteeApprovesWhatTheMeetingDecidedOrDoesNot(String decided, Outcome outcome, @Nullable String refusal) {
        var way = way(TO_THE_LAST_VOTE + ", FULL_VOTED 2025-11-05 " + (decided.isEmpty() ? "DONE" : decided));

        assertThat(refusal(way, proposed("FULL_APPROVED", LocalDate.of(2025, 12, 1), outcome, null)))
                .isEqualTo(refusal);
    }

    /** Whether the superior committee agrees or records is not verified, so the province says. */
    @Test
    void theCommitteeMayRefuseAnObjectOnlyWhereItAgrees() {
        var taken = AS_ACTIVIST + ", OBJECT 2026-06-09";
        var refusing = proposed("OBJECT_RECORDED", LocalDate.of(2026, 6, 20), Outcome.FAILED, null);

        assertThat(refusal(way(taken), refusing)).isEqualTo("step.wrong-outcome");
        assertThat(refusal(way(taken, OTHERWISE), refusing)).isNull();
    }
}
