package cn.dangjian.platform.web.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class CallerTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Test
    void readsThePersonAndThePostFromTheToken() {
        var caller = api.get("/v1/callers/caller").as(tokens.at(111, 17)).send().json();

        assertThat(caller.path("account").asLong()).isEqualTo(17);
        assertThat(caller.path("unit").asLong()).isEqualTo(111);
        assertThat(caller.path("post").asLong()).isEqualTo(111);
        assertThat(caller.path("duty").asString()).isEqualTo("office");
    }

    @ParameterizedTest
    @CsvSource({
        "caller, person, 200,",
        "caller, nobody, 403, caller.no-post",
        "caller, administrator, 403, caller.no-post",
        "caller, service, 403, caller.no-post",
        "administrator, administrator, 200,",
        "administrator, person, 403, caller.not-administrator",
        "administrator, nobody, 403, caller.not-administrator",
        "administrator, service, 403, caller.not-administrator",
        "service, service, 200,",
        "service, person, 403, caller.not-a-service",
        "service, administrator, 403, caller.not-a-service",
    })
    void letsInOnlyWhomADoorIsFor(String door, String who, int status, String code) {
        var answer = api.get("/v1/callers/" + door).as(token(who)).send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/callers/caller", "/v1/no-such-path", "/internal/anything", "/actuator/metrics", "/"})
    void asksForATokenEverywhere(String path) {
        var answer = api.get(path).send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("token.missing");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.json().path("traceId").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/open/door",
                "/actuator/health",
                "/actuator/health/readiness",
                "/actuator/health/liveness",
                "/actuator/info",
                "/actuator/prometheus",
                "/v3/api-docs"
            })
    void asksForNoTokenWhereTheServiceSaysSo(String path) {
        assertThat(api.get(path).send().status()).isEqualTo(200);
    }

    @Test
    void refusesABadTokenEvenWhereNoneIsNeeded() {
        assertThat(api.get("/v1/open/door").as(tokens.expired(1)).send().status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"person, 403", "nobody, 403", "service, 403", "administrator, 200"})
    void showsItsInsideToTheAdministratorOnly(String who, int status) {
        assertThat(api.get("/actuator/metrics").as(token(who)).send().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"person, 403", "nobody, 403", "administrator, 403", "service, 200"})
    void answersOnlyToServicesWhatIsInternalEvenIfTheDoorForgetsToAsk(String who, int status) {
        var answer = api.get("/internal/anything").as(token(who)).send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(status == 200 ? null : "caller.not-a-service");
    }

    @ParameterizedTest
    @CsvSource({"71, 2, 401", "71, 3, 200", "71, 4, 200", "70, 0, 200", "72, 9, 503"})
    void refusesATokenThatWasMadeBeforeTheAccountsAccessChanged(long account, long version, int status) {
        String token = tokens.at(111, account, version);

        assertThat(api.get("/v1/callers/caller").as(token).send().status()).isEqualTo(status);
        assertThat(api.get("/v1/open/door").as(token).send().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"zh, 请刷新登录凭证或重新登录", "en, sign in again"})
    void tellsTheClerkWhatToDoWithASupersededToken(String language, String advice) {
        var answer = api.get("/v1/callers/caller")
                .as(tokens.at(111, TrialApplication.CHANGED, 0))
                .header("Accept-Language", language)
                .send();

        assertThat(answer.problem()).isEqualTo("token.superseded");
        assertThat(answer.json().path("detail").asString()).contains(advice);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void hidesCallersFromTheDescriptionOfItsDoors() {
        var document = api.get("/v3/api-docs").send().json();

        assertThat(document.at("/paths/~1v1~1callers~1caller/get/parameters").isMissingNode())
                .as(document.toString())
                .isTrue();
        assertThat(document.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
    }

    private String token(String who) {
        return switch (who) {
            case "person" -> tokens.at(111);
            case "administrator" -> tokens.administrator();
            case "service" -> tokens.service("push");
            default -> tokens.withoutPost();
        };
    }
}
