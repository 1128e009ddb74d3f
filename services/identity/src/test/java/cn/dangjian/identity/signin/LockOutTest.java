package cn.dangjian.identity.signin;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LockOutTest extends RunningIdentity {

    @Test
    void locksAnAccountOutAfterFiveFailures() {
        var someone = fixtures.anActiveAccountAt(111);
        fail(someone, 5);

        var right = oauth.signIn(someone.login(), PASSWORD);

        assertThat(right.status()).isEqualTo(400);
        assertThat(right.json().path("error_description").asString()).contains("wait");
        assertThat(outcomes(someone)).containsExactly("WRONG", "WRONG", "WRONG", "WRONG", "WRONG", "LOCKED_OUT");
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        var someone = fixtures.anActiveAccountAt(111);
        fail(someone, 4);
        assertThat(oauth.signIn(someone.login(), PASSWORD).status()).isEqualTo(200);
        fail(someone, 4);

        assertThat(oauth.signIn(someone.login(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void letsTheAccountInAgainWhenItsTimeIsOver() {
        var someone = fixtures.anActiveAccountAt(111);
        fail(someone, 5);

        later(someone, 16);

        assertThat(oauth.signIn(someone.login(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void countsOnlyFailuresWithinTheWindow() {
        var someone = fixtures.anActiveAccountAt(111);
        fail(someone, 4);
        later(someone, 16);
        fail(someone, 4);

        assertThat(oauth.signIn(someone.login(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void looksAtNoMoreThanFiveOfManyGuessesAtATime() throws Exception {
        var someone = fixtures.anActiveAccountAt(111);
        Callable<Integer> guess =
                () -> oauth.signIn(someone.login(), "a wrong guess").status();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(
                    IntStream.range(0, 40).mapToObj(i -> guess).toList())) {
                assertThat(answer.get()).isEqualTo(400);
            }
        }

        assertThat(outcomes(someone).stream().filter("WRONG"::equals)).hasSize(5);
        assertThat(outcomes(someone).stream().filter("LOCKED_OUT"::equals)).hasSize(35);
    }

    @Test
    void locksAnUnknownLoginOutWithTheSameWork() {
        IntStream.range(0, 6).forEach(i -> oauth.signIn("never-heard-of", "wrong password"));

        long key = -1L - Math.floorMod("never-heard-of".hashCode(), 4096);
        assertThat(jdbc.sql("select locked_until > now(6) from attempt where account = ?")
                        .param(key)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private void fail(Someone someone, int times) {
        IntStream.range(0, times).forEach(i -> assertThat(
                        oauth.signIn(someone.login(), "wrong password").status())
                .isEqualTo(400));
    }

    private void later(Someone someone, int minutes) {
        jdbc.sql("""
            update attempt set since = since - interval :minutes minute,
                locked_until = locked_until - interval :minutes minute
             where account = :account\
            """)
                .param("minutes", minutes)
                .param("account", someone.account())
                .update();
    }

    private List<String> outcomes(Someone someone) {
        return jdbc.sql("select outcome from sign_in where account = ? order by id")
                .param(someone.account())
                .query(String.class)
                .list();
    }
}
