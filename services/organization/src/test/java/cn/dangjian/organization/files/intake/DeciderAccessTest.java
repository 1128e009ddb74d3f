package cn.dangjian.organization.files.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.people.team.House;
import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A decision about all units of a file is only as good as its decider's access. */
@ServiceTest
class DeciderAccessTest {

    private static final String PROVINCE = "78";
    private static final String VILLAGE = PROVINCE + "0101100201";
    private static final String CHANGED = "identity.access-changed.v1";

    /** Of whom the example tells, and the version that it tells. */
    private static final long DECIDER = 90032;

    private static final long NOW = 4;

    static int round;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Broker broker;

    @Autowired
    Environment environment;

    Files files;
    long township;
    long county;

    @BeforeEach
    void tree() {
        var divisions = new Divisions(PROVINCE, api, tokens, jdbc);
        divisions.settle();
        files = new Files(api, tokens, environment);
        township = divisions.unit("0101100");
        county = divisions.unit("0101");
        round++;
        jdbc.sql("delete from account_access where account = ?").param(DECIDER).update();
    }

    private long proposed(int units) {
        var text = new StringBuilder("代码,名称,类别,上级代码\n");
        for (int i = 0; i < units; i++) text.append("%s-%d-%d,虚构%d,党支部,%s\n".formatted(VILLAGE, round, i, i, VILLAGE));
        long id =
                Files.id(files.sendAs("UNITS&document=2026-7&effectiveOn=" + House.today(), township, text.toString()));
        files.done(township, id);
        return id;
    }

    private void hearThatAccessHasChanged() {
        String example = EventExamples.load(CHANGED);
        EventSchemas.validate(CHANGED, example);
        broker.send(example, example);
        Awaitility.await()
                .until(() -> jdbc.sql("select count(*) from account_access where account = ? and version = ?")
                                .param(DECIDER)
                                .param(NOW)
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    /** As after a kill: the first 200 lines were looked at, and the lease of the dead worker is over. */
    private void halfDecided(long id, Long version) {
        jdbc.sql("""
            insert into intake_decision (intake_id, approves, unit_id, account, post, duty, access_version, state, proposals,
                                         asked_at, up_to, decided, lease, leased_until)
            values (:id, true, :unit, :account, 1, 'SECRETARY', :version, 'APPLYING', 250, utc_timestamp(6), 201, 200,
                    'dead', utc_timestamp(6))\
            """)
                .param("id", id)
                .param("unit", county)
                .param("account", DECIDER)
                .param("version", version)
                .update();
    }

    private JsonNode ended(long id, String state) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> decision(id), it -> it.path("state").asString().equals(state));
    }

    private JsonNode decision(long id) {
        return api.get("/v1/intakes/" + id + "/decision")
                .as(tokens.at(county))
                .send()
                .json();
    }

    private Api.Answer approve(long id, String token) {
        return api.post("/v1/intakes/" + id + "/approval", Map.of())
                .as(token)
                .key()
                .send();
    }

    private long established() {
        return jdbc.sql("select count(*) from unit where code like ?")
                .param(VILLAGE + "-" + round + "-%")
                .query(Long.class)
                .single();
    }

    @Test
    void endsWhenItsDecidersAccessHasChangedAndAnotherGoesOn() {
        long id = proposed(250);
        hearThatAccessHasChanged();

        halfDecided(id, NOW - 1);

        var ended = ended(id, "FAILED");
        assertThat(ended.path("decided").asInt()).isEqualTo(200);
        assertThat(ended.path("leftOpen").asInt()).isZero();
        assertThat(ended.path("finishedAt").isNull()).isFalse();
        var stopped = ended.path("stopped");
        assertThat(stopped.path("code").asString()).isEqualTo("intake.decider-changed");
        assertThat(stopped.path("reason").asString()).contains("审批人的岗位或权限");
        assertThat(stopped.path("reasonInEnglish").asString()).contains("What the decider may do");
        assertThat(established()).isZero();
        assertThat(approve(id, tokens.at(county, DECIDER, NOW - 1)).problem()).isEqualTo("token.superseded");
        assertThat(approve(id, tokens.at(county)).status()).isEqualTo(202);
        assertThat(ended(id, "DONE").path("decided").asInt()).isEqualTo(250);
        assertThat(established()).isEqualTo(250);
    }

    @Test
    void goesOnWithAnAccessThatIsAsNewAsWhatIsKnown() {
        long id = proposed(250);
        hearThatAccessHasChanged();

        halfDecided(id, NOW);

        assertThat(ended(id, "DONE").path("decided").asInt()).isEqualTo(250);
        assertThat(decision(id).path("stopped").isNull()).isTrue();
        assertThat(established()).isEqualTo(50);
    }

    @Test
    void remembersTheVersionOfTheDecidersToken() {
        long id = proposed(2);

        var asked = approve(id, tokens.at(county, DECIDER, NOW - 1));

        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        assertThat(ended(id, "DONE").path("decided").asInt()).isEqualTo(2);
        assertThat(jdbc.sql("select access_version from intake_decision where intake_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(NOW - 1);
    }
}
