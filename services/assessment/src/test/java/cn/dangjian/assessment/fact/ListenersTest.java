package cn.dangjian.assessment.fact;

import static cn.dangjian.assessment.Scored.TODAY;
import static cn.dangjian.assessment.Scored.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.Said;
import cn.dangjian.assessment.Scored;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others tell becomes facts, once. */
class ListenersTest extends RunningAssessment {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        task.addressed.v1                 | task.on-time          | assignment:903           | 2026-12-21 0 1
        member.work-changed.v1            | member.files-complete | unit:11111               | 2026-03-02 251 296
        member.counts-changed.v1          | member.counted        | unit:11111               | 2026-03-02 27 29
        dues.unit-month-changed.v1        | dues.collected        | unit-month:11111:2026-03 | 2026-04-01 40000 42040
        organization.weak-case-changed.v1 | organization.weak     | case:7                   | 2026-04-02 1 1
        organization.team-changed.v1      | organization.seats-filled | unit:11111           | 2026-04-02 4 5
        organization.team-changed.v1      | organization.secretary-vacant | unit:11111       | 2026-04-02 0 1
        organization.team-changed.v1      | organization.terms-current | unit:11111          | 2026-04-02 1 1
        organization.team-changed.v1      | organization.terms-current | unit:11111          | 2026-10-01 0 1
        organization.coverage-changed.v1  | organization.covered  | unit:11111               | 2026-04-02 7 10
        """)
    void hearTheExampleOfTheProducerOnce(String type, String measure, String thing, String fact) {
        String example = EventExamples.load(type);

        broker.send(example, example);

        await().atMost(Scored.PATIENCE)
                .untilAsserted(() -> assertThat(facts(measure, thing)).contains(fact));
        assertThat(facts(measure, thing)).doesNotHaveDuplicates();
    }

    private List<String> facts(String measure, String thing) {
        return jdbc.sql("""
            select concat_ws(' ', day, numerator, denominator) from fact where measure = :measure and thing = :thing\
            """)
                .param("measure", measure)
                .param("thing", thing)
                .query(String.class)
                .list();
    }

    @Test
    void hearAReturnedAssignmentAsAFactOfItsOwn() {
        long assignment = next();
        var at = Instant.now();
        scored.say(Said.returned(next(), assignment, Province.VILLAGE, 3, at));

        assertThat(facts("task.returned", "assignment:" + assignment + "@" + at.toEpochMilli()))
                .containsExactly(TODAY + " 1 1");
    }

    @Test
    void hearThatAUnitWasGivenADateOfItsOwnWhateverComesFirst() {
        var due = TODAY.minusDays(9).atTime(12, 0).toInstant(ZoneOffset.UTC);
        var later = TODAY.plusDays(9).atTime(12, 0).toInstant(ZoneOffset.UTC);
        for (boolean before : List.of(true, false)) {
            long dispatch = next();
            long assignment = next();
            String given = Said.due(later, Said.changed(dispatch, assignment, Province.VILLAGE, "SIGNED", 3, due));
            EventSchemas.validate("task.assignment-changed.v1", given);
            String addressed = Said.addressed(dispatch, assignment, Province.VILLAGE, due);

            scored.say(before ? given : addressed);
            scored.say(before ? addressed : given);

            assertThat(facts("task.late", "assignment:" + assignment))
                    .as("heard before: " + before)
                    .containsExactly(TODAY.plusDays(10) + " 1 1");
        }
    }

    @Test
    void hearThatMoreTimeWasGivenWhateverComesFirst() {
        var due = TODAY.minusDays(9).atTime(12, 0).toInstant(ZoneOffset.UTC);
        var later = TODAY.plusDays(9).atTime(12, 0).toInstant(ZoneOffset.UTC);
        for (boolean before : List.of(true, false)) {
            long dispatch = next();
            long assignment = next();
            if (before) {
                broker.send(Said.moved(dispatch, 2, later));
                await().atMost(Scored.PATIENCE)
                        .until(() -> jdbc.sql("select count(*) from work_moved where dispatch = :dispatch")
                                        .param("dispatch", dispatch)
                                        .query(Long.class)
                                        .single()
                                == 1);
            }
            scored.say(Said.addressed(dispatch, assignment, Province.VILLAGE, due));
            if (!before) scored.say(Said.moved(dispatch, 2, later));

            assertThat(facts("task.late", "assignment:" + assignment))
                    .as("heard before: " + before)
                    .containsExactly(TODAY.plusDays(10) + " 1 1");
        }
    }

    @Test
    void hearThatNothingWithdrawnIsLateAndNothingReopenedWasReturned() {
        long dispatch = next();
        long assignment = next();
        var due = TODAY.minusDays(9).atTime(12, 0).toInstant(ZoneOffset.UTC);
        scored.say(Said.addressed(dispatch, assignment, Province.VILLAGE, due));
        scored.say(Said.changed(dispatch, assignment, Province.VILLAGE, "WITHDRAWN", 2, due));
        assertThat(facts("task.late", "assignment:" + assignment)).containsExactly(TODAY.minusDays(8) + " 0 0");

        scored.say(Said.changed(dispatch, assignment, Province.VILLAGE, "RETURNED", 3, due)
                .replace("\"by\":", "\"reopened\":true,\"by\":"));
        assertThat(facts("task.late", "assignment:" + assignment)).containsExactly(TODAY.minusDays(8) + " 1 1");
        assertThat(returned(assignment)).isEmpty();
    }

    private List<String> returned(long assignment) {
        return jdbc.sql("""
            select concat_ws(' ', thing, unit_id) from fact where measure = 'task.returned' and thing like :things\
            """)
                .param("things", "assignment:" + assignment + "@%")
                .query(String.class)
                .list();
    }

    /** What stands at returned when it goes to an heir, or gets a date by a voice, was returned once, and where it was then. */
    @Test
    void hearOneReturnOfWhatStandsThereWhenItIsPassedOn() {
        long dispatch = next();
        long assignment = next();
        var at = Instant.now().minusSeconds(3600);
        String passed = standing(dispatch, assignment, 4, at.plusSeconds(60));
        String dated = Said.due(at.plusSeconds(90_000), standing(dispatch, assignment, 5, at.plusSeconds(120)))
                .replace("\"by\":", "\"voice\":7,\"by\":");
        EventSchemas.validate("task.assignment-changed.v1", dated);

        scored.say(Said.returned(dispatch, assignment, Province.VILLAGE, 3, at));
        scored.say(passed);
        scored.say(dated);

        assertThat(returned(assignment))
                .containsExactly("assignment:" + assignment + "@" + at.toEpochMilli() + " " + Province.VILLAGE);
    }

    /** At the heir of the village. */
    private static String standing(long dispatch, long assignment, long version, Instant at) {
        return Said.changed(dispatch, assignment, Province.OTHER_VILLAGE, "RETURNED", version, at)
                .replace("\"by\":", "\"fromUnit\":" + Province.VILLAGE + ",\"by\":");
    }

    /** The date that it was given when it was returned is none by which it was handed in first. */
    @ParameterizedTest
    @CsvSource({"0 1 2 3 4 5", "5 4 3 2 1 0", "3 1 5 0 2 4", "2 4 0 3 5 1"})
    void hearThatWhatWasLateIsLateAlsoWhenItIsReturnedWithADate(String order) {
        long dispatch = next();
        long assignment = next();
        var due = TODAY.minusDays(9).atTime(12, 0).toInstant(ZoneOffset.UTC);
        var later = due.plus(Duration.ofDays(20));
        var told = List.of(
                Said.addressed(dispatch, assignment, Province.VILLAGE, due),
                Said.changed(dispatch, assignment, Province.VILLAGE, "SIGNED", 2, hours(due, -1)),
                Said.changed(dispatch, assignment, Province.VILLAGE, "SUBMITTED", 3, hours(due, 48)),
                Said.due(later, Said.returned(dispatch, assignment, Province.VILLAGE, 4, hours(due, 60))),
                Said.due(later, Said.changed(dispatch, assignment, Province.VILLAGE, "WORKING", 5, hours(due, 70))),
                Said.due(later, Said.changed(dispatch, assignment, Province.VILLAGE, "SUBMITTED", 6, hours(due, 80))));

        for (String at : order.split(" ")) scored.say(told.get(Integer.parseInt(at)));

        assertThat(facts("task.late", "assignment:" + assignment)).containsExactly(TODAY.minusDays(8) + " 1 1");
        assertThat(facts("task.on-time", "assignment:" + assignment)).containsExactly(TODAY.minusDays(8) + " 0 1");
    }

    private static Instant hours(Instant from, int hours) {
        return from.plus(Duration.ofHours(hours));
    }

    @Test
    void keepAStateUntilAnotherOneIsTold() {
        long unit = Province.OTHER_VILLAGE;
        scored.say(Said.work(unit, 1, 10, 20, 0, TODAY.minusDays(9)));
        scored.say(Said.work(unit, 2, 15, 20, 0, TODAY.minusDays(5)));
        scored.say(Said.work(unit, 3, 15, 20, 0, TODAY.minusDays(3)));
        broker.send(Said.work(unit, 1, 11, 20, 0, TODAY.minusDays(9)));
        scored.say(Said.work(unit, 4, 20, 20, 0, TODAY));

        assertThat(jdbc.sql("""
            select concat_ws(' ', day, to_on, numerator) from fact
             where measure = 'member.files-complete' and thing = :thing order by day\
            """)
                        .param("thing", "unit:" + unit)
                        .query(String.class)
                        .list())
                .containsExactly(
                        TODAY.minusDays(9) + " " + TODAY.minusDays(5) + " 10",
                        TODAY.minusDays(5) + " " + TODAY + " 15",
                        TODAY + " 9999-12-31 20");
    }

    /** A service that comes later announces what it measures, and its facts. */
    @Test
    void hearMeasuresThatAnotherServiceAnnounces() {
        for (String type : List.of("assessment.measure-told.v1", "assessment.facts-told.v1"))
            EventSchemas.validate(type, EventExamples.load(type));

        broker.send(EventExamples.load("assessment.measure-told.v1"), EventExamples.load("assessment.measure-told.v1"));
        await().atMost(Scored.PATIENCE).untilAsserted(() -> assertThat(
                        scored.get(Province.VILLAGE, "/v1/measures").body())
                .contains("meeting.held"));
        broker.send(EventExamples.load("assessment.facts-told.v1"), EventExamples.load("assessment.facts-told.v1"));

        await().atMost(Scored.PATIENCE).untilAsserted(() -> assertThat(facts("meeting.held", "meeting:32"))
                .containsExactly("2026-03-21 0 1"));
    }
}
