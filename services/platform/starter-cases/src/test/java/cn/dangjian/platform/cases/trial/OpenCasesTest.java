package cn.dangjian.platform.cases.trial;

import static cn.dangjian.testkit.Province.segment;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Province;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is next, by whom, and what is late. */
class OpenCasesTest extends Permits {

    private List<Long> ids(String token, String query) {
        var page = api.get("/v1/cases?" + query).as(token).send();
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return page.json()
                .path("items")
                .valueStream()
                .map(one -> one.path("id").asLong())
                .toList();
    }

    private List<Long> ids(long who, String query) {
        return ids(tokens.at(who), query);
    }

    private JsonNode seen(long who, String query) {
        return api.get("/v1/cases?" + query)
                .as(tokens.at(who))
                .send()
                .json()
                .path("items")
                .path(0);
    }

    private static Stream<String> names(JsonNode list, String field) {
        return list.valueStream().map(one -> one.path(field).asString());
    }

    @Test
    void saysWhatIsNextAndWhoMayTakeIt() {
        long id = asked();

        var seen = seen(OTHER, "");

        assertThat(seen.path("kind").asString()).isEqualTo("permits");
        assertThat(seen.path("id").asLong()).isEqualTo(id);
        assertThat(seen.path("unit").asLong()).isEqualTo(VILLAGE);
        assertThat(seen.path("unitName").asString()).isEqualTo(Province.name(VILLAGE));
        assertThat(seen.path("otherName").asString()).isEqualTo(Province.name(OTHER));
        assertThat(seen.path("state").asString()).isEqualTo("ASKED");
        assertThat(seen.path("late").asBoolean()).isFalse();
        assertThat(names(seen.path("next"), "step")).containsExactly("AGREED", "REMARKED", "ATTACHED", "SAMPLED");
        assertThat(names(seen.path("next"), "mine")).containsExactly("true", "false", "false", "false");
        var by = seen.path("next").path(0).path("by");
        assertThat(names(by, "standing")).containsExactly("OTHER", "ABOVE_OTHER", "PARENT_OTHER");
        assertThat(by.path(1).path("tier").asString()).isEqualTo("TOWNSHIP");
    }

    @ParameterizedTest
    @CsvSource({
        "1,     1, 1",
        "11,    1, 0",
        "111,   1, 0",
        "1111,  1, 1",
        "11111, 1, 1",
        "11112, 1, 1",
        "11113, 0, 0",
        "1112,  0, 0",
        "112,   0, 0",
        "121,   0, 0",
        "12111, 0, 0",
    })
    void showsACaseToThoseAboveEitherUnitAndMineToThoseWhoMayTakeAStep(long who, int seen, int mine) {
        asked();

        assertThat(ids(who, "")).hasSize(seen);
        assertThat(ids(who, "mine=true")).hasSize(mine);
    }

    @Test
    void whoTookAStepIsNotAskedForTheOneThatAnotherPersonTakes() {
        long id = asked();
        take(OTHER, id, Permit.AGREED);

        assertThat(ids(COUNTY, "mine=true")).containsExactly(id);
        assertThat(names(seen(COUNTY, "").path("next"), "mine"))
                .containsExactly("true", "true", "false", "false", "false");

        take(COUNTY, id, Permit.SENT_BACK, "note", "补材料");
        take(tokens.at(OTHER, COUNTY), id, Permit.AGREED);

        assertThat(ids(COUNTY, "mine=true")).as("he may still send it back").containsExactly(id);
        assertThat(names(seen(COUNTY, "").path("next"), "mine"))
                .containsExactly("false", "true", "false", "false", "false");
    }

    @Test
    void agreesWithTheDoorsWhoMayDoWhat() {
        long id = asked();
        for (long who : List.of(1L, 11L, 111L, 1111L, 11111L, 11112L)) {
            var next = seen(who, "").path("next");
            boolean any = next.valueStream().anyMatch(step -> step.path("mine").asBoolean());
            assertThat(ids(who, "mine=true")).isEqualTo(any ? List.of(id) : List.of());
        }
    }

    @Test
    void aHeadingBetweenDoesNotKeepTheCityFromWhatIsItsOwn() {
        long heading = 11990;
        long underIt = 119901;
        settle(heading, Province.CITY, "COUNTY", "DIVISION_GROUP", Province.path(Province.CITY));
        settle(underIt, heading, "TOWNSHIP", "TOWNSHIP_COMMITTEE", Province.path(Province.CITY) + segment(heading));
        long id = asked();
        jdbc.sql("update case_file set other_unit_id = ? where id = ?")
                .params(underIt, id)
                .update();

        assertThat(ids(Province.CITY, "mine=true")).containsExactly(id);
        assertThat(ids(Province.PROVINCE, "mine=true")).as("samples it").containsExactly(id);
        assertThat(take(Province.PROVINCE, id, Permit.AGREED).problem()).isEqualTo("permit.not-yours");
        assertThat(take(Province.CITY, id, Permit.AGREED).status()).isEqualTo(200);
    }

    private void settle(long unit, long parent, String tier, String kind, String above) {
        jdbc.sql("""
            insert ignore into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
            values (?, ?, ?, '不设区的市', ?, ?, 'URBAN', ?, 1, '2022-01-01')\
            """)
                .params(unit, parent, String.valueOf(unit), tier, kind, above + segment(unit))
                .update();
    }

    @Test
    void whatIsLateComesFirstAndAClosedCaseNoMore() {
        long later = asked();
        long late = ask(TOWNSHIP, Province.THIRD_VILLAGE, OTHER, false)
                .json()
                .path("id")
                .asLong();
        take(OTHER, late, Permit.AGREED);

        assertThat(ids(COUNTY, "")).containsExactly(late, later);
        assertThat(ids(COUNTY, "late=true")).containsExactly(late);
        assertThat(seen(COUNTY, "").path("late").asBoolean()).isTrue();

        take(COUNTY, late, Permit.GIVEN, "document", "1号");

        assertThat(ids(COUNTY, "")).containsExactly(later);
    }

    @Test
    void villagesDoNotSeeWhatIsNotForThem() {
        long secret = ask(TOWNSHIP, VILLAGE, OTHER, true).json().path("id").asLong();

        assertThat(ids(TOWNSHIP, "")).containsExactly(secret);
        assertThat(ids(VILLAGE, "")).isEmpty();
        assertThat(ids(OTHER, "mine=true")).isEmpty();
    }

    @Test
    void goesOnPageByPage() {
        var asked = new ArrayList<Long>();
        for (long village : Province.VILLAGES) {
            long township = village / 10;
            asked.add(ask(township, village, null, false).json().path("id").asLong());
            asked.add(ask(township, village, null, true).json().path("id").asLong());
        }
        var seen = new ArrayList<Long>();
        String cursor = "";
        do {
            var page = api.get("/v1/cases?limit=3&cursor=" + cursor)
                    .as(tokens.at(COUNTY))
                    .send()
                    .json();
            page.path("items").forEach(one -> seen.add(one.path("id").asLong()));
            cursor = page.path("next").isNull() ? "" : page.path("next").asString();
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void withoutATokenNothingIsTold() {
        assertThat(api.get("/v1/cases").send().status()).isEqualTo(401);
        assertThat(api.get("/v1/cases?cursor=abc").as(tokens.at(COUNTY)).send().status())
                .isEqualTo(400);
    }
}
