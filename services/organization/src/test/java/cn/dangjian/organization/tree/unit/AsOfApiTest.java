package cn.dangjian.organization.tree.unit;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.organization.tree.change.Changes;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Lists, counts and searches of any day: a township has moved, a village has another name. */
@ServiceTest
class AsOfApiTest {

    private static final LocalDate MOVED = TODAY.minusDays(2);

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    Divisions divisions;

    @BeforeEach
    void tree() {
        boolean first = jdbc.sql("select count(*) from unit where code = '74'")
                        .query(Integer.class)
                        .single()
                == 0;
        divisions = new Divisions("74", api, tokens, jdbc);
        divisions.settle();
        if (!first) return;
        divisions.importedOn(TODAY.minusDays(10));
        var changes = new Changes(api, tokens, divisions);
        made(changes, Changes.move(divisions.unit("0101100"), divisions.unit("0121")), MOVED);
        made(changes, Changes.rename(divisions.unit("0101100202"), "虚构柳溪村"), MOVED);
        made(changes, Changes.abolish(divisions.unit("0101100203")), TODAY.minusDays(1));
    }

    private static void made(Changes changes, Map<String, Object> operation, LocalDate on) {
        var answer = changes.make(operation, on);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private JsonNode ask(String who, String path) {
        var answer = api.get(path).as(tokens.at(divisions.unit(who))).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private List<String> codes(JsonNode units) {
        return units.valueStream()
                .map(unit -> unit.path("code").asString().substring(2))
                .toList();
    }

    private Map<String, Integer> counts(String county, LocalDate day) {
        var counts = new HashMap<String, Integer>();
        ask("", "/v1/units/" + divisions.unit(county) + "/counts?asOf=" + day)
                .forEach(count -> counts.put(
                        count.path("tier").asString(), count.path("units").asInt()));
        return counts;
    }

    @Test
    void listsTheTreeOfADayInItsOrder() {
        assertThat(codes(ask("", "/v1/units?tier=VILLAGE&asOf=" + MOVED.minusDays(1))
                        .path("items")))
                .containsExactly(
                        "0101001001",
                        "0101100201",
                        "0101100202",
                        "0101100203",
                        "0121200201",
                        "0121200202",
                        "0201100201");
        assertThat(codes(ask("", "/v1/units?tier=TOWNSHIP&parent=" + divisions.unit("0121") + "&asOf=" + TODAY)
                        .path("items")))
                .containsExactlyInAnyOrder("0101100", "0121200");
        assertThat(codes(ask("", "/v1/units?parent=" + divisions.unit("0121") + "&asOf=" + MOVED.minusDays(1))
                        .path("items")))
                .containsExactly("0121200");
    }

    @Test
    void aPageOfADayGoesOnWhereTheLastOneEnded() {
        var whole = codes(ask("", "/v1/units?asOf=" + TODAY).path("items"));
        var pages = new ArrayList<String>();
        String cursor = "";
        do {
            var page = ask("", "/v1/units?limit=4&asOf=" + TODAY + cursor);
            pages.addAll(codes(page.path("items")));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());

        assertThat(pages).isEqualTo(whole).doesNotHaveDuplicates();
        assertThat(whole).isEqualTo(codes(ask("", "/v1/units").path("items"))).doesNotContain("0101100203");
    }

    @Test
    void countsByTheTreeOfTheDay() {
        var before = MOVED.minusDays(1);

        assertThat(counts("0101", before)).isEqualTo(Map.of("TOWNSHIP", 2, "VILLAGE", 4));
        assertThat(counts("0121", before)).isEqualTo(Map.of("TOWNSHIP", 1, "VILLAGE", 2));
        assertThat(counts("0121", MOVED)).isEqualTo(Map.of("TOWNSHIP", 2, "VILLAGE", 5));
        assertThat(counts("0121", TODAY)).isEqualTo(Map.of("TOWNSHIP", 2, "VILLAGE", 4));
        assertThat(ask("", "/v1/units/" + divisions.unit("0121") + "/counts"))
                .isEqualTo(ask("", "/v1/units/" + divisions.unit("0121") + "/counts?asOf=" + TODAY));
    }

    @Test
    void findsWhatHadANameOnADay() {
        assertThat(search("", "柳溪", TODAY)).containsExactly("0101100202");
        assertThat(search("", "柳溪", MOVED.minusDays(1))).isEmpty();
        assertThat(search("", "示范0101100202", MOVED.minusDays(1))).containsExactly("0101100202");
        assertThat(search("", "740101100203", TODAY)).isEmpty();
        assertThat(search("", "740101100203", TODAY.minusDays(2))).containsExactly("0101100203");
    }

    @Test
    void ofAnotherCountyThereIsNothingOnAnyDay() {
        long township = divisions.unit("0101100");
        for (var day : List.of(MOVED.minusDays(1), TODAY)) {
            assertThat(codes(ask("0101", "/v1/units?asOf=" + day).path("items")))
                    .doesNotContain("0101100", "0101100201");
            assertThat(search("0201", "柳溪", day)).isEmpty();
            for (var path : List.of("/counts?asOf=", "/children?asOf="))
                assertThat(api.get("/v1/units/" + township + path + day)
                                .as(tokens.at(divisions.unit("0101")))
                                .send()
                                .status())
                        .isEqualTo(404);
            assertThat(api.get("/v1/units?parent=" + township + "&asOf=" + day)
                            .as(tokens.at(divisions.unit("0101")))
                            .send()
                            .status())
                    .isEqualTo(404);
        }
    }

    private List<String> search(String who, String text, LocalDate day) {
        return codes(ask(who, "/v1/units/search?q=" + URLEncoder.encode(text, UTF_8) + "&asOf=" + day));
    }
}
