package cn.dangjian.platform.directory.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class DeskTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @BeforeEach
    void aProvince() {
        province.settle();
    }

    @ParameterizedTest
    @CsvSource({
        "'',    111,  false, false, '111,1111,11111'",
        "'',    1111, true,  true,  '1111,11111'",
        "'',    121,  false, false, '12111'",
        "/own,  1111, true,  true,  '1111'",
        "/line, 111,  false, false, '111,1111,11111'",
    })
    void seesWhatTheCallersUnitSees(String door, long unit, boolean below, boolean township, String seen) {
        var desk = api.get("/v1/desk" + door + "?units=1,11,111,1111,11111,12111")
                .as(tokens.at(unit))
                .send()
                .json();

        assertThat(desk.path("unit").asLong()).isEqualTo(unit);
        assertThat(desk.path("belowCounty").asBoolean()).isEqualTo(below);
        assertThat(desk.path("atTownship").asBoolean()).isEqualTo(township);
        assertThat(desk.path("seen").toString()).isEqualTo("[" + seen + "]");
        assertThat(LocalDate.parse(desk.path("today").asString()))
                .isBetween(
                        LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1),
                        LocalDate.now(ZoneId.of("Asia/Shanghai")));
    }

    @Test
    void knowsLinesOnlyWhereTheDoorDoes() {
        assertThat(api.get("/v1/desk?units=1&by=LINE").as(tokens.at(111)).send().problem())
                .isEqualTo("scope.block-only");
        assertThat(api.get("/v1/desk/line?units=1&by=LINE")
                        .as(tokens.at(111))
                        .send()
                        .problem())
                .isEqualTo("scope.no-line");
    }

    @ParameterizedTest
    @CsvSource({"'', 111", "?unit=111, 111", "?unit=11111, 11111"})
    void standsAlsoBehindTheDoorAndLooksBelowAUnit(String query, long top) {
        var seen = api.get("/v1/desk/below" + query).as(tokens.at(111)).send();

        assertThat(seen.json().path("subject").asString()).startsWith("account:");
        assertThat(seen.json().path("asked").asLong()).isEqualTo(top);
        assertThat(seen.json().path("from").asString()).isEqualTo(Province.path(top));
        assertThat(seen.json().path("to").asString()).isEqualTo(Province.path(top) + "~");
    }

    @Test
    void looksBelowNoUnitThatItDoesNotSee() {
        assertThat(api.get("/v1/desk/below?unit=121").as(tokens.at(111)).send().problem())
                .isEqualTo("note.unknown");
    }

    @Test
    void isNoParameterOfTheDocument() {
        var parameters = api.get("/v3/api-docs")
                .send()
                .json()
                .path("paths")
                .path("/v1/desk")
                .path("get")
                .path("parameters");

        assertThat(parameters.valueStream().map(one -> one.path("name").asString()))
                .containsExactly("units");
    }
}
