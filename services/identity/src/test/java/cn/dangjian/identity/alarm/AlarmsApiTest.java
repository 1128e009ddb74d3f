package cn.dangjian.identity.alarm;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.EventSchemas;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class AlarmsApiTest extends RunningIdentity {

    private static final String TYPE = "identity.sign-in-alarm.v1";

    @Autowired
    private EndAlarms endAlarms;

    @Test
    void tellsOfAnAccountThatIsGuessedAtFromManyPlacesAndWhenItIsOver() {
        var someone = fixtures.anActiveAccountAt(111);
        for (int i = 0; i < 60; i++)
            oauth.signInFrom("192.0.2." + (i / 4 + 1), someone.login(), "a wrong guess", Map.of());

        await().until(() -> newest(someone.account()) >= 30);
        var told = told(someone.account());
        EventSchemas.validate(TYPE, told.getFirst().toString());
        assertThat(told.getFirst().path("data").path("state").asString()).isEqualTo("RAISED");
        assertThat(told.getFirst().path("version").asLong()).isEqualTo(1);
        assertThat(told.getFirst().toString()).doesNotContain("192.0.2.", someone.login());
        assertThat(oauth.signIn(someone.login(), PASSWORD).status()).isEqualTo(200);

        await().until(() -> pressure("account:" + someone.account()) == 60);
        quiet("account:" + someone.account());
        endAlarms.end();

        await().until(() -> told(someone.account())
                .getLast()
                .path("data")
                .path("state")
                .asString()
                .equals("OVER"));
        assertThat(told(someone.account()).size()).isBetween(2, 3);
        var last = told(someone.account()).getLast();
        EventSchemas.validate(TYPE, last.toString());
        assertThat(last.path("data").path("state").asString()).isEqualTo("OVER");
        assertThat(last.path("data").path("failures").asInt()).isEqualTo(60);
    }

    @Test
    void tellsOfAnAddressThatTriesManyLogins() {
        for (int i = 0; i < 100; i++) oauth.signInFrom("192.0.2.200", "made-up-login-" + i, "a wrong guess", Map.of());

        await().until(() -> pressure("address:192.0.2.200") == 100);
        var alarms = api.get("/v1/sign-in-alarms?limit=200")
                .as(fixtures.administrator())
                .send();

        assertThat(alarms.status()).as(alarms.body()).isEqualTo(200);
        var mine = alarms.json()
                .path("items")
                .valueStream()
                .filter(alarm -> alarm.path("address").asString("").equals("192.0.2.200"))
                .toList();
        assertThat(mine).hasSize(1);
        assertThat(mine.getFirst().path("account").isNull()).isTrue();
        assertThat(mine.getFirst().path("failures").asInt()).isEqualTo(100);
        assertThat(mine.getFirst().path("overAt").isNull()).isTrue();
    }

    @Test
    void showsThemToNobodyElse() {
        var county = fixtures.anActiveAccountAt(11);

        assertThat(api.get("/v1/sign-in-alarms")
                        .as(fixtures.token(county))
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(api.get("/v1/sign-in-alarms").send().status()).isEqualTo(401);
    }

    @Test
    void forgetsWhatNeverBecameAnAlarm() {
        var someone = fixtures.anActiveAccountAt(111);
        oauth.signInFrom("192.0.2.201", someone.login(), "a wrong guess", Map.of());
        await().until(() -> pressure("account:" + someone.account()) == 1);
        quiet("account:" + someone.account());

        endAlarms.end();

        assertThat(pressure("account:" + someone.account())).isZero();
        assertThat(told(someone.account())).isEmpty();
    }

    @ParameterizedTest(name = "{1} more make {0}: {2}")
    @CsvSource({
        "29, 1, false",
        "30, 1, true",
        "31, 1, false",
        "31, 2, true",
        "60, 1, true",
        "90, 1, false",
        "100, 100, true",
        "120, 1, true",
        "241, 1, false",
        "241, 2, true"
    })
    void areToldAtTheLimitAndEachTimeItHasDoubled(int failures, int added, boolean told) {
        var now = Instant.now();

        assertThat(new Pressure("account:1", failures, now, now, null).isWorthTelling(added, 30))
                .isEqualTo(told);
    }

    private int pressure(String target) {
        return jdbc.sql("select coalesce(max(failures), 0) from sign_in_pressure where target = ?")
                .param(target)
                .query(Integer.class)
                .single();
    }

    private int newest(long account) {
        var told = told(account);
        return told.isEmpty() ? 0 : told.getLast().path("data").path("failures").asInt();
    }

    private List<JsonNode> told(long account) {
        return broker.heardOf(TYPE).stream()
                .filter(event -> event.path("data").path("account").asLong(0) == account)
                .toList();
    }

    private void quiet(String target) {
        jdbc.sql("update sign_in_pressure set failed_at = failed_at - interval 16 minute where target = ?")
                .param(target)
                .update();
    }
}
