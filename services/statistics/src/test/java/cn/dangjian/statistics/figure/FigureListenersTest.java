package cn.dangjian.statistics.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.ServiceTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the services announce becomes values of units, once, whatever order it comes in. */
@ServiceTest
class FigureListenersTest {

    @Autowired
    private Broker broker;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Catalogue catalogue;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        member.counts-changed.v1          | counts:11111             | member.members FULL 27
        member.counts-changed.v1          | counts:11111             | member.members  29
        member.counts-changed.v1          | counts:11111             | member.class RURAL 18
        member.counts-changed.v1          | counts:11112             | member.members  2
        member.work-changed.v1            | work:11111               | member.files-there  251
        member.work-changed.v1            | work:11111               | member.development ACTIVIST 2
        member.work-changed.v1            | work:11111               | member.floating-overdue  1
        dues.unit-month-changed.v1        | unit-month:11111:2026-03 | dues.billed  42040
        organization.coverage-changed.v1  | coverage:11111           | org.places  10
        organization.coverage-changed.v1  | coverage:11111           | org.covered  7
        organization.coverage-changed.v1  | coverage:11111           | org.should-be-covered  1
        assessment.appraisal-graded.v1    | grade:1111               | assessment.grades GOOD 1
        assessment.scores-frozen.v1       | score:1111               | assessment.points  8640
        assessment.scores-frozen.v1       | score:1112               | assessment.scored  1
        task.dispatched.v1                | dispatch:17              | task.issued  1
        organization.weak-case-changed.v1 | case:7                   | org.weak CONFIRMED 1
        organization.team-changed.v1      | team:11111               | org.vacancies  1
        organization.team-changed.v1      | team:11111               | org.terms-due  1
        """)
    void hearTheExampleOfTheProducerOnce(String type, String source, String value) {
        String example = EventExamples.load(type);

        broker.send(example, example);

        await().atMost(Land.PATIENCE)
                .untilAsserted(() -> assertThat(values(source)).contains(value));
        assertThat(values(source)).doesNotHaveDuplicates();
    }

    private List<String> values(String source) {
        return jdbc.sql("""
            select concat_ws(' ', v.measure, v.slot, v.value) from value_source s join unit_value v on v.source_id = s.id
             where s.source = :source\
            """).param("source", source).query(String.class).list();
    }

    @Test
    void aTransferIsUnderWayAtBothEndsUntilItIsAccepted() {
        long transfer = System.nanoTime();
        broker.send(transfer(transfer, 2, "LETTERED"), transfer(transfer, 1, "REQUESTED"));
        await().atMost(Land.PATIENCE).untilAsserted(() -> {
            assertThat(values("transfer:" + transfer + ":out"))
                    .containsExactlyInAnyOrder("member.transfers-out  1", "member.transfers-out LETTERED 1");
            assertThat(values("transfer:" + transfer + ":in")).contains("member.transfers-in LETTERED 1");
        });

        broker.send(transfer(transfer, 3, "ACCEPTED"));

        await().atMost(Land.PATIENCE).untilAsserted(() -> assertThat(values("transfer:" + transfer + ":in"))
                .isEmpty());
    }

    private static String transfer(long transfer, int version, String state) {
        String event = """
            {"id":"%s","type":"member.transfer-changed.v1","key":"transfer:%d","version":%d,"occurredAt":"%s",\
            "subject":null,"data":{"transfer":%d,"member":7,"sort":"WITHIN","state":"%s","round":1,"origin":11111,\
            "destination":12111,"due":null,"movedOn":null,"receiptOn":null}}\
            """.formatted(UUID.randomUUID(), transfer, version, Instant.now(), transfer, state);
        EventSchemas.validate("member.transfer-changed.v1", event);
        return event;
    }

    /** In whichever order it is heard: given, signed, returned, handed in before its date or after it. */
    @ParameterizedTest
    @CsvSource({"2026-03-20T10:00:00Z, task.on-time", "2026-04-02T10:00:00Z, task.late"})
    void anAssignmentIsDueOnceAndOnTimeOrLate(String handedIn, String became) {
        long assignment = System.nanoTime() % 1_000_000_000_000L;
        broker.send(
                changed(assignment, 5, "SUBMITTED", "2026-05-01T10:00:00Z"),
                // who names persons now has a date of his own, which was none when it was first handed in
                changed(assignment, 4, "WORKING", "2026-04-21T10:00:00Z", "\"2026-05-31T10:00:00Z\""),
                returned(assignment, 3, "2026-04-20T10:00:00Z"),
                changed(assignment, 2, "SUBMITTED", handedIn),
                addressed(assignment));

        String source = "assignment:" + assignment;
        await().atMost(Land.PATIENCE).untilAsserted(() -> assertThat(values(source))
                .containsExactlyInAnyOrder("task.addressed  1", "task.signed  1", "task.due  1", became + "  1"));
        await().atMost(Land.PATIENCE)
                .untilAsserted(() -> assertThat(returned(assignment)).containsExactly("task.returned  1"));
        assertThat(dueIn(source)).isEqualTo(LocalDate.of(2026, 3, 1));

        // told again it has another version, and is the same return
        broker.send(returned(assignment, 3, "2026-04-20T10:00:00Z"));
        broker.send(returned(assignment, 4, "2026-04-20T10:00:00Z"));
        broker.send(changed(assignment, 6, "WITHDRAWN", "2026-05-02T10:00:00Z"));
        await().atMost(Land.PATIENCE)
                .untilAsserted(() -> assertThat(values(source)).containsExactly("task.addressed  1"));
        assertThat(returned(assignment)).containsExactly("task.returned  1");
    }

    /** Passed on to an heir, given a date, opened again: none of that is a return. */
    @Test
    void whatMerelyStandsAtReturnedIsNotReturnedAgain() {
        long assignment = System.nanoTime() % 1_000_000_000_000L;
        String passed = changed(assignment, 4, "RETURNED", "2026-04-22T10:00:00Z")
                .replace("\"unit\":11111", "\"unit\":11112,\"fromUnit\":11111");
        String dated = changed(assignment, 5, "RETURNED", "2026-04-23T10:00:00Z", "\"2026-06-30T10:00:00Z\"")
                .replace("\"by\":", "\"voice\":7,\"by\":");
        String reopened = changed(assignment, 9, "RETURNED", "2026-04-24T10:00:00Z")
                .replace("\"by\":", "\"reopened\":true,\"by\":");
        broker.send(returned(assignment, 3, "2026-04-20T10:00:00Z"), passed, dated, reopened, addressed(assignment));

        await().atMost(Land.PATIENCE).untilAsserted(() -> assertThat(values("assignment:" + assignment))
                .contains("task.addressed  1"));
        assertThat(jdbc.sql("""
            select concat_ws(' ', s.source, v.unit_id) from value_source s join unit_value v on v.source_id = s.id
             where s.source like :returns\
            """)
                        .param("returns", "returned:" + assignment + ":%")
                        .query(String.class)
                        .list())
                .containsExactly("returned:" + assignment + ":"
                        + Instant.parse("2026-04-20T10:00:00Z").getEpochSecond() + " 11111");
    }

    private List<String> returned(long assignment) {
        return jdbc.sql("""
            select concat_ws(' ', v.measure, v.slot, v.value) from value_source s join unit_value v on v.source_id = s.id
             where s.source like :returns\
            """)
                .param("returns", "returned:" + assignment + ":%")
                .query(String.class)
                .list();
    }

    /** Also when it is told again a month later, and again when the dispatch has changed meanwhile. */
    @Test
    void aTaskIsIssuedInTheMonthInWhichItWasDispatched() {
        long dispatch = System.nanoTime() % 1_000_000_000_000L;
        String source = "dispatch:" + dispatch;
        broker.send(
                dispatched(dispatch, 1, "2026-02-10T02:00:00Z", ""),
                dispatched(dispatch, 3, "2026-04-10T02:00:00Z", "\"issuedAt\":\"2026-02-10T02:00:00Z\","));

        await().atMost(Land.PATIENCE).untilAsserted(() -> assertThat(jdbc.sql("""
            select concat_ws(' ', s.version, v.measure, v.value, v.from_month) from value_source s
              join unit_value v on v.source_id = s.id where s.source = :source\
            """)
                        .param("source", source)
                        .query(String.class)
                        .list())
                .containsExactly("3 task.issued 1 2026-02-01"));
    }

    private static String dispatched(long dispatch, int version, String at, String issuedAt) {
        String event = """
            {"id":"%s","type":"task.dispatched.v1","key":"dispatch:%d","version":%d,"occurredAt":"%s","subject":null,\
            "data":{"dispatch":%d,"number":"98-1","issuer":111,"title":"虚","deadline":"2026-05-31T02:00:00Z",%s\
            "materialRequired":true,"addressed":1,"chunks":1}}\
            """.formatted(UUID.randomUUID(), dispatch, version, at, dispatch, issuedAt);
        EventSchemas.validate("task.dispatched.v1", event);
        return event;
    }

    /** The later one of the deadline that was told last and of the assignment's own date when it was handed in counts. */
    @ParameterizedTest
    @CsvSource({
        "null, 2026-06-10, 2026-05-01, task.late",
        "\"2026-06-30T02:00:00Z\", 2026-06-10, 2026-06-01, task.on-time",
        "\"2026-04-30T02:00:00Z\", 2026-05-20, 2026-05-01, task.on-time"
    })
    void aDeadlineThatWasMovedAndAnOwnDateCount(String ownDate, LocalDate handedIn, LocalDate month, String became) {
        long assignment = System.nanoTime() % 1_000_000_000_000L;
        String moved = """
            {"id":"%s","type":"task.deadline-moved.v1","key":"deadline:%d#1","version":2,"occurredAt":"2026-02-20T02:00:00Z",\
            "subject":null,"data":{"dispatch":%d,"number":"98-1","issuer":111,"title":"虚","deadline":"2026-05-31T02:00:00Z",\
            "before":"2026-03-31T02:00:00Z","provisional":false,"reason":"虚","chunk":1,"chunks":1,\
            "assignments":[{"id":%d,"unit":11111}]}}\
            """.formatted(UUID.randomUUID(), assignment, assignment, assignment);
        EventSchemas.validate("task.deadline-moved.v1", moved);
        broker.send(
                changed(assignment, 3, "SUBMITTED", handedIn + "T10:00:00Z", ownDate),
                moved,
                addressed(assignment),
                changed(assignment, 2, "SIGNED", "2026-03-01T10:00:00Z", ownDate));

        String source = "assignment:" + assignment;
        await().atMost(Land.PATIENCE).untilAsserted(() -> assertThat(values(source))
                .containsExactlyInAnyOrder("task.addressed  1", "task.signed  1", "task.due  1", became + "  1"));
        assertThat(dueIn(source)).isEqualTo(month);
    }

    private static String addressed(long assignment) {
        String addressed = """
            {"id":"%s","type":"task.addressed.v1","key":"dispatch:%d#1","version":1,"occurredAt":"2026-02-10T02:00:00Z",\
            "subject":null,"data":{"dispatch":%d,"number":"98-1","issuer":111,"title":"虚","deadline":"2026-03-31T02:00:00Z",\
            "chunk":1,"chunks":1,"assignments":[{"id":%d,"unit":11111}]}}\
            """.formatted(UUID.randomUUID(), assignment, assignment, assignment);
        EventSchemas.validate("task.addressed.v1", addressed);
        return addressed;
    }

    private LocalDate dueIn(String source) {
        return jdbc.sql("""
            select v.from_month from value_source s join unit_value v on v.source_id = s.id
             where s.source = :source and v.measure = 'task.due'\
            """).param("source", source).query(LocalDate.class).single();
    }

    private static String returned(long assignment, int version, String at) {
        return changed(assignment, version, "RETURNED", at).replace("\"by\":", "\"returned\":true,\"by\":");
    }

    private static String changed(long assignment, int version, String state, String at) {
        return changed(assignment, version, state, at, "null");
    }

    private static String changed(long assignment, int version, String state, String at, String ownDate) {
        return """
            {"id":"%s","type":"task.assignment-changed.v1","key":"assignment:%d","version":%d,"occurredAt":"%s",\
            "subject":null,"data":{"assignment":%d,"dispatch":%d,"unit":11111,"state":"%s",\
            "signedAt":"2026-02-11T02:00:00Z","dueAt":%s,"at":"%s","by":"account:1"}}\
            """.formatted(UUID.randomUUID(), assignment, version, at, assignment, assignment, state, ownDate, at);
    }

    @Test
    void whatTheFixturesSayIsWhatTheProducersWouldSay() {
        EventSchemas.validate("member.counts-changed.v1", Land.counts(7, 1, Land.NOW, Map.of("A", 3L)));
        EventSchemas.validate("organization.coverage-changed.v1", Land.coverage(7, 1, 3, 1, 1));
        EventSchemas.validate("organization.team-changed.v1", Land.team(7, 1, 5, 3, LocalDate.now(Land.BEIJING)));
        EventSchemas.validate("dues.arrears-changed.v1", Land.arrears(7, 1, Land.NOW, 2, "24.50"));
        EventSchemas.validate("dues.unit-month-changed.v1", Land.dues(7, 1, Land.NOW, "1.00", "1.00"));
    }

    /** Every measure names an event that there is, and a whole that is in the catalogue. */
    @Test
    void everyMeasureHasASource() {
        for (var measure : catalogue.all()) {
            assertThat(EventExamples.load(measure.source())).as(measure.code()).isNotEmpty();
            assertThat(catalogue.link(measure.source())).as(measure.code()).isNotNull();
            if (measure.shareOf() != null)
                assertThat(catalogue.find(measure.shareOf())).isPresent();
        }
    }
}
