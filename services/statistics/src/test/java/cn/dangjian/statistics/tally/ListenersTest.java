package cn.dangjian.statistics.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.statistics.Said;
import cn.dangjian.statistics.dispatch.DispatchId;
import cn.dangjian.statistics.dispatch.Dispatches;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ServiceTest
class ListenersTest {

    private static final DispatchId EXAMPLE = new DispatchId(17);

    @Autowired
    private Broker broker;

    @Autowired
    private Province province;

    @Autowired
    private Dispatches dispatches;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void aTree() {
        province.settle();
    }

    @Test
    void theProducersExamplesHaveTheirEffectOnceHoweverOftenAndInWhateverOrderTheyCome() {
        var examples = List.of(
                EventExamples.load("notification", "delivered.v1"),
                EventExamples.load("task", "assignment-changed.v1"),
                EventExamples.load("task", "addressed.v1"),
                EventExamples.load("task", "dispatched.v1"));
        broker.send(examples);
        broker.send(examples.reversed());
        broker.send(examples);

        // five villages of county 111: three delivered, one failed, one signed
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(cell(Province.COUNTY)).isEqualTo(new Figures(5, 3, 1, 1, 0, 0, 0, 0, 0, 0));
            assertThat(dispatches.find(EXAMPLE)).hasValueSatisfying(dispatch -> {
                assertThat(dispatch.announced()).isEqualTo(5);
                assertThat(dispatch.issuer().value()).isEqualTo(Province.COUNTY);
            });
        });

        broker.send(examples);
        broker.send(Said.changed(17, 99, 1, "SIGNED").replace("\"dispatch\":17", "\"dispatch\":18"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.queryForList("select unit from fact where dispatch = 18")
                                .size()
                        == 1);
        assertThat(cell(Province.COUNTY)).isEqualTo(new Figures(5, 3, 1, 1, 0, 0, 0, 0, 0, 0));
        assertThat(cell(Province.PROVINCE)).isEqualTo(new Figures(5, 3, 1, 1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void whatTheFixturesSayIsWhatTheProducersWouldSay() {
        EventSchemas.validate("task.dispatched.v1", Said.dispatched(3, 111, "2099-01-01T00:00:00Z", 2));
        EventSchemas.validate("task.addressed.v1", Said.addressed(3, 1, List.of(11111L, 11112L)));
        EventSchemas.validate("task.assignment-changed.v1", Said.changed(3, 11111, 2, "SIGNED"));
        EventSchemas.validate("notification.delivered.v1", Said.delivered(3, 1, List.of(11111L), List.of(11112L)));
    }

    @Test
    void aStateNobodyKnowsIsParkedAndOtherKeysGoOn() {
        broker.send(Said.changed(31, 11111, 2, "BURNT"), Said.changed(31, 11112, 2, "SIGNED"));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(jdbc.queryForList("select event_key from parked_event", String.class))
                    .containsExactly("assignment:11111");
            assertThat(jdbc.queryForList("select unit from fact where dispatch = 31", Long.class))
                    .containsExactly(11112L);
        });
    }

    @Test
    void aTownshipThatMovesTakesItsFiguresAlong() {
        long before = 1121;
        broker.send(Said.addressed(41, 1, List.of(11211L, 11212L, 11111L)), Said.changed(41, 11211, 2, "SIGNED"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> cell(41, Province.path(1)).equals(new Figures(3, 0, 0, 1, 0, 0, 0, 0, 0, 0)));

        // township 1121 of county 112 becomes one of county 121 in the other city
        var county = Province.path(121);
        broker.send(List.of(
                moved(before, Province.path(112), county),
                moved(11211, Province.path(112), county),
                moved(11212, Province.path(112), county)));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(cell(41, county)).isEqualTo(new Figures(2, 0, 0, 1, 0, 0, 0, 0, 0, 0));
            assertThat(cell(41, Province.path(12))).isEqualTo(new Figures(2, 0, 0, 1, 0, 0, 0, 0, 0, 0));
            assertThat(cell(41, Province.path(11))).isEqualTo(new Figures(1, 0, 0, 0, 0, 0, 0, 0, 0, 0));
            assertThat(cell(41, Province.path(112))).isEqualTo(Figures.NONE);
            assertThat(cell(41, Province.path(1))).isEqualTo(new Figures(3, 0, 0, 1, 0, 0, 0, 0, 0, 0));
        });
    }

    private static String moved(long unit, String from, String to) {
        return Province.changed(unit, 2)
                .replace("\"path\":\"" + from, "\"path\":\"" + to)
                .replace("\"parentId\":112,", "\"parentId\":121,");
    }

    private Figures cell(long unit) {
        return cell(EXAMPLE.value(), Province.path(unit));
    }

    private Figures cell(long dispatch, String path) {
        return jdbc.query(
                "select * from cell where dispatch = ? and path = ?",
                row -> row.next()
                        ? new Figures(
                                row.getLong("addressed"),
                                row.getLong("delivered"),
                                row.getLong("failed"),
                                row.getLong("signed"),
                                row.getLong("submitted"),
                                row.getLong("returned"),
                                row.getLong("approved"),
                                row.getLong("merged"),
                                row.getLong("closed"),
                                row.getLong("withdrawn"))
                        : Figures.NONE,
                dispatch,
                path);
    }
}
