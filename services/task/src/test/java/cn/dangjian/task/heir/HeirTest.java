package cn.dangjian.task.heir;

import static cn.dangjian.task.heir.Ends.DOCUMENT;
import static cn.dangjian.task.heir.Ends.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.task.heir.Ends.Row;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of assignments when their unit ends. */
class HeirTest extends WithEnds {

    private List<JsonNode> heardOf(long assignment) {
        return broker.heardOf("task.assignment-changed.v1").stream()
                .filter(event -> event.at("/data/assignment").asLong() == assignment)
                .toList();
    }

    @Test
    void whatTheHeirHasToDoItselfIsJoinedAndTheRestGoesOnAtTheHeir() {
        long x = village();
        long y = village();
        long both = ends.dispatch(x, y);
        long alone = ends.dispatch(x);
        long signed = ends.rowOf(alone, x).id();
        assertThat(ends.sign(signed, x).status()).isEqualTo(200);

        ends.merged(x, y);

        long own = ends.rowOf(both, y).id();
        assertThat(ends.rowOf(both, x))
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(new Row(0, x, "MERGED", 2, null, own, DOCUMENT));
        assertThat(ends.rows(alone)).containsExactly(new Row(signed, y, "SIGNED", 3, x, null, null));
        // what was signed is signed: the heir goes on from there
        assertThat(ends.submit(signed, y).status()).isEqualTo(201);
        assertThat(ends.approve(signed, Province.TOWNSHIP).status()).isEqualTo(200);
        assertThat(ends.sign(own, y).status()).isEqualTo(200);
        assertThat(jdbc.sql("select became from handover where from_unit = ? order by assignment_id")
                        .param(x)
                        .query(String.class)
                        .list())
                .containsExactly("MERGED", "MOVED");
        await().untilAsserted(() -> {
            var states = heardOf(signed);
            assertThat(states)
                    .extracting(event -> event.at("/data/state").asString() + " "
                            + event.at("/data/unit").asLong())
                    .containsExactly("SIGNED " + x, "SIGNED " + y, "SUBMITTED " + y, "APPROVED " + y);
            assertThat(states.getLast().at("/data/fromUnit").asLong()).isEqualTo(x);
            var joined = heardOf(ends.rowOf(both, x).id());
            assertThat(joined).hasSize(1);
            assertThat(joined.getFirst().at("/data/joinedTo").asLong()).isEqualTo(own);
            assertThat(joined.getFirst().at("/data/heir").asLong()).isEqualTo(y);
            states.forEach(event -> EventSchemas.validate("task.assignment-changed.v1", event.toString()));
            joined.forEach(event -> EventSchemas.validate("task.assignment-changed.v1", event.toString()));
        });
    }

    @Test
    void withoutAnHeirItIsClosedByTheDocumentAndWhatIsApprovedStays() {
        long x = village();
        long open = ends.dispatch(x);
        long done = ends.dispatch(x);
        long approved = ends.rowOf(done, x).id();
        ends.sign(approved, x);
        ends.submit(approved, x);
        ends.approve(approved, Province.TOWNSHIP);

        ends.abolished(x);

        long closed = ends.rowOf(open, x).id();
        assertThat(ends.rows(open)).containsExactly(new Row(closed, x, "CLOSED", 2, null, null, DOCUMENT));
        assertThat(ends.rowOf(done, x).state()).isEqualTo("APPROVED");
        assertThat(ends.approve(closed, Province.TOWNSHIP).problem()).isEqualTo("assignment.over");
        assertThat(get("/v1/assignments/" + closed, Province.TOWNSHIP)
                        .path("document")
                        .asString())
                .isEqualTo(DOCUMENT);
    }

    @Test
    void anHeirThatEndsItselfPassesItOnInWhateverOrderThatIsHeard() {
        for (boolean inOrder : List.of(true, false)) {
            long x = village();
            long y = village();
            long z = village();
            long toX = ends.dispatch(x);
            long toXAndZ = ends.dispatch(x, z);
            long toAll = ends.dispatch(x, y, z);
            var xIntoY = List.of(ended(x, y));
            var yIntoZ = List.of(ended(y, z));

            ends.hear(inOrder ? xIntoY : yIntoZ);
            ends.hear(inOrder ? yIntoZ : xIntoY);
            ends.hear(xIntoY);
            ends.hear(yIntoZ);
            ends.directoryHears(y);
            ends.directoryHears(x);

            assertThat(ends.rows(toX))
                    .as("in order: " + inOrder)
                    .singleElement()
                    .satisfies(row -> assertThat(row.unit()).isEqualTo(z))
                    .satisfies(row -> assertThat(row.fromUnit()).isEqualTo(x));
            assertThat(ends.rows(toXAndZ)).extracting(Row::unit).containsExactly(x, z);
            assertThat(ends.rows(toXAndZ)).extracting(Row::state).containsExactly("MERGED", "ADDRESSED");
            assertThat(ends.rowOf(toXAndZ, x).joinedTo())
                    .isEqualTo(ends.rowOf(toXAndZ, z).id());
            assertThat(ends.rows(toAll)).extracting(Row::state).containsExactly("MERGED", "MERGED", "ADDRESSED");
            assertThat(ends.rows(toAll)).extracting(Row::unit).containsExactly(x, y, z);
        }
    }

    @Test
    void whatIsAddressedBeforeTheDirectoryHearsOfTheEndFollows() {
        long x = village();
        long y = village();
        ends.hear(List.of(ended(x, y)));

        long toBoth = ends.dispatch(x, y);
        long toX = ends.dispatch(x);
        ends.directoryHears(x);

        assertThat(ends.rowOf(toBoth, x).state()).isEqualTo("MERGED");
        assertThat(ends.rows(toX)).extracting(Row::unit).containsExactly(y);
        assertThat(ends.order(x).problem()).isEqualTo("target.outside-scope");
    }

    @Test
    void ofTwoHeirsTheOneThatWasNamedLastHasItInWhateverOrderThatIsHeard() {
        long x = village();
        long y = village();
        long z = village();
        long before = ends.dispatch(x);
        var intoY = List.of(ended(x, y, 2));
        ends.hear(intoY);
        ends.hear(List.of(ended(x, z, 3)));
        ends.hear(intoY);

        long late = ends.dispatch(x);
        ends.hear(intoY);
        ends.directoryHears(x);

        assertThat(ends.rows(before)).extracting(Row::unit).containsExactly(y);
        assertThat(ends.rows(late)).extracting(Row::unit).containsExactly(z);
    }

    @Test
    void theProducersExampleEndsAUnit() {
        long x = village();
        long y = village();
        long dispatch = ends.dispatch(x);
        var event = (ObjectNode) JsonMapper.shared().readTree(EventExamples.load("organization.unit-changed.v1"));
        event.put("id", UUID.randomUUID().toString());
        event.put("key", "unit:" + x);
        event.put("version", 2);
        var data = (ObjectNode) event.path("data");
        data.put("id", x);
        data.put("code", Province.code(x));
        data.put("parentId", Province.TOWNSHIP);
        data.put("path", Province.path(Province.TOWNSHIP) + Province.segment(x));
        data.putNull("places");
        data.put("validTo", Ends.TODAY.toString());
        data.putObject("membersTo")
                .put("unit", y)
                .put("from", Ends.TODAY.toString())
                .put("document", DOCUMENT);
        data.putObject("ending").put("from", Ends.TODAY.toString()).put("document", DOCUMENT);
        EventSchemas.validate("organization.unit-changed.v1", event.toString());

        broker.send(event.toString(), event.toString());

        await().untilAsserted(() ->
                assertThat(ends.rows(dispatch)).extracting(Row::unit).containsExactly(y));
        await().untilAsserted(() -> assertThat(ends.order(x).status()).isEqualTo(422));
        assertThat(ends.rows(dispatch)).extracting(Row::version).containsExactly(2L);
    }

    @Test
    void whoSignsWhileItsUnitIsMergedIsFirstOrIsToldSoAndNothingIsLost() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 20; i++) {
                long x = village();
                long y = village();
                long dispatch = ends.dispatch(x);
                long assignment = ends.rowOf(dispatch, x).id();
                var start = new CyclicBarrier(2);
                var signing = threads.submit(() -> {
                    start.await();
                    return ends.sign(assignment, x).status();
                });
                var merging = threads.submit(() -> {
                    start.await();
                    ends.hear(List.of(ended(x, y)));
                    return true;
                });
                assertThat(merging.get()).isTrue();
                int status = signing.get();

                var row = ends.rowOf(dispatch, y);
                assertThat(status).isIn(200, 404, 409);
                assertThat(row.state()).isEqualTo(status == 200 ? "SIGNED" : "ADDRESSED");
                assertThat(row.version()).isEqualTo(status == 200 ? 3 : 2);
            }
        }
    }

    @Test
    void threeHundredOpenOnesArePassedAtOnce() {
        long x = village();
        long y = village();
        var orders = new Long[300];
        for (int i = 0; i < orders.length; i++) orders[i] = i % 2 == 0 ? ends.dispatch(x, y) : ends.dispatch(x);
        var before = System.nanoTime();

        ends.merged(x, y);

        var took = Duration.ofNanos(System.nanoTime() - before);
        assertThat(took).isLessThan(Duration.ofSeconds(3));
        assertThat(jdbc.sql("select count(*) from assignment where unit_id = ? and state = 'ADDRESSED'")
                        .param(x)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from handover where from_unit = ?")
                        .param(x)
                        .query(Integer.class)
                        .single())
                .isEqualTo(300);
    }
}
