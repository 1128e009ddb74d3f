package cn.dangjian.identity.audit;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static cn.dangjian.identity.OAuth.accessToken;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.Api.Answer;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

class AuditApiTest extends RunningIdentity {

    private static final String SEALED = "identity.audit-sealed.v1";
    private static final String MEMBERS_READ = "member.personal-data-read.v1";
    private static final String READ = "organization.personal-data-read.v1";

    @Autowired
    private SealTrail sealTrail;

    private Someone county;
    private Someone person;

    @BeforeEach
    void accounts() {
        county = fixtures.anActiveAccountAt(111);
        person = fixtures.anActiveAccountAt(11111);
    }

    @Test
    void saysWhoChangedWhoseAuthority() {
        post("/v1/accounts/" + person.account() + "/lock", fixtures.token(county));
        post("/v1/accounts/" + person.account() + "/unlock", fixtures.token(county));

        var done = entries("account=" + county.account());

        assertThat(done).containsExactly("account.unlocked", "account.locked");
        assertThat(entries("thing=account&id=" + person.account()))
                .containsExactly("account.unlocked", "account.locked");
        assertThat(entries("account=" + county.account() + "&limit=1")).hasSize(1);
    }

    @Test
    void saysWhoLookedAtTheSignInsOfSomebody() {
        api.get("/v1/accounts/" + person.account() + "/sign-ins")
                .as(fixtures.token(county))
                .send();
        api.get("/v1/accounts/" + person.account() + "/sessions")
                .as(fixtures.token(county))
                .send();
        api.get("/v1/me/sign-ins").as(fixtures.token(person)).send();

        assertThat(entries("thing=account&id=" + person.account())).containsExactly("sessions.read", "sign-ins.read");
    }

    @Test
    void writesNothingForWhatWasRefused() {
        var otherCounty = fixtures.anActiveAccountAt(121);

        post("/v1/accounts/" + person.account() + "/lock", fixtures.token(otherCounty));
        api.get("/v1/accounts/" + person.account() + "/sign-ins")
                .as(fixtures.token(otherCounty))
                .send();

        assertThat(entries("account=" + otherCounty.account())).isEmpty();
    }

    @Test
    void namesTheDeputyAndTheMandate() {
        var deputy = fixtures.anActiveAccountAt(1111);
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        long mandate = api.post(
                        "/v1/mandates",
                        Map.of(
                                "post",
                                county.post(),
                                "deputy",
                                deputy.account(),
                                "duty",
                                "test",
                                "from",
                                today.toString(),
                                "until",
                                today.toString(),
                                "reason",
                                "出差"))
                .as(fixtures.token(county))
                .key()
                .send()
                .json()
                .path("id")
                .asLong();
        String acting = accessToken(oauth.signIn(deputy.login(), PASSWORD, Map.of("mandate", String.valueOf(mandate))));

        post("/v1/accounts/" + person.account() + "/lock", acting);

        var entry = items("account=" + deputy.account()).json().path("items").get(0);
        assertThat(entry.path("act").asString()).isEqualTo("account.locked");
        assertThat(entry.path("post").asLong()).isEqualTo(county.post());
        assertThat(entry.path("mandate").asLong()).isEqualTo(mandate);
    }

    @Test
    void goesThroughThePagesWithoutLoss() {
        for (int i = 0; i < 5; i++) {
            post("/v1/accounts/" + person.account() + "/unlock", fixtures.token(county));
        }
        var seen = new ArrayList<Long>();
        String cursor = "";
        do {
            var page = items("account=" + county.account() + "&limit=2&cursor=" + cursor)
                    .json();
            page.path("items").forEach(item -> seen.add(item.path("seq").asLong()));
            cursor = page.path("next").isNull() ? null : page.path("next").asString();
        } while (cursor != null);

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void tellsTheHouseOfEverySeal() {
        EventSchemas.validate(SEALED, EventExamples.load("identity", "audit-sealed.v1"));
        post("/v1/accounts/" + person.account() + "/unlock", fixtures.token(county));

        sealTrail.seal();
        sealTrail.seal();

        await().atMost(20, SECONDS).until(() -> !broker.heardOf(SEALED).isEmpty());
        broker.heardOf(SEALED).forEach(event -> EventSchemas.validate(SEALED, event.toString()));
        var report = api.get("/v1/audit/verification")
                .as(fixtures.administrator())
                .send()
                .json();
        assertThat(report.path("intact").asBoolean()).isTrue();
        var kept = "?seal=" + report.path("seals").asLong() + "&mac="
                + report.path("lastMac").asString();
        assertThat(api.get("/v1/audit/verification" + kept)
                        .as(fixtures.administrator())
                        .send()
                        .json()
                        .path("intact")
                        .asBoolean())
                .isTrue();
        assertThat(api.get("/v1/audit/verification?seal=999999999&mac=" + "0".repeat(64))
                        .as(fixtures.administrator())
                        .send()
                        .json()
                        .path("broken")
                        .path("flaw")
                        .asString())
                .isEqualTo("ROLLED_BACK");
    }

    @ParameterizedTest
    @CsvSource({
        "verification?seal=1,        422",
        "verification?mac=abc,       400",
        "verification?seal=0&mac=00, 400",
        "entries,                    422",
        "entries?thing=account,      422",
        "entries?account=1&thing=x,  422",
        "entries?account=x,          400",
        "entries?account=1&limit=0,  400",
        "entries?account=1&cursor=x, 400"
    })
    void refusesBadQuestions(String question, int status) {
        assertThat(api.get("/v1/audit/" + question)
                        .as(fixtures.administrator())
                        .send()
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/audit/verification", "/v1/audit/entries?account=1"})
    void isForTheAdministratorOnly(String path) {
        assertThat(api.get(path).send().status()).isEqualTo(401);
        for (String token : List.of(fixtures.token(county), fixtures.service("task"))) {
            assertThat(api.get(path).as(token).send().status()).isEqualTo(403);
        }
    }

    @Test
    void takesWhatOtherServicesHaveShownOnce() {
        String example = EventExamples.load(READ);
        EventSchemas.validate(READ, example);

        broker.send(example, example);
        broker.send(example);
        awaitRead(read(61));

        var taken = items("thing=personal-matter-report&id=5").json().path("items");
        assertThat(taken).hasSize(1);
        assertThat(taken.get(0).path("service").asString()).isEqualTo("organization");
        assertThat(taken.get(0).path("account").asLong()).isEqualTo(32);
        assertThat(taken.get(0).path("act").asString()).isEqualTo("personal-matter-report.read");
        assertThat(taken.get(0).path("purpose").asString()).isEqualTo("年度核查");
    }

    @Test
    void writesDownEachMemberWhoWasShownAndAnExportOnce() {
        String example = EventExamples.load(MEMBERS_READ);
        EventSchemas.validate(MEMBERS_READ, example);
        String export = example.replace("000000040002", "000000040003")
                .replace("personal-data-read:7", "personal-data-read:8")
                .replace("member-number", "member-export")
                .replace("[4711, 4712]", "[8]")
                .replace("\"people\": null", "\"people\": 1200");
        EventSchemas.validate(MEMBERS_READ, export);

        broker.send(example, example, export);
        broker.send(example, export);
        await().atMost(20, SECONDS).until(() -> entries("thing=member-export&id=8"), found -> !found.isEmpty());

        assertThat(entries("thing=member-export&id=8")).containsExactly("member-export.read");
        assertThat(entries("thing=member-number&id=4711")).containsExactly("member-number.read");
        assertThat(entries("thing=member-number&id=4712")).containsExactly("member-number.read");
        var taken = items("thing=member-export&id=8").json().path("items").get(0);
        assertThat(taken.path("service").asString()).isEqualTo("member");
        assertThat(taken.path("purpose").asString()).isEqualTo("年度核查（1200 人）");
    }

    @Test
    void takesARepeatedReadingOnceEvenIfTheInboxHasForgottenIt() {
        String again = read(62);
        awaitRead(again);
        jdbc.sql("delete from inbox where consumer = 'ReadsListener'").update();

        broker.send(again);
        awaitRead(read(63));

        assertThat(entries("thing=personal-matter-report&id=62")).hasSize(1);
    }

    /** The topic has one order: what was sent before was heard too. */
    private void awaitRead(String event) {
        broker.send(event);
        String id = JsonMapper.shared().readTree(event).path("id").asString();
        await().until(() -> jdbc.sql("select count(*) from audit_entry where service = 'organization' and source = ?")
                        .param(id)
                        .query(Long.class)
                        .single()
                == 1);
    }

    private static String read(long report) {
        return """
            {"id":"%s","type":"organization.personal-data-read.v1","key":"personal-data-read:%d","version":1,\
            "occurredAt":"2026-03-02T01:00:00Z","subject":"account:32","data":{"kind":"personal-matter-report",\
            "id":%d,"account":32,"post":31,"purpose":"年度核查","at":"2026-03-02T01:00:00Z"}}\
            """.formatted(UUID.randomUUID(), report, report);
    }

    private void post(String path, String token) {
        api.post(path).as(token).send();
    }

    private Answer items(String query) {
        var answer = api.get("/v1/audit/entries?" + query)
                .as(fixtures.administrator())
                .send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private List<String> entries(String query) {
        return items(query)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("act").asString())
                .toList();
    }
}
