package cn.dangjian.identity.attempt;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.OAuth;
import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitsTest extends RunningIdentity {

    private static final String HERE = "198.51.100.20";
    private static final String ELSEWHERE = "198.51.100.21";
    private static final String WRONG = "a wrong guess";

    private Someone someone;

    @BeforeEach
    void somebody() {
        someone = fixtures.anActiveAccountAt(111);
    }

    @Test
    void letsTwentyRightSignInsOfOneAccountInAtOnce() throws Exception {
        var answers = atOnce(20, () -> from(HERE, PASSWORD));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(outcomes()).hasSize(20).containsOnly("SIGNED_IN");
    }

    @Test
    void looksAtFewOfManyGuessesAtATime() throws Exception {
        var answers = atOnce(40, () -> from(HERE, WRONG));

        assertThat(answers).extracting(Answer::status).containsOnly(400, 429);
        assertThat(outcomes().stream().filter("WRONG"::equals)).hasSizeBetween(5, 7);
        for (var answer : answers) {
            if (answer.status() == 429) {
                assertThat(answer.problem()).isEqualTo("sign-in.wait");
                assertThat(answer.header("Retry-After")).isNotBlank();
            }
        }
    }

    @Test
    void locksNobodyOutWhoComesFromElsewhere() {
        fail(HERE, 5);
        longWait();

        assertThat(from(HERE, PASSWORD).problem()).isEqualTo("sign-in.wait");
        assertThat(from(ELSEWHERE, PASSWORD).status()).isEqualTo(200);
        assertThat(from(HERE, PASSWORD).problem()).isEqualTo("sign-in.wait");
    }

    @Test
    void sitsAShortWaitOutInsteadOfRefusing() {
        fail(HERE, 5);

        assertThat(from(HERE, PASSWORD).status()).isEqualTo(200);
        assertThat(failures(HERE)).isEmpty();
    }

    @Test
    void doesNotSlowADeviceDownThatHasSignedInBefore() {
        String device = device(oauth.signIn(someone.login(), PASSWORD));
        fail(HERE, 5);
        longWait();

        var known = oauth.signInFrom(HERE, someone.login(), PASSWORD, Map.of("device_token", device));

        assertThat(known.status()).as(known.body()).isEqualTo(200);
        assertThat(device(known)).isNotBlank();
        assertThat(from(HERE, PASSWORD).problem()).isEqualTo("sign-in.wait");
    }

    @Test
    void countsWhatADeviceGuessesAtItself() {
        String device = device(oauth.signIn(someone.login(), PASSWORD));
        var withDevice = Map.of("device_token", device);
        for (int i = 0; i < 5; i++) oauth.signInFrom(HERE, someone.login(), WRONG, withDevice);
        longWait();

        assertThat(oauth.signInFrom(ELSEWHERE, someone.login(), PASSWORD, withDevice)
                        .problem())
                .isEqualTo("sign-in.wait");
        assertThat(failures(HERE)).isEmpty();
    }

    @Test
    void takesADeviceForItsOwnLoginOnly() {
        var guesser = fixtures.anActiveAccountAt(121);
        String device = device(oauth.signIn(guesser.login(), PASSWORD));
        for (int i = 0; i < 5; i++) oauth.signInFrom(HERE, someone.login(), WRONG, Map.of("device_token", device));

        assertThat(failures(HERE)).containsExactly(5);
        for (String invented : List.of("x", fixtures.token(someone), device + "x"))
            assertThat(oauth.signInFrom(ELSEWHERE, someone.login(), PASSWORD, Map.of("device_token", invented))
                            .status())
                    .isEqualTo(200);
    }

    @Test
    void knowsABrowserAgainByItsCookie() {
        var first = form(ELSEWHERE, PASSWORD, "");
        String cookie = first.response().headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("dangjian-device="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/identity/login;");
        fail(HERE, 5);
        longWait();

        var stranger = form(HERE, PASSWORD, "");
        var known = form(HERE, PASSWORD, cookie.substring(0, cookie.indexOf(';')));

        assertThat(stranger.status()).isEqualTo(429);
        assertThat(stranger.body()).contains("秒后再试");
        assertThat(known.status()).isEqualTo(303);
    }

    @Test
    void makesAnUnknownLoginWaitAlike() {
        IntStream.range(0, 5).forEach(i -> oauth.signInFrom(HERE, "never-heard-of", WRONG, Map.of()));
        jdbc.sql("update attempt_failure set next_at = now(6) + interval 20 second where account < 0 and source = ?")
                .param(HERE)
                .update();

        var answer = oauth.signInFrom(HERE, "never-heard-of", WRONG, Map.of());

        assertThat(answer.problem()).isEqualTo("sign-in.wait");
    }

    @Test
    void forgetsFailuresWhenAUnitAboveUnlocks() {
        fail(HERE, 5);
        longWait();
        var county = fixtures.anActiveAccountAt(11);

        var answer = api.post("/v1/accounts/" + someone.account() + "/unlock")
                .as(fixtures.token(county))
                .send();

        assertThat(answer.status()).as(answer.body()).isLessThan(300);
        assertThat(from(HERE, PASSWORD).status()).isEqualTo(200);
    }

    private Answer from(String address, String password) {
        return oauth.signInFrom(address, someone.login(), password, Map.of());
    }

    private Answer form(String address, String password, String cookie) {
        return oauth.form(
                "/login",
                Map.of("login", someone.login(), "password", password),
                Map.of("X-Forwarded-For", address, "Cookie", cookie));
    }

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++)
            assertThat(from(address, WRONG).status()).isEqualTo(400);
    }

    /** As after many more failures. */
    private void longWait() {
        jdbc.sql("update attempt_failure set next_at = now(6) + interval 20 second where account = ?")
                .param(someone.account())
                .update();
    }

    private List<Integer> failures(String source) {
        return jdbc.sql("select failures from attempt_failure where account = ? and source = ?")
                .params(someone.account(), source)
                .query(Integer.class)
                .list();
    }

    private List<String> outcomes() {
        return jdbc.sql("select outcome from sign_in where account = ? order by id")
                .param(someone.account())
                .query(String.class)
                .list();
    }

    private static String device(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(OAuth.accessToken(answer)).isNotBlank();
        return answer.json().path("device_token").asString();
    }

    private static List<Answer> atOnce(int times, Callable<Answer> call) throws Exception {
        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> call).toList())) answers.add(answer.get());
        }
        return answers;
    }
}
