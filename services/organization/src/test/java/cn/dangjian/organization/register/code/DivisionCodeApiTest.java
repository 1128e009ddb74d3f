package cn.dangjian.organization.register.code;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class DivisionCodeApiTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    Divisions divisions;

    @BeforeEach
    void tree() {
        divisions = new Divisions("56", api, tokens, jdbc);
        divisions.settle();
        jdbc.sql("delete from division_code").update();
    }

    private String county() {
        return tokens.at(divisions.unit("0101"));
    }

    record Row(
            String code, String name, String from, @Nullable String to) {}

    private static Row row(String code, String name, String from, @Nullable String to) {
        return new Row(code, name, from, to);
    }

    private Api.Answer tell(Row... rows) {
        return tell("", tokens.administrator(), rows);
    }

    private Api.Answer tell(String door, String token, Row... rows) {
        return api.post("/v1/division-codes" + door, Map.of("rows", List.of(rows)))
                .as(token)
                .key()
                .send();
    }

    private long stored() {
        return jdbc.sql("select count(*) from division_code").query(Long.class).single();
    }

    private Api.Answer find(String code, String day) {
        return api.get("/v1/division-codes/" + code + "?asOf=" + day)
                .as(county())
                .send();
    }

    @Test
    void aCodeIsGivenAgainAfterItWasRevoked() {
        tell(row("560299", "虚构旧县", "1990-01-01", "2012-05-20"), row("560299", "虚构新区", "2015-01-01", null));

        assertThat(find("560299", "1989-12-31").problem()).isEqualTo("code.division-unknown");
        assertThat(find("560299", "1990-01-01").json().path("name").asString()).isEqualTo("虚构旧县");
        assertThat(find("560299", "2012-05-19").json().path("revoked").asBoolean())
                .isTrue();
        assertThat(find("560299", "2012-05-20").problem()).isEqualTo("code.division-unknown");
        assertThat(find("560299", "2015-01-01").json().path("name").asString()).isEqualTo("虚构新区");
        assertThat(find("560299", "2015-01-01").json().path("revoked").asBoolean())
                .isFalse();
        assertThat(api.get("/v1/division-codes/560299")
                        .as(county())
                        .send()
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("虚构新区");
        assertThat(api.get("/v1/division-codes/560299/periods")
                        .as(county())
                        .send()
                        .json()
                        .path("items"))
                .hasSize(2);
        assertThat(api.get("/v1/division-codes/560298/periods")
                        .as(county())
                        .send()
                        .problem())
                .isEqualTo("code.division-unknown");
    }

    @Test
    void toldAgainNothingChanges() {
        var first = tell(row("560101", "虚构县", "1990-01-01", null));
        var again = tell(row("560101", "虚构县", "1990-01-01", null));
        var revoked = tell(row("560101", "虚构县", "1990-01-01", "2020-01-01"));

        assertThat(first.json().path("added").asInt()).isEqualTo(1);
        assertThat(again.json().path("unchanged").asInt()).isEqualTo(1);
        assertThat(revoked.json().path("changed").asInt()).isEqualTo(1);
        assertThat(stored()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-12-31, , 409, code.division-overlapping",
        "2018-01-01, 2021-01-01, 409, code.division-overlapping",
        "2020-01-01, , 200, ",
        "1980-01-01, 1990-01-01, 200, ",
        "1980-01-01, 1990-01-02, 409, code.division-overlapping",
        "2022-01-01, 2022-01-01, 422, code.division-no-days",
        "2022-01-01, 2021-12-31, 422, code.division-no-days",
    })
    void periodsOfACodeNeverOverlap(String from, @Nullable String to, int status, @Nullable String problem) {
        tell(row("560102", "虚构县", "1990-01-01", "2020-01-01"));

        var answer = tell(row("560103", "虚构旁县", "1990-01-01", null), row("560102", "虚构新县", from, to));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(stored()).as("all rows or none").isEqualTo(status == 200 ? 3 : 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"rows\": []}",
                "{\"rows\": [null]}",
                "{\"rows\": [{\"code\": \"5\", \"name\": \"虚构\", \"from\": \"2020-01-01\"}]}",
                "{\"rows\": [{\"code\": \"56x1\", \"name\": \"虚构\", \"from\": \"2020-01-01\"}]}",
                "{\"rows\": [{\"code\": \"５６\", \"name\": \"虚构\", \"from\": \"2020-01-01\"}]}",
                "{\"rows\": [{\"code\": \"5601\", \"name\": \" \", \"from\": \"2020-01-01\"}]}",
                "{\"rows\": [{\"code\": \"5601\", \"name\": \"虚构\"}]}",
                "{\"rows\": [{\"code\": \"5601\", \"name\": \"虚构\", \"from\": \"yesterday\"}]}",
                "{\"rows\": [{\"code\": \"5601\", \"name\": \"虚构\", \"from\": \"2020-01-01\", \"more\": 1}]}",
            })
    void refusesBadRows(String body) {
        var answer = api.post("/v1/division-codes", body)
                .as(tokens.administrator())
                .key()
                .send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(stored()).isZero();
    }

    @Test
    void refusesARowThatStandsThereTwice() {
        var answer = tell(row("5601", "虚构甲", "2020-01-01", null), row("5601", "虚构乙", "2020-01-01", null));

        assertThat(answer.problem()).isEqualTo("code.division-twice");
        assertThat(stored()).isZero();
    }

    @Test
    void listsTheCodesOfADayPageByPage() {
        tell(
                row("5611", "虚构甲", "1990-01-01", null),
                row("5612", "虚构乙", "1990-01-01", "2000-01-01"),
                row("5613", "虚构丙", "1990-01-01", null),
                row("5701", "虚构丁", "1990-01-01", null));
        var codes = new ArrayList<String>();
        String cursor = "";
        do {
            var page = api.get("/v1/division-codes?digits=56&limit=1&cursor=" + cursor)
                    .as(county())
                    .send()
                    .json();
            page.path("items").forEach(item -> codes.add(item.path("code").asString()));
            cursor = page.path("next").isNull() ? "" : page.path("next").asString();
        } while (!cursor.isEmpty());

        assertThat(codes).containsExactly("5611", "5613");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/division-codes?cursor=broken",
                "/v1/division-codes?limit=0",
                "/v1/division-codes?limit=201",
                "/v1/division-codes?digits=x",
                "/v1/division-codes?asOf=yesterday",
                "/v1/division-codes/5601?asOf=yesterday",
            })
    void refusesBadQuestions(String path) {
        assertThat(api.get(path).as(county()).send().status()).isEqualTo(400);
    }

    @Test
    void aProvinceTellsItsOwnCodesOnly() {
        String province = tokens.at(divisions.unit(""));

        assertThat(tell("/own", province, row("5601", "虚构市", "2020-01-01", null))
                        .status())
                .isEqualTo(200);
        assertThat(tell("/own", province, row("5701", "虚构市", "2020-01-01", null))
                        .problem())
                .isEqualTo("code.division-not-yours");
        assertThat(tell("/own", county(), row("5601", "虚构市", "2020-01-01", null))
                        .problem())
                .isEqualTo("code.division-not-province");
        assertThat(tell("", county(), row("5601", "虚构市", "2020-01-01", null)).status())
                .isEqualTo(403);
        assertThat(tell("", province, row("5601", "虚构市", "2020-01-01", null)).status())
                .isEqualTo(403);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void codesAreTheSameForEveryCounty() {
        tell(row("560101", "虚构县", "1990-01-01", null));
        String stranger = tokens.at(divisions.unit("0201"));

        for (String path : List.of("/v1/codes", "/v1/codes/sex", "/v1/division-codes", "/v1/division-codes/560101")) {
            assertThat(api.get(path).as(stranger).send().body())
                    .isEqualTo(api.get(path).as(county()).send().body());
        }
        assertThat(api.get("/v1/codes/unheard-of").as(stranger).send().problem())
                .isEqualTo("code.table-unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/codes",
                "/v1/codes/sex",
                "/v1/division-codes",
                "/v1/division-codes/5601",
                "/v1/division-codes/5601/periods"
            })
    void nobodyReadsWithoutAToken(String path) {
        assertThat(api.get(path).send().status()).isEqualTo(401);
        assertThat(api.post("/v1/division-codes", Map.of("rows", List.of()))
                        .key()
                        .send()
                        .status())
                .isEqualTo(401);
        assertThat(api.post("/v1/division-codes/own", Map.of("rows", List.of()))
                        .key()
                        .send()
                        .status())
                .isEqualTo(401);
    }
}
