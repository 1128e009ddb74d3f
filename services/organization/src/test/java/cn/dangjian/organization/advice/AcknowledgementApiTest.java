package cn.dangjian.organization.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.organization.advice.Counted.Members;
import cn.dangjian.organization.application.Divisions;
import cn.dangjian.organization.register.Branches;
import cn.dangjian.organization.register.Desk;
import cn.dangjian.organization.rollup.Recount;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class AcknowledgementApiTest {

    @AfterEach
    void treeAsBefore() {
        branches.forget();
    }

    private static final AtomicLong VERSION = new AtomicLong(1_000_000);

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    JdbcClient jdbc;

    Divisions divisions;
    Branches branches;
    Desk desk;
    long county;
    long township;
    long village;

    @BeforeEach
    void tree() {
        divisions = new Divisions("59", api, tokens, jdbc);
        divisions.settle();
        branches = new Branches(jdbc);
        desk = new Desk(api, tokens);
        for (String table :
                List.of("register_unit", "register_state", "register_link", "rule_setting", "advice_acknowledgement")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("delete from member_count").update();
        Recount.anew(jdbc);
        county = divisions.unit("0101");
        township = divisions.unit("0101100");
        village = divisions.unit("0101100201");
    }

    private long branch(int full, int probationary, int retired) {
        long branch = branches.below(village, "BRANCH");
        count(branch, full, probationary, retired);
        return branch;
    }

    private void count(long unit, int full, int probationary, int retired) {
        long version = VERSION.incrementAndGet();
        broker.send(Counted.event(unit / 500, version, new Members(unit, full, probationary, retired)));
        await().until(() -> jdbc.sql("select count(*) from member_count where unit_id = ? and version = ?")
                        .params(unit, version)
                        .query(Long.class)
                        .single()
                == 1);
    }

    private Api.Answer get(long caller, String query) {
        return api.get("/v1/advice" + query).as(tokens.at(caller)).send();
    }

    private JsonNode items(long caller, String query) {
        var answer = get(caller, query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("items");
    }

    private Api.Answer acknowledge(long caller, Object subject, Object id, Object advice, Object note) {
        var body = Map.of("subject", subject, "subjectId", id, "advice", advice, "note", note);
        return api.post("/v1/advice/acknowledgements", body)
                .as(tokens.at(caller))
                .key()
                .send();
    }

    private long noted() {
        return jdbc.sql("select count(*) from advice_acknowledgement")
                .query(Long.class)
                .single();
    }

    @Test
    void aSuperiorAcknowledgesAndTheAlarmStays() {
        long branch = branch(2, 0, 0);
        assertThat(acknowledge(county, "UNIT", branch, "JOIN", "已列入计划").status())
                .isEqualTo(204);
        assertThat(acknowledge(village, "UNIT", branch, "JOIN", "已商议").status()).isEqualTo(204);

        var item = items(county, "?level=ALARM").path(0);

        assertThat(item.path("advice").asString()).isEqualTo("JOIN");
        assertThat(item.path("acknowledged").path("note").asString()).isEqualTo("已商议");
        assertThat(item.path("acknowledged").path("unitId").asLong()).isEqualTo(village);
        assertThat(noted()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "branch, UNIT, JOIN, 403, advice.not-superior",
        "county, UNIT, DIVIDE, 404, advice.unknown",
        "stranger, UNIT, JOIN, 404, advice.unknown",
        "county, REGISTER_UNIT, COVER_UNIT, 404, advice.unknown",
        "county, GALAXY, JOIN, 400, body.wrong-type",
        "county, UNIT, GALAXY, 400, body.wrong-type",
    })
    void refusesAcknowledgements(String who, String subject, String advice, int status, @Nullable String problem) {
        long branch = branch(2, 0, 0);
        long caller =
                switch (who) {
                    case "branch" -> branch;
                    case "county" -> county;
                    default -> divisions.unit("0201");
                };

        var answer = acknowledge(caller, subject, branch, advice, "知悉");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(noted()).isZero();
    }

    @Test
    void registerUnitsAreAcknowledgedByTownshipsAndAbove() {
        long unit = desk.enter(township, village, "SCHOOL", 3);

        assertThat(acknowledge(village, "REGISTER_UNIT", unit, "COVER_UNIT", "知悉")
                        .problem())
                .isEqualTo("advice.not-superior");
        assertThat(acknowledge(divisions.unit("0201"), "REGISTER_UNIT", unit, "COVER_UNIT", "知悉")
                        .problem())
                .isEqualTo("advice.unknown");
        assertThat(acknowledge(county, "REGISTER_UNIT", unit, "COVER_UNIT", " ").status())
                .isEqualTo(400);
        assertThat(acknowledge(county, "REGISTER_UNIT", unit, "COVER_UNIT", "长".repeat(501))
                        .status())
                .isEqualTo(400);
        assertThat(noted()).isZero();
        assertThat(acknowledge(township, "REGISTER_UNIT", unit, "COVER_UNIT", "知悉")
                        .status())
                .isEqualTo(204);
    }
}
