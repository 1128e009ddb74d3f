package cn.dangjian.organization.people.cadre;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.people.team.House;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class CadreApiTest {

    private static final LocalDate TODAY = House.today();
    private static final String VILLAGE = "0101100201";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    House house;

    @BeforeEach
    void tree() {
        house = new House("37", api, tokens, jdbc);
        for (String table : List.of(
                "reserve_cadre",
                "reserve_tag",
                "reserve_training",
                "secretary_adjustment",
                "adjustment_tag",
                "cadre_tag")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    private Api.Answer nominate(String who, List<String> tags) {
        return house.post(
                who,
                "/v1/units/" + house.unit(VILLAGE) + "/reserve-cadres",
                "name",
                "虚构青",
                "mentor",
                "虚构师",
                "tags",
                tags);
    }

    private long aCadre() {
        var answer = nominate(VILLAGE, List.of("VETERAN", "RETURNEE"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("cadre").path("id").asLong();
    }

    private Api.Answer enlist(String who, long cadre) {
        return house.post(who, "/v1/reserve-cadres/" + cadre + "/listing");
    }

    private Api.Answer leave(String who, long cadre) {
        return house.post(who, "/v1/reserve-cadres/" + cadre + "/departure", "reason", "当选书记");
    }

    private Api.Answer train(String who, long cadre, LocalDate day, int hours) {
        return house.post(
                who,
                "/v1/reserve-cadres/" + cadre + "/trainings",
                "heldOn",
                day.toString(),
                "topic",
                "乡村振兴",
                "hours",
                hours);
    }

    private Api.Answer adjust(String who, LocalDate day, String... tags) {
        return house.post(
                who,
                "/v1/units/" + house.unit(VILLAGE) + "/secretary-adjustments",
                "name",
                "虚构旧",
                "adjustedOn",
                day.toString(),
                "document",
                "虚组〔2026〕8号",
                "tags",
                List.of(tags));
    }

    private Api.Answer addTag(String who, String list, String tag) {
        return house.post(who, "/v1/cadre-tags", "list", list, "tag", tag, "term", "虚构标签", "document", "文");
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Test
    void theVillageNominatesTheCountyListsTheTownshipTrains() {
        long cadre = aCadre();
        assertThat(enlist("0101", cadre).json().path("state").asString()).isEqualTo("LISTED");
        assertThat(train("0101100", cadre, TODAY, 8).status()).isEqualTo(200);

        var json = house.get("0101", "/v1/reserve-cadres/" + cadre).json();

        assertThat(json.path("tags").toString()).isEqualTo("[\"RETURNEE\",\"VETERAN\"]");
        assertThat(json.path("trainings")).hasSize(1);
        assertThat(json.path("cadre").path("mentor").asString()).isEqualTo("虚构师");
        assertThat(enlist("0101", cadre).problem()).isEqualTo("cadre.listed");
        assertThat(leave("0101100", cadre).json().path("state").asString()).isEqualTo("LEFT");
        assertThat(leave("0101100", cadre).problem()).isEqualTo("cadre.left");
        assertThat(train("0101100", cadre, TODAY, 8).problem()).isEqualTo("cadre.left");
    }

    @Test
    void eachTierDoesItsPart() {
        long cadre = aCadre();
        for (String who : List.of("0101100", "01", "", VILLAGE)) {
            assertThat(enlist(who, cadre).problem()).as(who).isEqualTo("cadre.not-yours");
        }
        assertThat(train(VILLAGE, cadre, TODAY, 8).problem()).isEqualTo("cadre.not-yours");
        assertThat(leave(VILLAGE, cadre).problem()).isEqualTo("cadre.not-yours");
        assertThat(adjust(VILLAGE, TODAY, "OLD").problem()).isEqualTo("cadre.not-yours");
        assertThat(rows("secretary_adjustment")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 8, 200", "1, 8, 422", "0, 0, 400", "0, 1000, 400"})
    void aTrainingHasBeenHeldAndTookHours(int days, int hours, int status) {
        long cadre = aCadre();

        assertThat(train("0101100", cadre, TODAY.plusDays(days), hours).status())
                .isEqualTo(status);
        assertThat(rows("reserve_training")).isEqualTo(status == 200 ? 1 : 0);
    }

    @Test
    void refusesTagsThatNobodyKnows() {
        assertThat(nominate(VILLAGE, List.of("ASTRONAUT")).problem()).isEqualTo("cadre.no-such-tag");
        assertThat(adjust("0101100", TODAY, "OLD", "ASTRONAUT").problem()).isEqualTo("cadre.no-such-tag");
        assertThat(adjust("0101100", TODAY).status()).isEqualTo(400);
        assertThat(adjust("0101100", TODAY.plusDays(1), "OLD").problem()).isEqualTo("cadre.future");
        assertThat(rows("reserve_cadre") + rows("secretary_adjustment")).isZero();
    }

    @Test
    void aCountyAddsTagsForItself() {
        assertThat(addTag("0101", "ADJUSTMENT", "LOW_INCOME").status()).isEqualTo(204);

        assertThat(adjust("0101100", TODAY, "LOW_INCOME", "OLD").status()).isEqualTo(201);
        assertThat(addTag("0101", "ADJUSTMENT", "LOW_INCOME").problem()).isEqualTo("cadre.tag-taken");
        assertThat(house.get(VILLAGE, "/v1/cadre-tags?list=ADJUSTMENT").body()).contains("LOW_INCOME");
        assertThat(house.get("0121", "/v1/cadre-tags?list=ADJUSTMENT").body()).doesNotContain("LOW_INCOME");
        var list = house.get("01", "/v1/secretary-adjustments").json().path("items");
        assertThat(list.get(0).path("tags").toString()).isEqualTo("[\"LOW_INCOME\",\"OLD\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "0101100, ADJUSTMENT, X,   403, cadre.not-yours",
        "0101,    STAFF_TYPE, X,   404, cadre.no-such-list",
        "0101,    ADJUSTMENT, OLD, 409, cadre.tag-taken",
        "0101,    ADJUSTMENT, old, 400, body.invalid"
    })
    void refusesABadTag(String who, String list, String tag, int status, String problem) {
        var answer = addTag(who, list, tag);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(rows("cadre_tag")).isZero();
    }

    @Test
    void listsPageByPageTheNewestFirst() {
        long first = aCadre();
        long second = aCadre();

        var page = house.get("0101", "/v1/reserve-cadres?limit=1").json();

        assertThat(page.path("items").get(0).path("id").asLong()).isEqualTo(second);
        var rest = house.get(
                        "0101",
                        "/v1/reserve-cadres?limit=1&cursor=" + page.path("next").asString())
                .json();
        assertThat(rest.path("items").get(0).path("id").asLong()).isEqualTo(first);
    }

    @Test
    void ofAnotherCountyAndWithoutATokenNothingIsTold() {
        long cadre = aCadre();
        adjust("0101100", TODAY, "OLD");
        for (String who : List.of("0201", "0121", "0101001", "0101100202")) {
            assertThat(house.get(who, "/v1/reserve-cadres/" + cadre).status()).isEqualTo(404);
            assertThat(house.get(who, "/v1/reserve-cadres").json().path("items"))
                    .isEmpty();
            assertThat(house.get(who, "/v1/secretary-adjustments").json().path("items"))
                    .isEmpty();
            assertThat(nominate(who, List.of()).status()).isEqualTo(404);
            assertThat(enlist(who, cadre).status()).isEqualTo(404);
            assertThat(leave(who, cadre).status()).isEqualTo(404);
            assertThat(train(who, cadre, TODAY, 8).status()).isEqualTo(404);
            assertThat(adjust(who, TODAY, "OLD").status()).isEqualTo(404);
        }
        for (String path :
                List.of("reserve-cadres", "reserve-cadres/1", "secretary-adjustments", "cadre-tags?list=ADJUSTMENT")) {
            assertThat(api.get("/v1/" + path).send().status()).isEqualTo(401);
        }
        for (String path : List.of(
                "units/1/reserve-cadres",
                "reserve-cadres/1/listing",
                "reserve-cadres/1/departure",
                "reserve-cadres/1/trainings",
                "units/1/secretary-adjustments",
                "cadre-tags")) {
            assertThat(api.post("/v1/" + path).key().send().status()).isEqualTo(401);
        }
    }
}
