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

    private static final String PROVINCE = "59";

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
        long id = uploads.open(PROVINCE, "虚构省59");
        uploads.upload(id, "cities.csv", Uploads.CITIES + """
            5901,示范市,59
            5904,独市,59
            5990,省直辖县级行政区划,59
            """);
        uploads.upload(id, "areas.csv", Uploads.AREAS + """
            590105,示范区,5901,59
            590400,独市,5904,59
            599001,直一市,5990,59
            599021,直二县,5990,59
            """);
        uploads.upload(id, "streets.csv", Uploads.STREETS + """
            590400100,独镇,590400,59,5904
            599021100,直镇,599021,59,5990
            """);
        uploads.applied(id);
    }

    @Test
    void doNotCountAsCitiesOrCounties() {
        var expected = Map.of("CITY", 2, "COUNTY", 3, "TOWNSHIP", 2);

        assertThat(counts("59", "")).isEqualTo(expected);
        assertThat(counts("59", "?asOf=" + Changes.TODAY)).isEqualTo(expected);
        assertThat(counts("5904", "")).isEqualTo(Map.of("TOWNSHIP", 1));
        assertThat(counts("5990", "")).isEqualTo(Map.of("COUNTY", 2, "TOWNSHIP", 1));
    }

    @Test
    void staySo() {
        long id = uploads.open(PROVINCE, "虚构省59");
        uploads.upload(id, "areas.csv", Uploads.AREAS + "590400,独市市辖,5904,59\n");
        uploads.applied(id);

        assertThat(counts("59", "")).containsEntry("COUNTY", 3);
        assertThat(jdbc.sql("select kind from unit where code = '590400'")
                        .query(String.class)
                        .single())
                .isEqualTo("DIVISION_GROUP");
    }

    @Test
    void areShownInTheTreeByWhatTheyAre() {
        var below = api.get("/v1/units?tier=CITY&parent=" + unit("59"))
                .as(tokens.at(unit("59")))
                .send()
                .json()
                .path("items");

        assertThat(below.valueStream().map(unit -> unit.path("kind").asString()).toList())
                .containsExactly("CITY_COMMITTEE", "CITY_COMMITTEE", "DIVISION_GROUP");
    }

    @Test
    void haveNoTeam() {
        var answer = api.get("/v1/units/" + unit("5990") + "/team/sessions")
                .as(tokens.at(unit("59")))
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
                .as(tokens.at(unit("59")))
                .send()
                .json()
                .valueStream()
                .collect(toMap(count -> count.path("tier").asString(), count -> count.path("units")
                        .asInt()));
    }
}
