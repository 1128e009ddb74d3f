package cn.dangjian.member.person.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.member.Persons;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.member.person.standing.EventKind;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Whoever is out is to have no account any more. */
@ServiceTest
class AccountEndTest {

    private static final String ASKED = "member.account-asked.v1";
    private static final String ENDED = "member.account-ended.v1";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

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
    Members members;

    @Autowired
    TransactionTemplate transaction;

    private Persons persons;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
    }

    private void bind(long member, int account) {
        broker.send(EventExamples.load("identity.member-account-opened.v1")
                .replace("4711", String.valueOf(member))
                .replace("90071", String.valueOf(account))
                .replace("000000000034", "000000000" + account));
        await().until(() -> account(member) == account);
    }

    private long account(long member) {
        return persons.file(Province.VILLAGE, member)
                .json()
                .at("/member/account")
                .asLong();
    }

    private void died(long member) {
        var answer = persons.post(
                Province.VILLAGE,
                "/v1/members/" + member + "/events",
                Map.of("what", "DIED", "day", DAY.toString(), "reason", "见材料"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private List<JsonNode> told(long member) {
        return broker.heard("member").stream()
                .filter(event -> event.path("type").asString().startsWith("member.account-"))
                .filter(event -> event.at("/data/member").asLong() == member)
                .toList();
    }

    @Test
    void isToldWhenSomebodyWithAnAccountHasDied() {
        long member = persons.member("辛长眠");
        bind(member, 941);

        died(member);

        var told = await().until(() -> told(member), events -> !events.isEmpty());
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().path("type").asString()).isEqualTo(ENDED);
        EventSchemas.validate(ENDED, told.getFirst().toString());
        EventSchemas.validate(ENDED, EventExamples.load(ENDED));
    }

    @Test
    void isToldOfWhoeverHadDiedBeforeHisAccountWasOpened() {
        long member = persons.member("辛先行");
        died(member);

        bind(member, 942);

        var told = await().until(() -> told(member), events -> !events.isEmpty());
        assertThat(told).extracting(event -> event.path("type").asString()).containsExactly(ENDED);
    }

    @Test
    void whoeverComesBackHasItAgainWhenHisUnitAsks() {
        long member = persons.member("辛归来");
        bind(member, 943);
        record(Happening.of(new MemberId(member), EventKind.LEFT, DAY));
        var ended = await().until(() -> told(member), events -> !events.isEmpty());

        record(Happening.arrived(new MemberId(member), new UnitId(Province.SECOND_VILLAGE), DAY.plusDays(9)));
        assertThat(persons.post(Province.SECOND_VILLAGE, "/v1/members/" + member + "/account", Map.of())
                        .status())
                .isEqualTo(202);

        var told = await().until(() -> told(member), events -> events.size() > 1);
        assertThat(told).extracting(event -> event.path("type").asString()).containsExactly(ENDED, ASKED);
        assertThat(told.getLast().path("version").asLong())
                .isGreaterThan(ended.getFirst().path("version").asLong());
        assertThat(told.getLast().path("subject").asString()).startsWith("account:");
    }

    private void record(Happening happening) {
        transaction.executeWithoutResult(status -> {
            standings.record(List.of(happening), "account:1", Instant.now());
            members.touch(List.of(happening.member().value()));
        });
    }
}
