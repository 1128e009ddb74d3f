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
import java.time.Instant;
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
        scored.say(Said.changed(next(), assignment, Province.VILLAGE, "RETURNED", 3, at));

        assertThat(facts("task.returned", "assignment:" + assignment + "@" + at.toEpochMilli()))
                .containsExactly(TODAY + " 1 1");
    }

    @Test
    void hearThatAUnitWasGivenADateOfItsOwnWhateverComesFirst() {
        var due = TODAY.minusDays(9).atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
        var later = TODAY.plusDays(9).atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
        for (boolean before : List.of(true, false)) {
            long dispatch = next();
            long assignment = next();
            String given = Said.changed(dispatch, assignment, Province.VILLAGE, "SIGNED", 3, due)
                    .replace("\"by\":", "\"dueAt\":\"" + later + "\",\"by\":");
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
        var due = TODAY.minusDays(9).atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
        var later = TODAY.plusDays(9).atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
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
        var due = TODAY.minusDays(9).atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
        scored.say(Said.addressed(dispatch, assignment, Province.VILLAGE, due));
        scored.say(Said.changed(dispatch, assignment, Province.VILLAGE, "WITHDRAWN", 2, due));
        assertThat(facts("task.late", "assignment:" + assignment)).containsExactly(TODAY.minusDays(8) + " 0 0");

        scored.say(Said.changed(dispatch, assignment, Province.VILLAGE, "RETURNED", 3, due)
                .replace("\"by\":", "\"reopened\":true,\"by\":"));
        assertThat(facts("task.late", "assignment:" + assignment)).containsExactly(TODAY.minusDays(8) + " 1 1");
        assertThat(facts("task.returned", "assignment:" + assignment + "@3")).isEmpty();
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
