package cn.dangjian.organization.tree.unit;

import static cn.dangjian.organization.tree.change.Changes.abolish;
import static cn.dangjian.organization.tree.change.Changes.establish;
import static cn.dangjian.organization.tree.change.Changes.rename;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.organization.tree.change.Changes;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    Changes changes;

    @BeforeEach
    void tree() {
        divisions = new Divisions("61", api, tokens, jdbc);
        divisions.settle();
        changes = new Changes(api, tokens, divisions);
    }

    private LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private long unit(String rest) {
        return divisions.unit(rest);
    }

    private void made(Map<String, Object> operation) {
        var answer = changes.make(operation, Changes.TODAY);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
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
    @DisplayName("18.9 the children of a unit are those of today if no day is asked for")
    void listsTheChildrenOfToday() {
        String path = "/v1/units/" + unit("0101100") + "/children";
        String county = tokens.at(unit("0101"));

        var answer = api.get(path).as(county).send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("items")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(answer.json())
                .isEqualTo(api.get(path + "?asOf=" + today()).as(county).send().json());
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
    void remembersWhatAUnitWas() {
        long town = unit("0101100");
        assertThat(changes.make(establish(town, divisions.code("0101100210"), "虚构旧村", null), today())
                        .status())
                .isEqualTo(200);
        long id = unit("0101100210");
        for (var table : List.of("unit_period", "unit_place"))
            jdbc.sql("update " + table + " set valid_from = :day where unit_id in (select :id union select parent_id"
                            + " from unit where id = :id)")
                    .param("day", today().minusDays(10))
                    .param("id", id)
                    .update();
        made(rename(id, "虚构新村"));

        String county = tokens.at(unit("0101"));
        assertThat(name(id, county, today().minusDays(10))).isEqualTo("虚构旧村");
        assertThat(name(id, county, today().minusDays(1))).isEqualTo("虚构旧村");
        assertThat(name(id, county, today())).isEqualTo("虚构新村");
        assertThat(api.get("/v1/units/" + id + "?asOf=" + today().minusDays(11))
                        .as(county)
                        .send()
                        .problem())
                .isEqualTo("unit.unknown");

        made(abolish(id));
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
        var page = api.get("/v1/units/" + id + "/history?limit=1")
                .as(county)
                .send()
                .json();
        assertThat(page.path("items").get(0).path("reason").asString()).isEqualTo("ABOLISHED");
        assertThat(page.path("items").get(0).path("ended").asBoolean()).isTrue();
        var rest = api.get("/v1/units/" + id + "/history?limit=2&cursor="
                        + page.path("next").asString())
                .as(county)
                .send()
                .json();
        assertThat(rest.path("items").findValuesAsString("reason"))
                .as("the rename of the day of its end keeps its document")
                .containsExactly("RENAMED", "ESTABLISHED");
        assertThat(jdbc.sql("select count(*) from unit_period_superseded where unit_id = :id and name = '虚构新村'")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .as("what the tree said for some hours of this day is remembered")
                .isPositive();
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
    void namesUnitsByTheirKinds() {
        made(establish(unit("0121200"), divisions.code("0121200211"), "虚构新村委会", null));
        made(establish(unit("0121200"), divisions.code("0121200") + "-01", "虚构产业链", "JOINT_BRANCH"));

        String town = tokens.at(unit("0121200"));
        var village = api.get("/v1/units/" + unit("0121200211")).as(town).send().json();
        assertThat(village.path("kind").asString()).isEqualTo("VILLAGE_ORGANIZATION");
        assertThat(village.path("title").asString()).isEqualTo("示范0121200镇虚构新村党组织");
        var branch = api.get("/v1/units/" + unit("0121200-01")).as(town).send().json();
        assertThat(branch.path("tier").asString()).isEqualTo("BRANCH");
        assertThat(branch.path("title").asString()).isEqualTo("中共虚构产业链联合支部委员会");
    }

    @Test
    void ofAnotherCountyEverythingIsUnknown() {
        String stranger = tokens.at(unit("0201"));
        for (long id : List.of(unit("0101100201"), unit("0101100"), unit("0101"), unit("01"), unit(""), 987_654L)) {
            for (String path : List.of(
                    "", "?asOf=" + today(), "/history", "/lineage", "/ancestors", "/children?asOf=" + today())) {
                var answer = api.get("/v1/units/" + id + path).as(stranger).send();
                assertThat(answer.status()).as(path).isEqualTo(404);
                assertThat(answer.problem()).isEqualTo("unit.unknown");
            }
            assertThat(api.get("/v1/units?parent=" + id).as(stranger).send().status())
                    .isEqualTo(404);
        }
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
                        "/v1/units/{id}/lineage",
                        "/v1/changes/{id}/approval",
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
