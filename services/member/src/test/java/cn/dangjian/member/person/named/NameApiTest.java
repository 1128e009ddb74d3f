package cn.dangjian.member.person.named;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.member.Persons;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Dues is told the names for its papers, nobody else is, and each is written down. */
@ServiceTest
class NameApiTest {

    private static final String PATH = "/internal/member-names";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    DataSource database;

    private Persons persons;
    private JdbcClient jdbc;

    @BeforeEach
    void units(@Autowired Province province) {
        province.settle();
        persons = new Persons(api, tokens);
        jdbc = JdbcClient.create(database);
    }

    private static Map<String, Object> asked(List<Long> members) {
        return Map.of(
                "members", members, "account", 7701, "post", 7702, "unit", Province.VILLAGE, "purpose", "党费收据 2026-1");
    }

    private Api.Answer ask(String token, Object body) {
        return api.post(PATH, body).as(token).send();
    }

    private int readings(long member) {
        return jdbc.sql("select count(*) from member_reading where member_id = :member and what = 'NAME'")
                .param("member", member)
                .query(Integer.class)
                .single();
    }

    @Test
    void areToldToDuesAndWrittenDown() {
        long one = persons.member(Province.VILLAGE, "买买提·某");
        long other = persons.member(Province.VILLAGE, "\uD842\uDFB7〇");

        var answer = ask(tokens.service("dues"), asked(List.of(one, other, 99_999_999L)));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("names").valueStream().map(name -> name.path("name")
                        .asString()))
                .containsExactly("买买提·某", "\uD842\uDFB7〇");
        assertThat(readings(one)).isEqualTo(1);
        assertThat(readings(other)).isEqualTo(1);
        await().untilAsserted(() -> assertThat(told(one)).hasSize(1));
        told(one).forEach(event -> EventSchemas.validate("member.personal-data-read.v1", event.toString()));
    }

    private List<JsonNode> told(long member) {
        return broker.heardOf("member.personal-data-read.v1").stream()
                .filter(event -> event.at("/data/kind").asString().equals("member-name")
                        && event.at("/data/ids/0").asLong() == member)
                .toList();
    }

    @Test
    void areToldToNobodyElse() {
        long one = persons.member(Province.VILLAGE, "余无名");

        for (String token : List.of(tokens.service("task"), tokens.at(Province.VILLAGE), tokens.at(Province.PROVINCE)))
            assertThat(ask(token, asked(List.of(one))).status()).isEqualTo(403);
        assertThat(readings(one)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void areToldOfAFewAtATime(int many) {
        var members = java.util.stream.LongStream.rangeClosed(1, many).boxed().toList();

        assertThat(ask(tokens.service("dues"), asked(members)).status()).isIn(400, 422);
    }

    @Test
    void withoutAPostAreOnesOwn() {
        long one = persons.member(Province.VILLAGE, "我自己");
        long other = persons.member(Province.VILLAGE, "别人家");
        jdbc.sql("update member set account_id = 880101 where id = :id")
                .param("id", one)
                .update();
        var body = new HashMap<String, Object>(
                Map.of("members", List.of(one, other), "account", 880_101, "purpose", "党费证 2026"));

        var answer = ask(tokens.service("dues"), body);

        assertThat(answer.json().path("names")).hasSize(1);
        assertThat(answer.json().at("/names/0/name").asString()).isEqualTo("我自己");
        assertThat(readings(one) + readings(other)).isZero();
    }
}
