package cn.dangjian.notification.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.notification.Said;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ServiceTest
class RosterListenerTest {

    @Autowired
    Broker broker;

    @Autowired
    JdbcTemplate database;

    @Test
    void remembersTheProducersExampleOnce() {
        String example = EventExamples.load("identity", "posts-changed.v1");

        broker.send(example, example);

        await().until(() -> rows("post in (31, 32)") == 2);
        assertThat(database.queryForMap("select unit, account, duty, active, version from roster where post = 31"))
                .containsEntry("unit", 11111L)
                .containsEntry("account", 32L)
                .containsEntry("duty", "office")
                .containsEntry("active", true);
        assertThat(rows("post = 32 and not active")).isEqualTo(1);
    }

    @Test
    void keepsTheNewestVersionWhicheverComesFirst() {
        broker.send(Said.posts(7, 3, List.of(970_001L), false));
        await().until(() -> rows("post = 970001") == 1);

        broker.send(Said.posts(7, 2, List.of(970_001L), true));
        broker.send(Said.posts(7, 4, List.of(970_002L), true));

        await().until(() -> rows("post = 970002") == 1);
        assertThat(rows("post = 970001 and active")).isZero();
    }

    private long rows(String condition) {
        return database.queryForList("select post from roster where " + condition)
                .size();
    }
}
