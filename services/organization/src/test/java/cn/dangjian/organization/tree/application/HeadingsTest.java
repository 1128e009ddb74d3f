package cn.dangjian.organization.tree.application;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.change.Changes;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Headings of the division codes (汇总码) are units of the tree, and no organisations. */
@ServiceTest
class HeadingsTest {

    private static final String PROVINCE = "72";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    private Uploads uploads;

    @BeforeEach
    void aProvinceWithHeadings() {
        uploads = new Uploads(api, tokens);
        long id = uploads.open(PROVINCE, "虚构省72");
        uploads.upload(id, "cities.csv", Uploads.CITIES + """
            7201,示范市,72
            7204,独市,72
            7290,省直辖县级行政区划,72
            """);
        uploads.upload(id, "areas.csv", Uploads.AREAS + """
            720105,示范区,7201,72
            720400,独市,7204,72
            729001,直一市,7290,72
            729021,直二县,7290,72
            """);
        uploads.upload(id, "streets.csv", Uploads.STREETS + """
            720400100,独镇,720400,72,7204
            729021100,直镇,729021,72,7290
            """);
        uploads.applied(id);
    }

    @Test
    void doNotCountAsCitiesOrCounties() {
        var expected = Map.of("CITY", 2, "COUNTY", 3, "TOWNSHIP", 2);

        assertThat(counts("72", "")).isEqualTo(expected);
        assertThat(counts("72", "?asOf=" + Changes.TODAY)).isEqualTo(expected);
        assertThat(counts("7204", "")).isEqualTo(Map.of("TOWNSHIP", 1));
        assertThat(counts("7290", "")).isEqualTo(Map.of("COUNTY", 2, "TOWNSHIP", 1));
    }

    @Test
    void staySo() {
        long id = uploads.open(PROVINCE, "虚构省72");
        uploads.upload(id, "areas.csv", Uploads.AREAS + "720400,独市市辖,7204,72\n");
        uploads.applied(id);

        assertThat(counts("72", "")).containsEntry("COUNTY", 3);
        assertThat(jdbc.sql("select kind from unit where code = '720400'")
                        .query(String.class)
                        .single())
                .isEqualTo("DIVISION_GROUP");
    }

    @Test
    void areShownInTheTreeByWhatTheyAre() {
        var below = api.get("/v1/units?tier=CITY&parent=" + unit("72"))
                .as(tokens.at(unit("72")))
                .send()
                .json()
                .path("items");

        assertThat(below.valueStream().map(unit -> unit.path("kind").asString()).toList())
                .containsExactly("CITY_COMMITTEE", "CITY_COMMITTEE", "DIVISION_GROUP");
    }

    @Test
    void haveNoTeam() {
        var answer = api.get("/v1/units/" + unit("7290") + "/team/sessions")
                .as(tokens.at(unit("72")))
                .send();

        assertThat(answer.status()).isEqualTo(404);
    }

    private long unit(String code) {
        return jdbc.sql("select id from unit where code = :code")
                .param("code", code)
                .query(Long.class)
                .single();
    }

    private Map<String, Integer> counts(String code, String query) {
        return api.get("/v1/units/" + unit(code) + "/counts" + query)
                .as(tokens.at(unit("72")))
                .send()
                .json()
                .valueStream()
                .collect(toMap(count -> count.path("tier").asString(), count -> count.path("units")
                        .asInt()));
    }
}
