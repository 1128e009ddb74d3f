package cn.dangjian.statistics.figure;

import static cn.dangjian.statistics.figure.Land.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Figures by field of work (领域), of which no sums are kept: those of the kinds of its units are added up. */
@ServiceTest
class SectorsApiTest {

    private static final String MEMBERS = "measure=member.members";

    private static final long COUNTY = 36_000_001;
    private static final long TOWNSHIP = 36_000_002;
    private static final long SECOND = 36_000_003;
    private static final long VILLAGE = 36_000_004;
    private static final long SCHOOL = 36_000_005;
    private static final long HOSPITAL = 36_000_006;

    @Autowired
    private Api api;

    @Autowired
    private Tokens tokens;

    @BeforeEach
    void aCounty(@Autowired Broker broker, @Autowired JdbcTemplate jdbc) {
        var land = new Land(broker, jdbc)
                .unit(36_000_000, null, "PROVINCE", "PROVINCE_COMMITTEE")
                .unit(COUNTY, 36_000_000L, "COUNTY", "COUNTY_COMMITTEE")
                .unit(TOWNSHIP, COUNTY, "TOWNSHIP", "TOWNSHIP_COMMITTEE")
                .unit(SECOND, COUNTY, "TOWNSHIP", "TOWNSHIP_COMMITTEE")
                .unit(VILLAGE, TOWNSHIP, "VILLAGE", "VILLAGE_ORGANIZATION")
                .unit(SCHOOL, TOWNSHIP, "BRANCH", "SCHOOL_BRANCH")
                .unit(HOSPITAL, SECOND, "BRANCH", "HOSPITAL_COMMITTEE");
        land.settle();
        land.say(
                Land.counts(VILLAGE, 1, NOW.minusMonths(2), Map.of("FARMER", 26L)),
                Land.counts(TOWNSHIP, 1, NOW, Map.of("OFFICE", 7L)),
                Land.counts(SECOND, 1, NOW, Map.of("OFFICE", 4L)),
                Land.counts(SCHOOL, 1, NOW, Map.of("OFFICE", 5L)),
                Land.counts(HOSPITAL, 1, NOW, Map.of("OFFICE", 8L)));
    }

    @Test
    void aMeasureIsTakenApartByFieldOfWork() {
        var fields = figure("&group=SECTOR");

        assertThat(parts(fields)).containsExactly("HOSPITAL=8", "OTHER=11", "SCHOOL=5", "VILLAGE=26");
        assertThat(fields.path("parts").findValuesAsString("name")).containsExactly("医院", "其他", "学校", "农村");
        assertThat(parts(figure("&group=SECTOR&unit=" + TOWNSHIP)))
                .containsExactly("OTHER=7", "SCHOOL=5", "VILLAGE=26");
        assertThat(parts(figure("&group=SECTOR&month=" + NOW.minusMonths(1)))).containsExactly("VILLAGE=26");
        assertThat(parts(figure("&group=SECTOR&tree=NOW&month=" + NOW.minusMonths(1))))
                .containsExactly("VILLAGE=26");
        assertThat(figure("&group=SECTOR&compare=LAST_MONTH").path("parts").findValuesAsString("before"))
                .containsExactly("0", "0", "0", "26");
    }

    @Test
    void aFieldIsFollowedDownToTheUnitsAndThroughTheMonths() {
        assertThat(parts(figure("&slot=sector:HOSPITAL"))).containsExactly(TOWNSHIP + "=0", SECOND + "=8");
        assertThat(parts(figure("&slot=sector:OTHER"))).containsExactly(TOWNSHIP + "=7", SECOND + "=4");
        assertThat(parts(figure("&slot=sector:SCHOOL&tree=NOW"))).containsExactly(TOWNSHIP + "=5", SECOND + "=0");
        assertThat(figure("&slot=sector:SCHOOL&unit=" + SCHOOL).path("own").asLong())
                .isEqualTo(5);
        assertThat(figure("&group=PERIOD&slot=sector:SCHOOL")
                        .at("/parts/12/value")
                        .asLong())
                .isEqualTo(5);
        for (String nothing : List.of("sector:NOWHERE", "sector:", "kind:", "domain:")) {
            var none = figure("&slot=" + nothing + "&unit=" + VILLAGE);
            assertThat(none.path("total").asLong()).as(nothing).isZero();
            assertThat(none.path("own").asLong()).as(nothing).isZero();
            assertThat(none.path("addsUp").asBoolean()).as(nothing).isTrue();
        }
        var why = api.get("/v1/figures/why?" + MEMBERS + "&slot=sector:SCHOOL&unit=" + SCHOOL)
                .as(tokens.at(COUNTY))
                .send()
                .json();
        assertThat(why.at("/sources/items/0/value").asLong()).isEqualTo(5);
    }

    private JsonNode figure(String query) {
        var answer =
                api.get("/v1/figures?" + MEMBERS + query).as(tokens.at(COUNTY)).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().at("/figures/0");
    }

    private static List<String> parts(JsonNode figure) {
        assertThat(figure.path("addsUp").asBoolean()).as(figure.toString()).isTrue();
        var parts = new ArrayList<String>();
        figure.path("parts")
                .forEach(part -> parts.add((part.hasNonNull("unit") ? part.path("unit") : part.path("slot")).asString()
                        + "=" + part.path("value")));
        return parts;
    }
}
