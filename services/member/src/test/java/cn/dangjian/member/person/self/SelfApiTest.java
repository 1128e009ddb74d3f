package cn.dangjian.member.person.self;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.member.person.standing.Happening;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class SelfApiTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    Broker broker;

    @Autowired
    Standings standings;

    @Autowired
    TransactionTemplate transaction;

    private Persons persons;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
    }

    @Test
    void aMemberSeesHisOwnFileWhoHasReadItAndWhoMay() {
        long id = persons.member("何所思");
        assertThat(api.get("/v1/me").as(tokens.withoutPost()).send().problem()).isEqualTo("self.no-file");
        assertThat(persons.post(Province.VILLAGE, "/v1/members/" + id + "/account", Map.of())
                        .status())
                .isEqualTo(202);
        var asked = Awaitility.await()
                .until(
                        () -> broker.heard("member").stream()
                                .filter(event -> event.path("type").asString().equals("member.account-asked.v1"))
                                .filter(event -> event.at("/data/member").asLong() == id)
                                .findFirst(),
                        found -> found.isPresent());
        EventSchemas.validate("member.account-asked.v1", asked.get().toString());

        String opened = EventExamples.load("identity.member-account-opened.v1")
                .replace("4711", String.valueOf(id))
                .replace("90071", "998")
                // an event of its own: another test hears the example as it is
                .replace("000000000034", "000000000998");
        broker.send(opened, opened);
        persons.post(Province.TOWNSHIP, "/v1/members/" + id + "/readings", Map.of("purpose", "核对"));

        var me = Awaitility.await()
                .until(() -> api.get("/v1/me").as(tokens.withoutPost()).send(), answer -> answer.status() == 200);
        assertThat(me.json().at("/member/name").asString()).isEqualTo("何所思");
        assertThat(me.json().path("unitName").asString()).isNotBlank();
        var readings = api.get("/v1/me/readings")
                .as(tokens.withoutPost())
                .send()
                .json()
                .path("items");
        assertThat(readings).hasSize(1);
        assertThat(readings.get(0).path("purpose").asString()).isEqualTo("核对");
        var readers = api.get("/v1/me/readers").as(tokens.withoutPost()).send().json();
        assertThat(readers.findValuesAsString("tier")).containsExactly("VILLAGE", "TOWNSHIP", "COUNTY");
        // without a post every other door is closed to him
        assertThat(api.get("/v1/members/" + id).as(tokens.withoutPost()).send().problem())
                .isEqualTo("caller.no-post");
        assertThat(api.get("/v1/members").as(tokens.withoutPost()).send().problem())
                .isEqualTo("caller.no-post");
    }

    @Test
    void theUnitToWhichHeGoesGivesHimHisNextCode() {
        long id = persons.member("施远行");
        String opened = EventExamples.load("identity.member-account-opened.v1")
                .replace("4711", String.valueOf(id))
                .replace("90071", "997")
                .replace("000000000034", "000000000997");
        broker.send(opened);
        Awaitility.await()
                .until(() -> persons.file(Province.VILLAGE, id)
                                .json()
                                .at("/member/account")
                                .asLong()
                        == 997);

        transaction.executeWithoutResult(status -> standings.record(
                List.of(Happening.arrived(
                        new MemberId(id), new UnitId(Province.SECOND_VILLAGE), LocalDate.of(2026, 2, 1))),
                "account:1",
                Instant.now()));

        Awaitility.await().until(() -> broker.heard("member").stream()
                .filter(event -> event.path("type").asString().equals("member.account-asked.v1"))
                .anyMatch(event -> event.at("/data/member").asLong() == id
                        && event.at("/data/unit").asLong() == Province.SECOND_VILLAGE));
    }
}
