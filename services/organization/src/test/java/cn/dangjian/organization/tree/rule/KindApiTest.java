package cn.dangjian.organization.tree.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whoever proposes a unit chooses its kind by what people call it. */
@ServiceTest
class KindApiTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Test
    void saysWhatEachKindIsCalledAndWhichOnesMayBeEstablishedAnywhere() {
        var kinds = api.get("/v1/kinds").as(tokens.at(1)).send().json().path("kinds");

        assertThat(kind(kinds, "VILLAGE_ORGANIZATION").path("term").asString()).isEqualTo("村党组织");
        assertThat(kind(kinds, "VILLAGE_ORGANIZATION").path("tier").asString()).isEqualTo("VILLAGE");
        assertThat(kind(kinds, "VILLAGE_ORGANIZATION").path("free").asBoolean()).isFalse();
        assertThat(kind(kinds, "SCHOOL_BRANCH").path("term").asString()).isEqualTo("学校党支部");
        assertThat(kind(kinds, "SCHOOL_BRANCH").path("sector").asString()).isEqualTo("SCHOOL");
        assertThat(kind(kinds, "BRANCH").path("free").asBoolean()).isTrue();
        assertThat(kind(kinds, "ZONE_WORKING_COMMITTEE").path("tier").isNull()).isTrue();
        assertThat(api.get("/v1/kinds").send().status()).isEqualTo(401);
    }

    private static JsonNode kind(JsonNode kinds, String kind) {
        return kinds.valueStream()
                .filter(each -> each.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
