package cn.dangjian.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class AssessmentApiTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Test
    void remembersTheUnitsThatItHearsOfOnce() {
        String event = Province.changed(12113, 1);
        int before = units();

        broker.send(event, event, Province.changed(12114, 1));

        await().untilAsserted(() -> assertThat(units()).isEqualTo(before + 2));
    }

    private int units() {
        return api.get("/actuator/directory").send().json().path("units").asInt();
    }

    @Test
    void isHealthyAndDescribesItself() {
        assertThat(api.get("/actuator/health/readiness").send().status()).isEqualTo(200);
        assertThat(api.get("/v3/api-docs").send().json().path("openapi").asString())
                .startsWith("3.");
    }

    @Test
    void letsNobodyInWithoutAToken() {
        assertThat(api.get("/v1/anything").send().problem()).isEqualTo("token.missing");
        assertThat(api.get("/v1/anything").as(tokens.forged(1)).send().problem())
                .isEqualTo("token.invalid");
        assertThat(api.get("/v1/anything").as(tokens.at(1)).send().problem()).isEqualTo("path.unknown");
    }
}
