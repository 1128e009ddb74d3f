package cn.dangjian.organization.field.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.organization.field.advice.Counted.Members;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.ServiceTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ServiceTest
class CountsListenerTest {

    private static final String TYPE = "member.counts-changed.v1";
    private static final long UNIT = 98_001;
    private static final long LAST = 98_999;

    @Autowired
    Broker broker;

    @Autowired
    JdbcTemplate database;

    private List<Integer> full(long unit) {
        return database.queryForList("select full_members from member_count where unit_id = ?", Integer.class, unit);
    }

    @Test
    void remembersTheProducersExampleOnce() {
        String example = EventExamples.load("member", "counts-changed.v1");

        broker.send(example, example);

        await().until(() -> full(11112).equals(List.of(2)));
        assertThat(database.queryForMap("select * from member_count where unit_id = 11111"))
                .containsEntry("full_members", 27)
                .containsEntry("probationary", 2)
                .containsEntry("retired", 9)
                .containsEntry("version", 3L);
    }

    @Test
    void theStandInSpeaksLikeTheProducer() {
        EventSchemas.validate(TYPE, EventExamples.load(TYPE));
        EventSchemas.validate(TYPE, Counted.event(1, 1, new Members(UNIT, 1, 0, 0)));

        assertThat(EventSchemas.violations(TYPE, Counted.event(1, 1, new Members(UNIT, -1, 0, 0))))
                .isNotEmpty();
        assertThat(EventSchemas.violations(TYPE, Counted.event(1, 1))).isNotEmpty();
    }

    @Test
    void keepsTheNewestCountWhateverTheOrder() {
        database.update("delete from member_count where unit_id between ? and ?", UNIT, LAST);
        var random = new Random(15);
        var events = new ArrayList<String>();
        for (int version = 1; version <= 20; version++) {
            String event = Counted.event(
                    UNIT, version, new Members(UNIT, version, 0, 0), new Members(UNIT + 1, version * 2, 0, 0));
            for (int times = 0; times < 3; times++) events.add(event);
        }
        Collections.shuffle(events, random);
        events.add(Counted.event(UNIT, 1, new Members(LAST, 1, 0, 0)));

        broker.send(events);

        await().until(() -> !full(LAST).isEmpty());
        assertThat(full(UNIT)).containsExactly(20);
        assertThat(full(UNIT + 1)).containsExactly(40);
    }
}
