package cn.dangjian.identity.signin;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInLogTest extends RunningIdentity {

    private Someone person;

    @BeforeEach
    void somebodyWhoTriedFiveTimes() {
        person = fixtures.anActiveAccountAt(11111);
        oauth.signIn(person.login(), PASSWORD);
        IntStream.range(0, 3).forEach(i -> oauth.signIn(person.login(), "not the password"));
        oauth.signIn(person.login(), PASSWORD);
    }

    @Test
    void saysWhenFromWhereAndHowItEnded() {
        var answer = api.get("/v1/me/sign-ins").as(fixtures.token(person)).send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var items = answer.json().path("items").valueStream().toList();
        assertThat(items.stream().map(item -> item.path("outcome").asString()))
                .containsExactly("SIGNED_IN", "WRONG", "WRONG", "WRONG", "SIGNED_IN");
        assertThat(items).allSatisfy(item -> {
            assertThat(item.path("address").asString()).isEqualTo("127.0.0.1");
            assertThat(item.path("client").asString()).isEqualTo("dangjian-app");
            assertThat(item.path("at").asString()).isNotBlank();
        });
    }

    @Test
    void goesThroughThePagesWithoutLossEvenWithinOneMoment() {
        jdbc.sql("update sign_in set at = '2026-01-01 00:00:00.123456' where account = ?")
                .param(person.account())
                .update();
        var ids = new ArrayList<Long>();
        String cursor = "";
        do {
            var page = api.get("/v1/me/sign-ins?limit=2&cursor=" + cursor)
                    .as(fixtures.token(person))
                    .send()
                    .json();
            page.path("items").forEach(item -> ids.add(item.path("id").asLong()));
            cursor = page.path("next").isNull() ? null : page.path("next").asString();
        } while (cursor != null);

        assertThat(ids).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void isOpenToTheUnitAboveAndToNobodyElse() {
        String log = "/v1/accounts/" + person.account() + "/sign-ins";
        var county = fixtures.anActiveAccountAt(111);
        var otherCounty = fixtures.anActiveAccountAt(121);
        var colleague = fixtures.anActiveAccountAt(11111);

        assertThat(api.get(log).as(fixtures.token(county)).send().json().path("items"))
                .hasSize(5);
        assertThat(api.get(log).as(fixtures.token(otherCounty)).send().problem())
                .isEqualTo("account.unknown");
        assertThat(api.get(log).as(fixtures.token(colleague)).send().problem()).isEqualTo("account.not-below");
        assertThat(api.get(log).send().status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=abc", "cursor=MTIz"})
    void refusesBadPages(String query) {
        assertThat(api.get("/v1/me/sign-ins?" + query)
                        .as(fixtures.token(person))
                        .send()
                        .status())
                .isEqualTo(400);
    }
}
