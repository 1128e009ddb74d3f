package cn.dangjian.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.notification.Said;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ServiceTest
class AddressedListenerTest {

    @Autowired
    Broker broker;

    @Autowired
    Province province;

    @Autowired
    JdbcTemplate database;

    @Test
    void expandsTheProducersExampleOnce() {
        province.settle();
        String example = EventExamples.load("task", "addressed.v1");

        broker.send(example, example);
        broker.send(Said.addressed(1017, List.of(Province.OTHER_VILLAGE), 500));
        broker.send(example);
        broker.send(Said.addressed(1018, List.of(Province.OTHER_VILLAGE), 500));

        await().until(() -> items(1017).size() + items(1018).size() == 2);
        await().until(() -> items(17).size() == 5);
        assertThat(items(17).stream().map(row -> row.get("assignment"))).containsExactly(901L, 902L, 903L, 904L, 905L);
        assertThat(database.queryForMap("select number, title, chunks from message where dispatch = 17"))
                .containsEntry("number", "98111-2026-0001")
                .containsEntry("chunks", 1);
    }

    @Test
    void publishesAnExampleThatFitsItsSchema() {
        EventSchemas.validate("notification.delivered.v1", EventExamples.load("notification", "delivered.v1"));
    }

    private List<Map<String, Object>> items(long dispatch) {
        return database.queryForList("select * from inbox_item where dispatch = ? order by unit", dispatch);
    }
}
