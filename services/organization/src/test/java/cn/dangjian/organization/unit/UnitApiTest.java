package cn.dangjian.organization.unit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.application.Divisions;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class UnitApiTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    Divisions divisions;

    @BeforeEach
    void tree() {
        divisions = new Divisions("61", api, tokens, jdbc);
        divisions.settle();
    }

    private LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private long unit(String rest) {
        return divisions.unit(rest);
    }

    private Map<String, Object> document(Object... more) {
        var body = new HashMap<String, Object>(Map.of("document", "虚组〔2026〕1号", "effectiveOn", today().toString()));
        for (int i = 0; i < more.length; i += 2) body.put((String) more[i], more[i + 1]);
        return body;
    }

    private Api.Answer establish(String caller, String parent, String code, String name, Object... more) {
        var body = document(more);
        body.put("parentId", unit(parent));
        body.put("code", code);
        body.put("name", name);
        return api.post("/v1/units", body).as(tokens.at(unit(caller))).key().send();
    }

    private Api.Answer change(String caller, long unit, String what, Map<String, Object> body) {
        return api.post("/v1/units/" + unit + "/" + what, body)
                .as(tokens.at(unit(caller)))
                .key()
                .send();
    }

    @Test
    void showsAUnitWithItsTitleAndChildren() {
        var answer = api.get("/v1/units/" + unit("0101100"))
                .as(tokens.at(unit("0101")))
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.json().path("title").asString()).isEqualTo("中共示范0101县示范0101100镇委员会");
        assertThat(answer.json().path("tier").asString()).isEqualTo("TOWNSHIP");
        assertThat(answer.json().path("kind").asString()).isEqualTo("TOWN_COMMITTEE");
        assertThat(answer.json().path("parentId").asLong()).isEqualTo(unit("0101"));
        assertThat(answer.json().path("children").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(answer.json().path("validFrom").asString()).isEqualTo(today().toString());
    }

    @Test
    void listsTheSubtreeInTheOrderOfTheTreePageByPage() {
        String county = tokens.at(unit("0121"));
        var codes = new ArrayList<String>();
        String cursor = "";
        do {
            var page = api.get("/v1/units?limit=2&cursor=" + cursor)
                    .as(county)
                    .send()
                    .json();
            page.path("items").forEach(item -> codes.add(item.path("code").asString()));
            cursor = page.path("next").isNull() ? "" : page.path("next").asString();
        } while (!cursor.isEmpty());

        assertThat(codes)
                .startsWith(divisions.code("0121"), divisions.code("0121200"))
                .contains(divisions.code("0121200201"), divisions.code("0121200202"))
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code).startsWith(divisions.code("0121")));
        assertThat(api.get("/v1/units?tier=CITY")
                        .as(tokens.at(unit("")))
                        .send()
                        .json()
                        .path("items"))
                .hasSize(2);
        assertThat(api.get("/v1/units?parent=" + unit("02"))
                        .as(tokens.at(unit("")))
                        .send()
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/units?cursor=broken, cursor.invalid",
        "/v1/units?limit=0, body.invalid",
        "/v1/units?limit=201, body.invalid",
        "/v1/units?tier=GALAXY, body.invalid",
        "/v1/units/x, body.invalid",
        "/v1/units/1?asOf=yesterday, body.invalid"
    })
    void refusesBadQuestions(String path, String code) {
        var answer = api.get(path).as(tokens.at(unit("01"))).send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo(code);
    }

    @Test
    void rememberWhatAUnitWas() {
        establish("0101", "0101100", divisions.code("0101100210"), "虚构旧村");
        long id = unit("0101100210");
        jdbc.sql("update unit_version set valid_from = :day where unit_id = :id")
                .param("day", today().minusDays(10))
                .param("id", id)
                .update();
        assertThat(change("0101", id, "renaming", document("name", "虚构新村")).status())
                .isEqualTo(200);

        String county = tokens.at(unit("0101"));
        assertThat(name(id, county, today().minusDays(10))).isEqualTo("虚构旧村");
        assertThat(name(id, county, today().minusDays(1))).isEqualTo("虚构旧村");
        assertThat(name(id, county, today())).isEqualTo("虚构新村");
        var before = api.get("/v1/units/" + id + "?asOf=" + today().minusDays(11))
                .as(county)
                .send();
        assertThat(before.problem()).isEqualTo("unit.unknown");

        assertThat(change("0101", id, "abolition", document()).status()).isEqualTo(200);
        assertThat(name(id, county, today().minusDays(1))).isEqualTo("虚构旧村");
        assertThat(api.get("/v1/units/" + id + "?asOf=" + today())
                        .as(county)
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/v1/units/" + id)
                        .as(county)
                        .send()
                        .json()
                        .path("validTo")
                        .asString())
                .isEqualTo(today().toString());
        var history =
                api.get("/v1/units/" + id + "/history").as(county).send().json().path("items");
        assertThat(history)
                .extracting(version -> version.path("reason").asString())
                .containsExactly("ABOLISHED", "RENAMED", "ESTABLISHED");
        assertThat(history)
                .extracting(version -> version.path("document").asString())
                .containsOnly("虚组〔2026〕1号");
        var page = api.get("/v1/units/" + id + "/history?limit=2")
                .as(county)
                .send()
                .json();
        assertThat(page.path("items")).hasSize(2);
        var rest = api.get("/v1/units/" + id + "/history?limit=2&cursor="
                        + page.path("next").asString())
                .as(county)
                .send()
                .json();
        assertThat(rest.path("items")).hasSize(1);
    }

    private String name(long id, String caller, LocalDate day) {
        return api.get("/v1/units/" + id + "?asOf=" + day)
                .as(caller)
                .send()
                .json()
                .path("name")
                .asString();
    }

    @Test
    void establishesByDocument() {
        var answer = establish("01", "0121200", divisions.code("0121200211"), "虚构新村委会");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("kind").asString()).isEqualTo("VILLAGE_ORGANIZATION");
        assertThat(answer.json().path("title").asString()).isEqualTo("示范0121200镇虚构新村党组织");
        assertThat(answer.header("Location")).isEqualTo("/v1/units/" + unit("0121200211"));
        var branch = establish("01", "0121200", divisions.code("0121200") + "-01", "虚构产业链", "kind", "JOINT_BRANCH");
        assertThat(branch.status()).as(branch.toString()).isEqualTo(201);
        assertThat(branch.json().path("tier").asString()).isEqualTo("BRANCH");
        assertThat(branch.json().path("title").asString()).isEqualTo("中共虚构产业链联合支部委员会");
    }

    @ParameterizedTest
    @CsvSource({
        "0101, 0101100, 0101100201, , 409, unit.code-taken",
        "0101, 0101100, 0101001299, , 422, unit.code-unfit",
        "0101, 0101100, 0101100000, , 422, unit.code-unfit",
        "0101, 0101100, 0101100-1, , 422, unit.kind-unfit",
        "0101, 0101100, 0101100-1, VILLAGE_ORGANIZATION, 422, unit.kind-unfit",
        "0101, 0101100, 0101100299, TOWN_COMMITTEE, 422, unit.kind-unfit",
        "0101, 0101100, x-1, BRANCH, 422, unit.code-unfit",
        "0101, 0101, 0101100299, , 422, unit.wrong-tier",
        "0101100, 0101100, 0101100299, , 403, unit.not-superior",
        "0101100201, 0101100201, 0101100201-1, BRANCH, 403, unit.not-superior",
        "0121, 0101100, 0101100299, , 404, unit.parent-unknown"
    })
    void refusesWhatFitsNowhere(String caller, String parent, String code, String kind, int status, String expected) {
        String whole = code.startsWith("x") ? code : divisions.code(code);
        var answer = kind == null
                ? establish(caller, parent, whole, "虚构村")
                : establish(caller, parent, whole, "虚构村", "kind", kind);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 30})
    void takesEffectTodayOnly(int days) {
        var body = document("name", "虚构名", "effectiveOn", today().plusDays(days).toString());

        var answer = change("01", unit("0101"), "renaming", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("unit.not-today");
        assertThat(answer.json().path("detail").asString()).contains(today().toString());
    }

    @ParameterizedTest
    @CsvSource({"'', 400", "'   ', 400"})
    void needsADocument(String document, int status) {
        var answer = change("01", unit("0101"), "renaming", document("name", "虚构名", "document", document));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo("body.invalid");
    }

    @Test
    void ofTwoWhoChangeOneUnitTheSecondHasToLookAgain() {
        establish("0101", "0101100", divisions.code("0101100220"), "虚构村");
        long id = unit("0101100220");
        var first = api.post("/v1/units/" + id + "/renaming", document("name", "虚构甲村"))
                .as(tokens.at(unit("0101")))
                .key()
                .ifMatch("\"1\"")
                .send();
        assertThat(first.header("ETag")).isEqualTo("\"2\"");

        for (String what : List.of("renaming", "move", "abolition")) {
            var second = api.post(
                            "/v1/units/" + id + "/" + what,
                            switch (what) {
                                case "renaming" -> document("name", "虚构乙村");
                                case "move" -> document("parentId", unit("0101001"));
                                default -> document();
                            })
                    .as(tokens.at(unit("0101")))
                    .key()
                    .ifMatch("\"1\"")
                    .send();
            assertThat(second.status()).as(second.toString()).isEqualTo(412);
            assertThat(second.problem()).isEqualTo("version.stale");
        }
    }

    @Test
    void aUnitWithUnitsBelowItIsNotAbolished() {
        var answer = change("01", unit("0101100"), "abolition", document());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("unit.has-children");
    }

    @Test
    void nothingHappensToOrBelowWhatWasAbolished() {
        establish("0101", "0101100", divisions.code("0101100230"), "虚构村");
        long id = unit("0101100230");
        change("0101", id, "abolition", document());

        assertThat(change("0101", id, "abolition", document()).problem()).isEqualTo("unit.abolished");
        assertThat(change("0101", id, "renaming", document("name", "虚构名")).problem())
                .isEqualTo("unit.abolished");
        var below = document("parentId", id, "code", divisions.code("0101100230-1"), "name", "虚构", "kind", "BRANCH");
        assertThat(api.post("/v1/units", below)
                        .as(tokens.at(unit("0101")))
                        .key()
                        .send()
                        .problem())
                .isEqualTo("unit.abolished");
        assertThat(establish("0101", "0101100", divisions.code("0101100230"), "虚构村")
                        .status())
                .as("a code is free again after its unit")
                .isEqualTo(201);
    }

    @Test
    void ofAnotherCountyEverythingIsUnknown() {
        String stranger = tokens.at(unit("0201"));
        for (long id : List.of(unit("0101100201"), unit("0101100"), unit("0101"), unit("01"), unit(""), 987_654L)) {
            for (String path : List.of("", "?asOf=" + today(), "/history")) {
                var answer = api.get("/v1/units/" + id + path).as(stranger).send();
                assertThat(answer.status()).as(path).isEqualTo(404);
                assertThat(answer.problem()).isEqualTo("unit.unknown");
            }
            assertThat(api.get("/v1/units?parent=" + id).as(stranger).send().status())
                    .isEqualTo(404);
            assertThat(change("0201", id, "renaming", document("name", "虚构名")).status())
                    .isEqualTo(404);
            assertThat(change("0201", id, "move", document("parentId", unit("0201100")))
                            .status())
                    .isEqualTo(404);
            assertThat(change("0201", id, "abolition", document()).status()).isEqualTo(404);
            var below = document("parentId", id, "code", "x-1", "name", "虚构", "kind", "BRANCH");
            assertThat(api.post("/v1/units", below).as(stranger).key().send().status())
                    .isEqualTo(404);
        }
        assertThat(change("0201", unit("0201100201"), "move", document("parentId", unit("0101100")))
                        .problem())
                .isEqualTo("unit.parent-unknown");
        assertThat(api.get("/v1/units").as(stranger).send().json().path("items"))
                .allSatisfy(item -> assertThat(item.path("code").asString()).startsWith(divisions.code("0201")));
    }

    @Test
    void describesItsDoorsButNotTheInternalOnes() {
        var paths = api.get("/v3/api-docs").send().json().path("paths");

        assertThat(paths.propertyNames())
                .contains(
                        "/v1/units",
                        "/v1/units/{id}",
                        "/v1/units/{id}/history",
                        "/v1/units/{id}/move",
                        "/v1/imports",
                        "/v1/imports/{id}/files/{name}",
                        "/v1/imports/{id}/rejections")
                .noneMatch(path -> path.startsWith("/internal"));
    }

    @Test
    void withoutATokenNothingIsToldAndWithoutAPostNothingIsDone() {
        assertThat(api.get("/v1/units").send().status()).isEqualTo(401);
        assertThat(api.get("/v1/units").as(tokens.expired(unit("01"))).send().status())
                .isEqualTo(401);
        assertThat(api.get("/v1/units").as(tokens.withoutPost()).send().problem())
                .isEqualTo("caller.no-post");
        assertThat(api.get("/v1/units").as(tokens.administrator()).send().problem())
                .isEqualTo("caller.no-post");
        assertThat(api.get("/v1/units").as(tokens.at(987_654)).send().problem()).isEqualTo("caller.unit-unknown");
    }

    @Test
    void tellsOtherServicesAboutAnyUnitAndNobodyElse() {
        var answer = api.get("/internal/units/" + unit("0101"))
                .as(tokens.service("identity"))
                .send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("version").asLong()).isPositive();
        assertThat(answer.json().path("path").asString()).hasSize(15);
        assertThat(api.get("/internal/units/987654")
                        .as(tokens.service("identity"))
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/internal/units/" + unit("0101"))
                        .as(tokens.at(unit("0101")))
                        .send()
                        .status())
                .isEqualTo(403);
    }
}
