package cn.dangjian.assessment.result.showcase;

import static cn.dangjian.assessment.Scored.PATIENCE;
import static cn.dangjian.assessment.Scored.YEAR;
import static cn.dangjian.assessment.Scored.four;
import static cn.dangjian.assessment.Scored.scheme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The doors of models: from a frozen year to the list, who reads it, and what other services hear. */
class ShowcaseApiTest extends StarredVillages {

    /** Over the doors: the county freezes the year and gives stars, the city puts them on file. */
    private void freezeAndFile(int year, List<Long> villages) {
        long id = scored.published(county, scheme(year, "VILLAGE", four()));
        scored.settled();
        var closed = scored.post(county, "/v1/schemes/" + id + "/closing", Map.of("document", "虚考1号"));
        assertThat(closed.status()).as(closed.toString()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> scored.get(county, "/v1/schemes/" + id + "/closing")
                .json()
                .path("state")
                .asString()
                .equals("FROZEN"));
        var proposed = scored.post(
                county,
                "/v1/schemes/" + id + "/gradings",
                Map.of(
                        "scale",
                        "STARS",
                        "document",
                        "虚考〔2026〕3号",
                        "grades",
                        villages.stream()
                                .map(unit -> Map.of("unit", unit, "grade", "STARS_5"))
                                .toList()));
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
        refused(name(CITY, YEAR, villages), "showcase.not-on-file", Province.name(villages.getFirst()));
        var filed = scored.post(
                CITY,
                "/v1/gradings/" + proposed.json().path("id").asLong() + "/filing",
                Map.of("document", "虚组〔2026〕5号"));
        assertThat(filed.status()).as(filed.toString()).isEqualTo(200);
    }

    @Test
    void isNamedByTheCityAndReadByVillageTownshipCountyAndCity() {
        var villages = villages(2);
        freezeAndFile(LAST, villages);
        var request = Map.of(
                "year",
                YEAR,
                "units",
                List.of(Map.of("unit", villages.getFirst(), "evidence", " 阵地规范，台账齐全 ")),
                "document",
                "虚组〔2026〕12号",
                "reason",
                "五星级党支部中择优");

        var named = scored.post(CITY, "/v1/showcases", request);

        assertThat(named.status()).as(named.toString()).isEqualTo(201);
        var shown = named.json().at("/showcases/0");
        assertThat(shown.path("unitName").asString()).isEqualTo(Province.name(villages.getFirst()));
        assertThat(shown.path("tier").asString()).isEqualTo("CITY");
        assertThat(shown.path("gradedYear").asInt()).isEqualTo(LAST);
        assertThat(shown.path("evidence").asString()).isEqualTo("阵地规范，台账齐全");
        assertThat(shown.path("withdrawn").isNull()).isTrue();
        for (long reader : List.of(villages.getFirst(), township, county, CITY, Province.PROVINCE))
            assertThat(listed(reader, "&year=" + YEAR)).as("read by " + reader).containsExactly(villages.getFirst());
        assertThat(listed(villages.getLast(), "")).isEmpty();
        assertThat(listed(county, "&year=" + LAST)).isEmpty();
        assertThat(listed(CITY, "&unit=" + villages.getFirst())).hasSize(1);
        assertThat(listed(CITY, "&unit=" + villages.getLast())).isEmpty();
    }

    @Test
    void doesNotExistForAnotherCounty() {
        var best = best(1);
        long id = named(CITY, YEAR, best);

        assertThat(withdraw(Province.OTHER_COUNTY, id).problem()).isEqualTo("showcase.unknown");
        assertThat(withdraw(Province.SIBLING_COUNTY, id).status()).isEqualTo(404);
        assertThat(listed(Province.SIBLING_COUNTY, "")).isEmpty();
        assertThat(scored.get(Province.SIBLING_COUNTY, "/v1/showcases?unit=" + best.getFirst())
                        .problem())
                .isEqualTo("unit.unknown");
        assertThat(scored.get(Province.SIBLING_COUNTY, "/v1/units/" + best.getFirst() + "/stars")
                        .problem())
                .isEqualTo("unit.unknown");
    }

    @Test
    void isTakenBackByWhoeverHasNamedItOnce() {
        var best = best(1);
        long id = named(CITY, YEAR, best);
        for (long other : List.of(best.getFirst(), county, Province.PROVINCE))
            assertThat(withdraw(other, id).problem()).isEqualTo("showcase.not-yours");

        var withdrawn = withdraw(CITY, id);

        assertThat(withdrawn.status()).as(withdrawn.toString()).isEqualTo(200);
        assertThat(withdrawn.json().at("/withdrawn/document").asString()).isEqualTo("虚组〔2026〕20号");
        assertThat(withdraw(CITY, id).problem()).isEqualTo("showcase.withdrawn-already");
        assertThat(stored()).isZero();
        assertThat(listed(county, "")).containsExactlyElementsOf(best);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told(best.getFirst())).hasSize(2));
        var last = told(best.getFirst()).getLast();
        EventSchemas.validate("assessment.showcase-changed.v1", last.toString());
        assertThat(last.path("version").asLong()).isEqualTo(2);
        assertThat(last.at("/data/showcases/0/withdrawnOn").isNull()).isFalse();
    }

    /** A county that has ended takes nothing back any more; whoever is above it does. */
    @Test
    void isTakenBackFromAboveWhenWhoeverHasNamedItHasEnded() {
        var best = best(1);
        long id = named(county, YEAR, best);
        assertThat(withdraw(CITY, id).problem()).isEqualTo("showcase.not-yours");

        jdbc.sql("update unit set valid_to = '2026-02-01' where id = :unit")
                .param("unit", county)
                .update();

        assertThat(withdraw(township, id).problem()).isEqualTo("showcase.not-yours");
        assertThat(withdraw(CITY, id).status()).isEqualTo(200);
    }

    /** It stays where it was named: whoever has named a village reads of it wherever that stands now. */
    @Test
    void staysWithWhoeverHasNamedItWhenTheUnitIsMoved() {
        var best = best(1);
        long id = named(county, YEAR, best);
        jdbc.sql("update unit set parent_id = :to, path = :path where id = :unit")
                .param("to", Province.SIBLING_TOWNSHIP)
                .param("path", Province.path(Province.SIBLING_TOWNSHIP) + Province.segment(best.getFirst()))
                .param("unit", best.getFirst())
                .update();

        for (long reader : List.of(county, Province.SIBLING_COUNTY))
            assertThat(scored.get(reader, "/v1/showcases?limit=200")
                            .json()
                            .path("items")
                            .valueStream()
                            .map(one -> one.path("id").asLong()))
                    .as("read by " + reader)
                    .contains(id);
        assertThat(withdraw(Province.SIBLING_COUNTY, id).problem()).isEqualTo("showcase.not-yours");
        assertThat(withdraw(county, id).status()).isEqualTo(200);
    }

    @Test
    void saysHowStarsRiseAndFall() {
        var village = villages(1);
        starred(LAST - 5, true, "STARS_2", village);
        starred(LAST - 3, true, "STARS_3", village);
        starred(LAST - 2, true, "STARS_5", village);
        starred(LAST - 1, true, "STARS_5", village);
        starred(LAST, true, "STARS_4", village);
        starred(YEAR, false, "STARS_1", village);

        var stars = stars(village.getFirst());
        assertThat(stars.path("years")
                        .valueStream()
                        .map(year -> year.path("year").asInt() + " "
                                + year.path("stars").asInt() + " "
                                + (year.path("course").isNull()
                                        ? "-"
                                        : year.path("course").asString())))
                .containsExactly(
                        LAST + " 4 DOWN",
                        LAST - 1 + " 5 SAME",
                        LAST - 2 + " 5 UP",
                        LAST - 3 + " 3 -",
                        LAST - 5 + " 2 -");
        assertThat(stars.path("model").asBoolean()).isFalse();

        long id = named(CITY, LAST - 1, village);
        assertThat(stars(village.getFirst()).path("model").asBoolean()).isTrue();
        assertThat(stars(village.getFirst()).at("/showcases/0/doubts/0/grade").asString())
                .isEqualTo("STARS_4");
        withdraw(CITY, id);
        assertThat(stars(village.getFirst()).path("model").asBoolean()).isFalse();
        assertThat(stars(village.getFirst()).path("showcases").size()).isEqualTo(1);
    }

    private JsonNode stars(long village) {
        return scored.get(village, "/v1/units/" + village + "/stars").json();
    }

    @Test
    void isReadInPages() {
        var best = best(5);
        named(CITY, YEAR, best);
        var first = scored.get(county, "/v1/showcases?limit=3").json();
        assertThat(first.path("items").size()).isEqualTo(3);

        var rest = scored.get(
                        county,
                        "/v1/showcases?limit=3&cursor=" + first.path("next").asString())
                .json();

        assertThat(rest.path("items").size()).isEqualTo(2);
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void isToldAsAWholeAndToldAgain() {
        var best = best(1);
        named(CITY, YEAR, best);
        named(county, YEAR, best);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told(best.getFirst())).hasSize(2));

        assertThat(api.post("/v1/retellings").as(tokens.administrator()).send().status())
                .isEqualTo(202);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told(best.getFirst())).hasSize(3));
        var told = told(best.getFirst());
        told.forEach(event -> EventSchemas.validate("assessment.showcase-changed.v1", event.toString()));
        assertThat(told.stream().map(event -> event.path("version").asLong())).containsExactly(1L, 2L, 2L);
        assertThat(told.getLast().path("data")).isEqualTo(told.get(1).path("data"));
        assertThat(LongStream.range(0, 2).mapToObj(at -> told.getLast()
                        .at("/data/showcases/" + at + "/owner")
                        .asLong()))
                .containsExactly(county, CITY);
    }

    @Test
    void hasAnExampleOfWhatItTells() {
        EventSchemas.validate("assessment.showcase-changed.v1", EventExamples.load("assessment.showcase-changed.v1"));
    }

    private List<JsonNode> told(long village) {
        return broker.heardOf("assessment.showcase-changed.v1").stream()
                .filter(event -> event.at("/data/unit").asLong() == village)
                .toList();
    }
}
