package cn.dangjian.identity.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.Api.Answer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppointmentsApiTest extends RunningIdentity {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private Someone county;
    private Someone otherCounty;
    private Someone person;

    @BeforeEach
    void accounts() {
        county = fixtures.anActiveAccountAt(111);
        otherCounty = fixtures.anActiveAccountAt(121);
        person = fixtures.anActiveAccountAt(11111);
    }

    @Test
    void givesAPostWithItsTermAndSession() {
        var answer = appoint(county, person, 11112, Map.of("source", "2026 年村党支部换届"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var post = answer.json();
        assertThat(post.path("active").asBoolean()).isTrue();
        assertThat(post.path("unit").asLong()).isEqualTo(11112);
        assertThat(post.path("source").asString()).isEqualTo("2026 年村党支部换届");
        var own = api.get("/v1/me/posts").as(fixtures.token(person)).send();
        assertThat(own.json().path("items").valueStream().map(one -> one.path("unit")
                        .asLong()))
                .containsExactly(11111L, 11112L);
        var seen = api.get("/v1/posts/" + post.path("post").asLong())
                .as(fixtures.token(county))
                .send();
        assertThat(seen.header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void givesAPostOnceForOneKey() {
        var body = body(person.account(), 11112, "secretary", TODAY, null);
        String key = "appoint-once-" + person.account() + "-padding";

        var first =
                api.post("/v1/posts", body).as(fixtures.token(county)).key(key).send();
        var second =
                api.post("/v1/posts", body).as(fixtures.token(county)).key(key).send();

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(posts(person)).isEqualTo(2);
        assertThat(api.post("/v1/posts", body).as(fixtures.token(county)).send().problem())
                .isEqualTo("idempotency.missing");
    }

    @ParameterizedTest
    @CsvSource({
        "account,  987654321,  404, account.unknown",
        "account,  0,          404, account.unknown",
        "unit,     987654,     404, appointment.unit-unknown",
        "unit,     121,        404, appointment.unit-unknown",
        "unit,     111,        409, appointment.not-below",
        "unit,     0,          400, body.invalid",
        "unit,     -5,         400, body.invalid",
        "duty,     office,     409, appointment.office",
        "duty,     test,       409, appointment.held",
        "duty,     Secretary,  400, body.invalid",
        "duty,     '',         400, body.invalid",
        "until,    2020-01-01, 422, appointment.days",
        "from,     2999-02-02, 422, appointment.days",
        "from,     2026-02-30, 400, body.unreadable",
        "colour,   red,        400, body.unknown-field"
    })
    void refusesWhatCannotBe(String field, String value, int status, String problem) {
        var body = body(person.account(), 11111, "secretary", TODAY, LocalDate.of(2999, 1, 1));
        body.put(field, value.matches("-?[0-9]+") ? (Object) Long.valueOf(value) : value);

        var answer =
                api.post("/v1/posts", body).as(fixtures.token(county)).key().send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (!problem.equals("body.unreadable")) assertThat(answer.problem()).isEqualTo(problem);
        assertThat(posts(person)).isEqualTo(1);
    }

    @Test
    void endsTheTermOnItsLastDayNotBefore() {
        assertThat(appoint(county, person, 11112, Map.of("until", TODAY.minusDays(1)))
                        .status())
                .isEqualTo(422);
        assertThat(appoint(county, person, 11112, Map.of("until", TODAY)).status())
                .isEqualTo(201);
        assertThat(appoint(county, person, 11113, Map.of("until", TODAY.plusDays(1)))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void givesNobodyAPostForHimself() {
        assertThat(appoint(county, county, 11112, Map.of()).problem()).isEqualTo("appointment.not-below");
        assertThat(appoint(person, person, 11112, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void saysOnWhichDayAPostWillEndAndThenEndsItAtOnce() {
        long post = post(appoint(county, person, 11112, Map.of()));

        var later = end(county, post, Map.of("reason", "换届", "lastDay", TODAY.plusDays(30)));
        var past = end(county, post, Map.of("reason", "换届", "lastDay", TODAY.minusDays(1)));
        var now = end(county, post, Map.of("reason", "辞职"));
        var again = end(county, post, Map.of("reason", "辞职"));

        assertThat(later.status()).as(later.body()).isEqualTo(200);
        assertThat(later.json().path("active").asBoolean()).isTrue();
        assertThat(past.problem()).isEqualTo("appointment.days");
        assertThat(now.json().path("active").asBoolean()).isFalse();
        assertThat(now.json().path("until").asString()).isEqualTo(TODAY.toString());
        assertThat(again.problem()).isEqualTo("appointment.ended");
        assertThat(appoint(county, person, 11112, Map.of()).status()).isEqualTo(201);
        assertThat(end(county, post, Map.of()).status()).isEqualTo(400);
    }

    @Test
    void letsTheSecondOfTwoWhoChangeAPostLookAgain() {
        long post = post(appoint(county, person, 11112, Map.of()));
        end(county, post, Map.of("reason", "换届", "lastDay", TODAY.plusDays(30)));

        var stale = api.post("/v1/posts/" + post + "/end", Map.of("reason", "辞职"))
                .as(fixtures.token(county))
                .ifMatch("\"0\"")
                .send();

        assertThat(stale.status()).isEqualTo(412);
    }

    @Test
    void transfersAPersonOutOfOneCountyIntoAnother() {
        var city = fixtures.anActiveAccountAt(11);

        var moved = transfer(city, person.post(), 11211);

        assertThat(moved.status()).as(moved.body()).isEqualTo(201);
        assertThat(moved.json().path("unit").asLong()).isEqualTo(11211);
        var history = api.get("/v1/accounts/" + person.account() + "/posts")
                .as(fixtures.token(city))
                .send()
                .json()
                .path("items");
        assertThat(history.valueStream().map(one -> one.path("active").asBoolean()))
                .containsExactly(true, false);
        // the county that he left sees nothing of him any more
        assertThat(api.get("/v1/accounts/" + person.account() + "/posts")
                        .as(fixtures.token(county))
                        .send()
                        .problem())
                .isEqualTo("account.unknown");
        assertThat(api.post("/v1/accounts/" + person.account() + "/lock")
                        .as(fixtures.token(county))
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void transfersBothWaysOrNotAtAll() {
        post(appoint(county, person, 11112, Map.of()));

        var refused = transfer(county, person.post(), 11112);

        assertThat(refused.problem()).as(refused.body()).isEqualTo("appointment.held");
        assertThat(jdbc.sql("select active from post where id = ?")
                        .param(person.post())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(transfer(county, person.post(), 121).problem()).isEqualTo("appointment.unit-unknown");
        assertThat(transfer(county, person.post(), 111).problem()).isEqualTo("appointment.not-below");
    }

    @Test
    void transfersOnADayToCome() {
        var moved = api.post(
                        "/v1/posts/" + person.post() + "/transfer",
                        Map.of("unit", 11113, "duty", "secretary", "from", TODAY.plusDays(10)))
                .as(fixtures.token(county))
                .key()
                .send();

        assertThat(moved.status()).as(moved.body()).isEqualTo(201);
        assertThat(moved.json().path("planned").asBoolean()).isTrue();
        assertThat(jdbc.sql("select active from post where id = ?")
                        .param(person.post())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(jdbc.sql("select until_day from post where id = ?")
                        .param(person.post())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(TODAY.plusDays(9));
    }

    @Test
    void knowsNothingOfOtherCounties() {
        long post = post(appoint(county, person, 11112, Map.of()));

        assertThat(appoint(otherCounty, person, 12111, Map.of()).problem()).isEqualTo("account.unknown");
        assertThat(appoint(county, otherCounty, 11112, Map.of()).problem()).isEqualTo("account.unknown");
        assertThat(end(otherCounty, post, Map.of("reason", "换届")).problem()).isEqualTo("appointment.unknown");
        assertThat(transfer(otherCounty, post, 12111).problem()).isEqualTo("appointment.unknown");
        for (String path : new String[] {"/v1/posts/" + post, "/v1/accounts/" + person.account() + "/posts"}) {
            assertThat(api.get(path).as(fixtures.token(otherCounty)).send().status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void opensNoDoorWithoutAToken() {
        for (String path : new String[] {"/v1/posts", "/v1/posts/1/end", "/v1/posts/1/transfer"}) {
            assertThat(api.post(path, Map.of()).key().send().status()).as(path).isEqualTo(401);
        }
        for (String path : new String[] {"/v1/posts/1", "/v1/me/posts", "/v1/accounts/1/posts"}) {
            assertThat(api.get(path).send().status()).as(path).isEqualTo(401);
        }
    }

    private Answer appoint(Someone by, Someone whom, long unit, Map<String, ?> more) {
        var body = body(whom.account(), unit, "secretary", TODAY, null);
        more.forEach((key, value) -> body.put(key, value instanceof LocalDate day ? day.toString() : value));
        if (more.get("until") instanceof LocalDate until && until.isBefore(TODAY)) body.put("from", "2020-01-01");
        return api.post("/v1/posts", body).as(fixtures.token(by)).key().send();
    }

    private static Map<String, Object> body(
            long account, long unit, String duty, LocalDate from, @Nullable LocalDate until) {
        var body = new LinkedHashMap<String, Object>();
        body.put("account", account);
        body.put("unit", unit);
        body.put("duty", duty);
        body.put("from", from.toString());
        if (until != null) body.put("until", until.toString());
        return body;
    }

    private Answer end(Someone by, long post, Map<String, ?> body) {
        var texts = new LinkedHashMap<String, Object>();
        body.forEach((key, value) -> texts.put(key, value.toString()));
        return api.post("/v1/posts/" + post + "/end", texts)
                .as(fixtures.token(by))
                .send();
    }

    private Answer transfer(Someone by, long post, long unit) {
        return api.post(
                        "/v1/posts/" + post + "/transfer",
                        Map.of("unit", unit, "duty", "secretary", "from", TODAY.toString()))
                .as(fixtures.token(by))
                .key()
                .send();
    }

    private static long post(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("post").asLong();
    }

    private long posts(Someone someone) {
        return jdbc.sql("select count(*) from post where account = ?")
                .param(someone.account())
                .query(Long.class)
                .single();
    }
}
