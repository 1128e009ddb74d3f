package cn.dangjian.identity.member;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static cn.dangjian.identity.OAuth.accessToken;
import static cn.dangjian.identity.OAuth.refreshToken;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.Api.Answer;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a branch that asks for an account to a member who signs in with it. */
class MemberAccountsTest extends RunningIdentity {

    private static final String ASKED = "member.account-asked.v1";
    private static final String ENDED = "member.account-ended.v1";
    private static final String OPENED = "identity.member-account-opened.v1";
    private static final AtomicLong MEMBERS = new AtomicLong(50_000);

    private long member;
    private Someone village;
    private Someone neighbour;
    private Someone county;
    private Someone otherCounty;

    @BeforeEach
    void somebodyAtEachUnit() {
        member = MEMBERS.incrementAndGet();
        village = fixtures.anActiveAccountAt(11111);
        neighbour = fixtures.anActiveAccountAt(11112);
        county = fixtures.anActiveAccountAt(111);
        otherCounty = fixtures.anActiveAccountAt(121);
    }

    private static String asked(long member, long unit, long version) {
        return """
            {"id":"%s","type":"member.account-asked.v1","key":"member:%d","version":%d,\
            "occurredAt":"2026-03-02T01:00:00Z","subject":"account:32","data":{"member":%d,"unit":%d}}\
            """.formatted(UUID.randomUUID(), member, version, member, unit);
    }

    private static String ended(long member, long version) {
        return """
            {"id":"%s","type":"member.account-ended.v1","key":"member:%d","version":%d,\
            "occurredAt":"2026-03-02T01:00:00Z","subject":null,"data":{"member":%d}}\
            """.formatted(UUID.randomUUID(), member, version, member);
    }

    private String state(JsonNode account) {
        return jdbc.sql("select state from account where id = :id")
                .param("id", account.path("account").asLong())
                .query(String.class)
                .single();
    }

    private List<JsonNode> answers(long of, int number) {
        return await().atMost(20, SECONDS)
                .until(
                        () -> broker.heardOf(OPENED).stream()
                                .filter(event ->
                                        event.path("data").path("member").asLong() == of)
                                .toList(),
                        found -> found.size() >= number);
    }

    private JsonNode open(long unit) {
        String event = asked(member, unit, 1);
        broker.send(event);
        return answers(member, 1).getFirst().path("data");
    }

    private Answer codes(Someone by, Object... members) {
        return codes(by, Map.of("members", List.of(members)));
    }

    private Answer codes(Someone by, Map<String, ?> body) {
        return api.post("/v1/member-activation-codes", body)
                .as(fixtures.token(by))
                .send();
    }

    private void activate(JsonNode code) {
        var answer = api.post(
                        "/v1/activations",
                        Map.of(
                                "login",
                                code.path("login").asString(),
                                "code",
                                code.path("code").asString(),
                                "password",
                                PASSWORD))
                .send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    @Test
    void hearsTheExampleTwiceAndOpensOneAccount() {
        String example = EventExamples.load(ASKED);
        EventSchemas.validate(ASKED, example);
        EventSchemas.validate(OPENED, EventExamples.load(OPENED));

        broker.send(example, example);
        broker.send(example, asked(member, 11111, 1));
        answers(member, 1);

        var heard = answers(4711, 1);
        assertThat(heard).hasSize(1);
        EventSchemas.validate(OPENED, heard.getFirst().toString());
        assertThat(heard.getFirst().path("data").path("login").asString())
                .isEqualTo("m." + heard.getFirst().path("data").path("account").asLong());
        assertThat(jdbc.sql("select count(*) from account where display_name = '党员 4711'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(api.get("/v1/audit/entries?thing=account&id="
                                + heard.getFirst().path("data").path("account").asLong())
                        .as(fixtures.administrator())
                        .send()
                        .body())
                .contains("account.opened", "member:4711", "\"account\":32");
    }

    @Test
    void asksAgainForTheSameAccountAtAnotherUnit() {
        var first = open(11111);

        broker.send(asked(member, 12111, 3), asked(member, 11112, 2));

        var again = answers(member, 2).getLast().path("data");
        assertThat(again).isEqualTo(first);
        assertThat(codes(otherCounty, member).status()).isEqualTo(200);
        assertThat(codes(county, member).problem()).isEqualTo("activation.member-unknown");
        assertThat(answers(member, 2)).hasSize(2);
    }

    @Test
    void aMemberSignsInWithTheCodeOfHisUnitAndHasNoPost() {
        var account = open(11111);
        var answer = codes(village, member);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var code = answer.json().get(0);
        assertThat(code.path("member").asLong()).isEqualTo(member);
        assertThat(code.path("unitCode").asString()).isEqualTo("9811111");

        activate(code);

        var signedIn = oauth.signIn(account.path("login").asString(), PASSWORD);
        assertThat(signedIn.status()).as(signedIn.body()).isEqualTo(200);
        var refreshed = oauth.refresh(refreshToken(signedIn));
        assertThat(refreshed.status()).as(refreshed.body()).isEqualTo(200);
        String token = accessToken(refreshed);
        assertThat(claims(token).has("unit") || claims(token).has("post")).isFalse();
        assertThat(api.get("/v1/me/sessions").as(token).send().status()).isEqualTo(200);
        assertThat(api.get("/v1/accounts").as(token).send().problem()).isEqualTo("caller.no-post");
        assertThat(api.post("/v1/member-activation-codes", Map.of("members", List.of(member)))
                        .as(token)
                        .send()
                        .problem())
                .isEqualTo("caller.no-post");
    }

    @Test
    void theUnitAndThoseAboveGiveCodesAndNobodyElse() {
        open(11111);

        assertThat(codes(county, member).json()).hasSize(1);
        assertThat(codes(village, member, member).json()).hasSize(1);
        for (var stranger : List.of(neighbour, otherCounty)) {
            assertThat(codes(stranger, member).status()).isEqualTo(404);
            assertThat(said(codes(stranger, member))).isEqualTo(said(codes(stranger, 999_999_999L)));
        }
        assertThat(codes(village, member, 999_999_999L).status()).isEqualTo(404);
    }

    private static String said(Answer answer) {
        return answer.body().replaceAll("\"traceId\":\"\\w+\"", "");
    }

    @Test
    void givesAnAccountInUseACodeOnlyWhenItIsReset() {
        open(11111);
        activate(codes(village, member).json().get(0));

        assertThat(codes(village, member).json()).isEmpty();
        assertThat(codes(village, Map.of("members", List.of(member), "reset", true))
                        .json())
                .hasSize(1);
    }

    @Test
    void leavesMembersWhoAlsoHoldAPostToTheUnitAboveThatPost() {
        var account = open(11111);
        jdbc.sql("insert into post (account, unit, duty, active, since) values (?, 111, 'test', true, now(6))")
                .param(account.path("account").asLong())
                .update();

        assertThat(codes(village, member).json()).isEmpty();
        assertThat(codes(county, member).json()).isEmpty();
    }

    @Test
    void whoeverIsOutIsSignedOutAndSignsInAgainWhenHisUnitAsks() {
        EventSchemas.validate(ENDED, EventExamples.load(ENDED));
        var account = open(11111);
        activate(codes(village, member).json().get(0));
        String login = account.path("login").asString();
        var signedIn = oauth.signIn(login, PASSWORD);
        String token = accessToken(signedIn);

        String ended = ended(member, 3);
        broker.send(ended, ended, asked(member, 11111, 2));
        await().until(() -> state(account).equals("LOCKED"));

        assertThat(oauth.signIn(login, PASSWORD).status()).isNotEqualTo(200);
        assertThat(oauth.refresh(refreshToken(signedIn)).status()).isNotEqualTo(200);
        assertThat(api.get("/v1/me/sessions").as(token).send().status()).isEqualTo(401);
        assertThat(codes(village, Map.of("members", List.of(member), "reset", true))
                        .json())
                .isEmpty();

        broker.send(asked(member, 11111, 4));

        await().until(() -> state(account).equals("ACTIVE"));
        assertThat(oauth.signIn(login, PASSWORD).status()).isEqualTo(200);
        assertThat(answers(member, 2)).hasSize(2);
    }

    @Test
    void leavesLockedWhatAUnitAboveHasLocked() {
        var account = open(11111);
        jdbc.sql("update account set state = 'LOCKED' where id = :id")
                .param("id", account.path("account").asLong())
                .update();

        broker.send(ended(member, 2), asked(member, 11111, 3));

        answers(member, 2);
        assertThat(state(account)).isEqualTo("LOCKED");
    }

    @Test
    void keepsNoCodeInTheClear() {
        open(11111);
        String code = codes(village, member).json().get(0).path("code").asString();

        assertThat(jdbc.sql("select concat_ws('|', code_hash, issued_by) from activation")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(code));
        assertThat(jdbc.sql("select count(*) from idempotency where cast(body as char) like :code")
                        .param("code", "%" + code + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesQuestionsAboutNobodyAndWithoutAToken() {
        assertThat(codes(village, Map.of("members", List.of())).status()).isEqualTo(400);
        assertThat(codes(village, Map.of()).status()).isEqualTo(400);
        assertThat(api.post("/v1/member-activation-codes", Map.of("members", List.of(1)))
                        .send()
                        .status())
                .isEqualTo(401);
    }

    private static JsonNode claims(String token) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
