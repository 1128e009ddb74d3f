package cn.dangjian.organization.register.code;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class CodeApiTest {

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
    }

    private String county() {
        return tokens.at(divisions.unit("0101"));
    }

    @Test
    void listsTheTablesWithTheirStandards() {
        var tables = api.get("/v1/codes").as(county()).send().json();

        assertThat(tables)
                .extracting(table -> table.path("table").asString())
                .contains("sex", "education", "unit-type");
        assertThat(tables).allSatisfy(table -> {
            assertThat(table.path("standard").asString()).isNotBlank();
            assertThat(table.path("checked").asString()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "sex, 4, 2, 女性, true",
        "ethnicity, 56, 15, 土家族, true",
        "political-status, 13, 02, 中国共产党预备党员, true",
        "urban-rural, 7, 121, 镇中心区, false",
        "unit-type, 8, PRIVATE_ENTERPRISE, 非公, true",
        "founding-mode, 4, AREA, 区域组建, true",
    })
    void showsATable(String table, int size, String code, String name, boolean verified) {
        var answer = api.get("/v1/codes/" + table).as(county()).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("codes")).hasSize(size);
        assertThat(answer.json().path("verified").asBoolean()).isEqualTo(verified);
        assertThat(answer.json().path("codes")).anySatisfy(row -> assertThat(
                        List.of(row.path("code").asString(), row.path("name").asString()))
                .containsExactly(code, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"education", "occupation"})
    void saysWhatIsNotVerified(String table) {
        var json = api.get("/v1/codes/" + table).as(county()).send().json();

        assertThat(json.path("codes")).isEmpty();
        assertThat(json.path("verified").asBoolean()).isFalse();
        assertThat(json.path("note").asString()).contains("not verified");
    }

    @Test
    void numbersTheEthnicitiesFrom01To56() {
        var codes = new ArrayList<String>();
        api.get("/v1/codes/ethnicity")
                .as(county())
                .send()
                .json()
                .path("codes")
                .forEach(row -> codes.add(row.path("code").asString()));

        assertThat(codes).startsWith("01").endsWith("56").isSorted().doesNotHaveDuplicates();
    }
}
