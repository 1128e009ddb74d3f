package cn.dangjian.platform.directory.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class ScopeApiTest {

    private static final long HEAD = 1122;
    private static final String LINE = "+" + Province.segment(HEAD);

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    Province province;

    @BeforeEach
    void aProvince() {
        province.settle();
    }

    @Test
    void resolvesTheCallersOwnUnitAndAllBelowIt() {
        String path = Province.path(Province.COUNTY);

        var own =
                api.get("/v1/scopes/own").as(tokens.at(Province.COUNTY)).send().json();
        var subtree = api.get("/v1/scopes/subtree")
                .as(tokens.at(Province.COUNTY))
                .send()
                .json();

        assertThat(own.path("from").asString()).isEqualTo(path);
        assertThat(own.path("to").asString()).isEqualTo(path);
        assertThat(subtree.path("from").asString()).isEqualTo(path);
        assertThat(subtree.path("to").asString()).isEqualTo(path + "~");
    }

    @ParameterizedTest
    @CsvSource({
        "111, 111, 200",
        "111, 1111, 200",
        "111, 11111, 200",
        "111, 11, 404",
        "111, 1, 404",
        "111, 112, 404",
        "111, 1121, 404",
        "111, 12111, 404",
        "111, 999999, 404",
        "11111, 11112, 404",
        "1, 12111, 200",
    })
    void showsAUnitOnlyToThoseAboveIt(long caller, long unit, int status) {
        assertThat(api.get("/v1/units/" + unit).as(tokens.at(caller)).send().status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "subtree"})
    void refusesACallerWhoseUnitIsNotKnown(String scope) {
        var answer = api.get("/v1/scopes/" + scope).as(tokens.at(987_654)).send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("caller.unit-unknown");
    }

    @Test
    void refusesACallerWhoseUnitWasAbolished() {
        long unit = 11212;
        assertThat(own(unit)).isEqualTo(200);

        broker.send(Province.changed(unit, 2).replace("\"validTo\":null", "\"validTo\":\"2026-01-31\""));

        await().until(() -> own(unit) == 403);
        assertThat(api.get("/v1/scopes/own").as(tokens.at(unit)).send().problem())
                .isEqualTo("caller.unit-unknown");
    }

    @Test
    void letsAnAbolishedUnitsCallerInAgainWhenItIsRestored() {
        long unit = 11211;
        broker.send(Province.changed(unit, 2).replace("\"validTo\":null", "\"validTo\":\"2026-01-31\""));
        await().until(() -> own(unit) == 403);

        broker.send(Province.changed(unit, 3));

        await().until(() -> own(unit) == 200);
    }

    @Test
    void refusesCallersWithoutAPost() {
        assertThat(api.get("/v1/scopes/subtree")
                        .as(tokens.administrator())
                        .send()
                        .problem())
                .isEqualTo("caller.no-post");
        assertThat(api.get("/v1/scopes/subtree")
                        .as(tokens.service("push"))
                        .send()
                        .problem())
                .isEqualTo("caller.no-post");
        assertThat(api.get("/v1/scopes/subtree").send().status()).isEqualTo(401);
    }

    @Test
    void failsClosedWhereADoorForgetsToSayWhichScope() {
        assertThat(api.get("/v1/scopes/forgotten")
                        .as(tokens.at(Province.COUNTY))
                        .send()
                        .status())
                .isEqualTo(500);
    }

    @Test
    void resolvesTheCallersLineWhereADoorIsOpenToLines() {
        supervised();

        var block = api.get("/v1/scopes/either").as(tokens.at(HEAD)).send().json();
        var line =
                api.get("/v1/scopes/either?by=LINE").as(tokens.at(HEAD)).send().json();

        assertThat(block.path("from").asString()).isEqualTo(Province.path(HEAD));
        assertThat(line.path("from").asString()).isEqualTo(LINE);
        assertThat(line.path("to").asString()).isEqualTo(LINE + "~");
    }

    @ParameterizedTest
    @CsvSource({
        "12111, LINE, 200",
        "1122, LINE, 200",
        "11221, LINE, 404",
        "112, LINE, 404",
        "12111, BLOCK, 404",
        "1122, BLOCK, 200",
        "11221, BLOCK, 200",
    })
    void showsALineToItsHeadOnlyWhenAskedByLine(long unit, String by, int status) {
        supervised();

        assertThat(api.get("/v1/lines/units/" + unit + "?by=" + by)
                        .as(tokens.at(HEAD))
                        .send()
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/scopes/subtree?by=LINE, 1122, 400, scope.block-only",
        "/v1/scopes/own?by=LINE, 1122, 400, scope.block-only",
        "/v1/scopes/none?by=LINE, 1122, 400, scope.block-only",
        "/v1/scopes/either?by=line, 1122, 400, scope.hierarchy-unknown",
        "/v1/scopes/either?by=, 1122, 400, scope.hierarchy-unknown",
        "/v1/scopes/either?by=LINE, 111, 403, scope.no-line",
    })
    void refusesALineWhereThereIsNone(String path, long caller, int status, String problem) {
        supervised();

        var answer = api.get(path).as(tokens.at(caller)).send();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @Test
    void theDocumentSaysWhereLinesMayBeAskedFor() {
        var paths = api.get("/v3/api-docs").send().json().path("paths");

        var by = paths.path("/v1/scopes/either").path("get").path("parameters");
        assertThat(by.valueStream().map(parameter -> parameter.path("name").asString()))
                .containsExactly("by");
        assertThat(by.get(0).path("schema").path("enum")).hasSize(2);
        assertThat(paths.path("/v1/scopes/subtree").path("get").path("parameters"))
                .isEmpty();
    }

    /** A committee below county 112, which supervises a village of another city. */
    private void supervised() {
        broker.send(inLine(HEAD, LINE), inLine(Province.OTHER_VILLAGE, LINE + Province.segment(12111)), below());
        await().until(() -> api.get("/v1/lines/units/12111?by=LINE")
                        .as(tokens.at(HEAD))
                        .send()
                        .status()
                == 200);
        await().until(() ->
                api.get("/v1/lines/units/11221").as(tokens.at(HEAD)).send().status() == 200);
    }

    private static String inLine(long unit, String linePath) {
        return Province.changed(unit, 5)
                .replace("\"validTo\":null", "\"validTo\":null,\"linePath\":\"" + linePath + "\"");
    }

    /** A unit below the committee that is not of its line. */
    private static String below() {
        return Province.changed(11221, 5);
    }

    @Test
    void takesNoScopeFromTheClient() {
        var answer = api.get("/v1/scopes/subtree?from=0&to=~&scope.from=0&scope=0")
                .as(tokens.at(Province.VILLAGE))
                .send();

        assertThat(answer.json().path("from").asString()).isEqualTo(Province.path(Province.VILLAGE));
    }

    private int own(long unit) {
        return api.get("/v1/scopes/own").as(tokens.at(unit)).send().status();
    }
}
