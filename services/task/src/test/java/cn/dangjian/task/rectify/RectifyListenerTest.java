package cn.dangjian.task.rectify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list that was published elsewhere becomes tasks here, one for each item, however often it is heard. */
@ServiceTest
class RectifyListenerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LISTED = "assessment.rectification-listed.v1";
    private static final String DISPATCHED = "task.rectification-dispatched.v1";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aProvince(@Autowired Province province) {
        province.settle();
    }

    private List<String> titles() {
        return jdbc.sql("""
            select concat_ws(' ', d.title, d.issuer_id, d.issued_by, a.unit_id, d.deadline)
              from rectify_item r join dispatch d on d.id = r.dispatch join assignment a on a.dispatch_id = d.id
             order by r.item\
            """).query(String.class).list();
    }

    @Test
    void sendsOneTaskForEachItemInTheNameOfTheOwner() {
        // that somebody has demanded photos is a fault to be put right, not a demand
        String example = EventExamples.load(LISTED).replace("党员活动室长期闲置", "要求村干部每日拍照打卡");

        broker.send(example, example);
        broker.send(example.replace("f9d42", "f9d44"));

        var expected = List.of(
                "整改：两个村班子配备不齐 111 17 1111 2099-02-10 15:59:59.999999",
                "整改：要求村干部每日拍照打卡 111 17 1111 2099-03-31 15:59:59.999999");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(titles()).containsExactlyElementsOf(expected));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(broker.heardOf(DISPATCHED)).hasSize(2));
        var told = broker.heardOf(DISPATCHED);
        told.forEach(event -> EventSchemas.validate(DISPATCHED, event.toString()));
        assertThat(told.stream().map(event -> event.at("/data/item").asLong())).containsExactlyInAnyOrder(31L, 32L);

        long assignment = told.getFirst().at("/data/assignment").asLong();
        var read = api.get("/v1/assignments/" + assignment)
                .as(tokens.at(Province.TOWNSHIP))
                .send();
        assertThat(read.status()).as(read.toString()).isEqualTo(200);
        assertThat(titles()).containsExactlyElementsOf(expected);
    }
}
