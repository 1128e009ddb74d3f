package cn.dangjian.identity.phone;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.platform.seals.Reseal;
import cn.dangjian.platform.seals.SealedRows;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.testkit.Api.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class PhoneApiTest extends RunningIdentity {

    @Autowired
    JdbcTemplate template;

    @Autowired
    List<SealedRows> sealed;

    @Autowired
    private PhoneRepository phones;

    @Autowired
    private TransactionTemplate transaction;

    private Someone person;
    private String number;

    @BeforeEach
    void somebody() {
        person = fixtures.anActiveAccountAt(11111);
        number = "139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    }

    @Test
    void keepsANumberThatItShowsMaskedAndStoresEncrypted() {
        assertThat(show(person).problem()).isEqualTo("phone.none");

        var set = set(person, "+86" + number, PASSWORD);

        String masked = "139****" + number.substring(7);
        assertThat(set.status()).as(set.body()).isEqualTo(200);
        assertThat(set.json().path("phone").asString()).isEqualTo(masked);
        assertThat(show(person).json().path("phone").asString()).isEqualTo(masked);
        var row = jdbc.sql("select phone, phone_key, phone_index from account where id = ?")
                .param(person.account())
                .query()
                .singleRow();
        assertThat(new String((byte[]) row.get("phone"), ISO_8859_1)).doesNotContain(number);
        assertThat(row.get("phone_key")).isEqualTo("k1");
        assertThat(row.get("phone_index").toString()).hasSize(64).doesNotContain(number);
    }

    @Test
    void changesNothingWithoutThePassword() {
        assertThat(set(person, number, "not the password").problem()).isEqualTo("phone.password-wrong");
        assertThat(show(person).status()).isEqualTo(404);

        IntStream.range(0, 4).forEach(i -> set(person, number, "not the password"));
        jdbc.sql("update attempt_failure set next_at = now(6) + interval 20 second where account = ?")
                .param(person.account())
                .update();
        assertThat(set(person, number, PASSWORD).problem()).isEqualTo("sign-in.wait");
    }

    @Test
    void belongsToOneAccountOnlyAndIsFreeAgainAfterAChange() {
        var other = fixtures.anActiveAccountAt(12111);
        assertThat(set(person, number, PASSWORD).status()).isEqualTo(200);

        var taken = set(other, number, PASSWORD);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.problem()).isEqualTo("phone.taken");
        assertThat(taken.body()).doesNotContain(number);
        assertThat(show(other).status()).isEqualTo(404);

        assertThat(set(person, number, PASSWORD).status()).isEqualTo(200);
        assertThat(set(person, "13900000001", PASSWORD).status()).isEqualTo(200);
        assertThat(set(other, number, PASSWORD).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12900000000",
                "1390000000",
                "139000000000",
                "8613900000000",
                "139 0000 0000",
                "１３９００００００００",
                "139****0000",
                "'; drop table account; --"
            })
    void refusesWhatIsNoNumberAndRepeatsNothingOfIt(String text) {
        var answer = set(person, text, PASSWORD);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("body.invalid");
        if (!text.isEmpty()) assertThat(answer.body()).doesNotContain(text);
        assertThat(show(person).status()).isEqualTo(404);
    }

    @Test
    void isNoBusinessOfAnybodyElse() {
        set(person, number, PASSWORD);
        var otherCounty = fixtures.anActiveAccountAt(121);

        assertThat(show(otherCounty).status()).isEqualTo(404);
        assertThat(api.get("/v1/me/phone").send().status()).isEqualTo(401);
        assertThat(api.put("/v1/me/phone", Map.of("phone", number, "password", PASSWORD))
                        .send()
                        .status())
                .isEqualTo(401);
        assertThat(api.get("/v1/me/phone").as(fixtures.service("task")).send().status())
                .isEqualTo(403);
    }

    @Test
    void movesToAnotherKeyAndBackWhileItRuns() {
        set(person, number, PASSWORD);

        resealWith("k2");
        var moved = phones.find(new AccountId(person.account())).orElseThrow();
        resealWith("k1");

        assertThat(moved.phone().key()).isEqualTo("k2");
        assertThat(show(person).json().path("phone").asString()).endsWith(number.substring(7));
        assertThat(set(fixtures.anActiveAccountAt(111), number, PASSWORD).problem())
                .isEqualTo("phone.taken");
    }

    private void resealWith(String key) {
        new Reseal(sealed, OtherKeys.with(key), template, transaction).reseal();
    }

    private Answer set(Someone someone, String phone, String password) {
        return api.put("/v1/me/phone", Map.of("phone", phone, "password", password))
                .as(fixtures.token(someone))
                .send();
    }

    private Answer show(Someone someone) {
        return api.get("/v1/me/phone").as(fixtures.token(someone)).send();
    }
}
