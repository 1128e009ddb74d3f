package cn.dangjian.identity.activation;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivationApiTest extends RunningIdentity {

    @Test
    void setsThePasswordWithTheCode() {
        var village = fixtures.anInvitedAccountAt(11111);
        String code = codeFor(village);

        assertThat(activate(village.login(), code.toLowerCase(Locale.ROOT), PASSWORD)
                        .status())
                .isEqualTo(204);

        assertThat(oauth.signIn(village.login(), PASSWORD).status()).isEqualTo(200);
        assertThat(jdbc.sql("select code_hash from activation where account = ?")
                        .param(village.account())
                        .query(String.class)
                        .single())
                .hasSize(64)
                .doesNotContain(code.substring(0, 4));
    }

    @Test
    void refusesUnknownLoginWrongUsedAndExpiredCodesAlike() {
        var village = fixtures.anInvitedAccountAt(11111);
        String code = codeFor(village);
        var unknown = activate("nobody-has-this", code, PASSWORD);
        var wrong = activate(village.login(), "0000-0000-0000", PASSWORD);
        jdbc.sql("update activation set expires_at = now(6) where account = ?")
                .param(village.account())
                .update();
        var expired = activate(village.login(), code, PASSWORD);
        String second = codeFor(village);
        var replaced = activate(village.login(), code, PASSWORD);
        assertThat(activate(village.login(), second, PASSWORD).status()).isEqualTo(204);
        var used = activate(village.login(), second, "another good password");

        for (var answer : List.of(unknown, wrong, expired, replaced, used)) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.problem()).isEqualTo("activation.invalid");
            assertThat(answer.json().path("detail").asString())
                    .isEqualTo(unknown.json().path("detail").asString());
        }
        assertThat(oauth.signIn(village.login(), PASSWORD).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"short, 9", "1234567890, 10", "aaaaaaaaaaaaaaaa, 16", "Password1234, 12"})
    void refusesWeakPasswords(String password, int length) {
        assertThat(password).hasSize(length == 9 ? 5 : length);
        var village = fixtures.anInvitedAccountAt(11111);

        var answer = activate(village.login(), codeFor(village), password);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("password.weak");
        assertThat(answer.json().path("detail").asString()).contains("10").contains("128");
    }

    @Test
    void refusesTheNameOfTheUnitToWhoeverHasTheCodeOnly() {
        var village = fixtures.anInvitedAccountAt(11111);
        String weak = "示范11111办公室9";

        assertThat(activate(village.login(), "0000-0000-0000", weak).problem()).isEqualTo("activation.invalid");
        assertThat(activate(village.login(), codeFor(village), weak).problem()).isEqualTo("password.weak");
    }

    @Test
    void slowsAGuesserDownAndNobodyElse() throws Exception {
        var village = fixtures.anInvitedAccountAt(11111);
        String code = codeFor(village);
        Callable<Answer> guess = () -> from("198.51.100.7", village.login(), "0000-0000-0000");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(
                    IntStream.range(0, 30).mapToObj(i -> guess).toList());
            var looked = new ArrayList<Integer>();
            for (var answer : answers) looked.add(answer.get().status());
            assertThat(looked).containsOnly(422, 429);
            assertThat(looked.stream().filter(status -> status == 422)).hasSizeBetween(5, 7);
        }
        assertThat(from("198.51.100.7", village.login(), code).problem()).isEqualTo("sign-in.wait");

        assertThat(from("198.51.100.8", village.login(), code).status()).isEqualTo(204);
    }

    @Test
    void usesACodeOnceWhenItComesTwiceAtATime() throws Exception {
        var village = fixtures.anInvitedAccountAt(11111);
        String code = codeFor(village);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(i -> () -> activate(village.login(), code, "a good password " + i)
                            .status())
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(calls)) statuses.add(answer.get());
            assertThat(statuses.stream().filter(status -> status == 204)).hasSize(1);
        }
    }

    @Test
    void endsSessionsAndLockOutsWhenAPasswordIsReset() {
        var village = fixtures.anActiveAccountAt(11111);
        String refresh = oauth.signIn(village.login(), PASSWORD)
                .json()
                .path("refresh_token")
                .asString();
        IntStream.range(0, 5).forEach(i -> oauth.signIn(village.login(), "wrong password"));
        String code = codeFor(village, Map.of("units", List.of(11111), "reset", true));

        assertThat(activate(village.login(), code, "another good password").status())
                .isEqualTo(204);

        assertThat(oauth.refresh(refresh).status()).isEqualTo(400);
        assertThat(oauth.signIn(village.login(), "another good password").status())
                .isEqualTo(200);
    }

    @Test
    void opensNoLockedAccount() {
        var village = fixtures.anInvitedAccountAt(11111);
        String code = codeFor(village);
        jdbc.sql("update account set state = 'LOCKED' where id = ?")
                .param(village.account())
                .update();

        assertThat(activate(village.login(), code, PASSWORD).problem()).isEqualTo("activation.invalid");
    }

    @Test
    void refusesIncompleteAndInventedFields() {
        assertThat(api.post("/v1/activations", Map.of("login", "x")).send().problem())
                .isEqualTo("body.invalid");
        assertThat(api.post("/v1/activations", Map.of("login", "x", "code", "y", "password", "z", "more", 1))
                        .send()
                        .problem())
                .isEqualTo("body.unknown-field");
    }

    private String codeFor(Someone someone) {
        return codeFor(someone, Map.of("units", List.of(someone.unit())));
    }

    private String codeFor(Someone someone, Map<String, ?> selection) {
        var answer = api.post("/v1/activation-codes", selection)
                .as(fixtures.administrator())
                .send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .valueStream()
                .filter(code -> code.path("login").asString().equals(someone.login()))
                .findFirst()
                .orElseThrow()
                .path("code")
                .asString();
    }

    private Answer activate(String login, String code, String password) {
        return api.post("/v1/activations", Map.of("login", login, "code", code, "password", password))
                .send();
    }

    private Answer from(String address, String login, String code) {
        return api.post("/v1/activations", Map.of("login", login, "code", code, "password", PASSWORD))
                .header("X-Forwarded-For", address)
                .send();
    }
}
