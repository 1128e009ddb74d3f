package cn.dangjian.statistics.figure;

import static cn.dangjian.statistics.figure.Land.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** One set of numbers: every measure has the same value at every tier on whatever page one reads it. */
@ServiceTest
class SameFigureTest {

    private static final long PROVINCE = 33_000_000;
    private static final int MOST = 30;

    @Autowired
    private Api api;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Broker broker;

    @Autowired
    private JdbcTemplate jdbc;

    private JsonNode get(long reader, String path) {
        var answer = api.get(path).as(tokens.at(reader)).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void everyMeasureIsTheSameOnAllPagesOfAllTiers() {
        var land = new Land(broker, jdbc);
        var units = new ArrayList<Long>();
        var tiers = List.of("PROVINCE", "CITY", "COUNTY", "TOWNSHIP", "VILLAGE", "BRANCH");
        for (int depth = 0; depth < tiers.size(); depth++) {
            String tier = tiers.get(depth);
            land.unit(PROVINCE + depth, depth == 0 ? null : PROVINCE + depth - 1, tier, tier + "_KIND");
            land.unit(PROVINCE + 10 + depth, PROVINCE + depth, tiers.get(Math.min(depth + 1, 5)), "OTHER_KIND");
            units.add(PROVINCE + depth);
        }
        land.settle();
        for (long unit : units)
            land.say(
                    Land.counts(unit, 1, NOW.minusMonths(1), Map.of("FARMER", 5 + unit % 7)),
                    Land.counts(unit + 10, 1, NOW, Map.of("OFFICE", 6 + unit % 5)),
                    Land.team(unit, 1, 7, 4, LocalDate.now(Land.BEIJING)),
                    Land.arrears(unit, 1, NOW, 2, "24.50"),
                    Land.dues(unit, 1, NOW, "100.00", "40.00"),
                    Land.dues(unit + 10, 1, NOW.minusMonths(1), "90.00", "90.00"),
                    Land.coverage(unit, 1, 3, 1, 1));
        var codes = get(PROVINCE, "/v1/measures").path("measures").findValuesAsString("code");

        Map<String, JsonNode> above = Map.of();
        for (long unit : units) {
            var queried = figures(unit, "/v1/figures?", codes);
            holdAgainstTheView(unit, queried, figures(unit, "/v1/figures?compare=LAST_MONTH&", codes));
            holdAgainstGroups(unit, queried, codes);
            if (unit != PROVINCE) holdAgainstTheListAbove(unit, queried, above);
            for (String code : codes) holdAgainstTheLens(unit, code, queried.get(code));
            above = queried;
        }
        assertThat(get(PROVINCE, "/v1/figures?measure=member.members")
                        .at("/figures/0/total")
                        .asLong())
                .isPositive();
    }

    private void holdAgainstTheView(long unit, Map<String, JsonNode> queried, Map<String, JsonNode> compared) {
        var view = get(unit, "/v1/views/me");
        for (String list : List.of("headlines", "alerts"))
            view.path(list).forEach(shown -> {
                var figure = queried.get(shown.path("measure").asString());
                assertThat(shown.path("value")).as(shown.toString()).isEqualTo(figure.path("total"));
                assertThat(shown.path("share")).isEqualTo(figure.path("share"));
                assertThat(shown.path("before").asLong())
                        .as(shown.toString())
                        .isEqualTo(compared.get(shown.path("measure").asString())
                                .path("before")
                                .asLong());
            });
        view.path("children")
                .forEach(child -> child.path("figures").properties().forEach(each -> {
                    long listed = queried.get(each.getKey())
                            .path("parts")
                            .valueStream()
                            .filter(part -> part.path("unit").equals(child.path("unit")))
                            .mapToLong(part -> part.path("value").asLong())
                            .sum();
                    assertThat(each.getValue().asLong()).as(each.getKey()).isEqualTo(listed);
                }));
    }

    /** Some at a time, as many as a page takes. */
    private Map<String, JsonNode> figures(long unit, String page, List<String> codes) {
        var found = new LinkedHashMap<String, JsonNode>();
        for (int from = 0; from < codes.size(); from += MOST) {
            String some = String.join(",", codes.subList(from, Math.min(codes.size(), from + MOST)));
            get(unit, page + "measure=" + some)
                    .path("figures")
                    .forEach(figure -> found.put(figure.path("measure").asString(), figure));
        }
        assertThat(found.keySet()).as(page).containsExactlyInAnyOrderElementsOf(codes);
        return found;
    }

    private void holdAgainstGroups(long unit, Map<String, JsonNode> queried, List<String> codes) {
        figures(unit, "/v1/figures/months?", codes).forEach((code, figure) -> assertThat(
                        figure.at("/months/12/value").asLong())
                .as(code + " in the row of months")
                .isEqualTo(total(queried, code)));
        for (String group : List.of("KIND", "DOMAIN", "PERIOD"))
            figures(unit, "/v1/figures?group=" + group + "&", codes).forEach((code, figure) -> {
                assertThat(figure.path("total").asLong())
                        .as(code + " by " + group)
                        .isEqualTo(total(queried, code));
                assertThat(figure.path("addsUp").asBoolean())
                        .as(code + " by " + group)
                        .isTrue();
            });
    }

    private void holdAgainstTheListAbove(long unit, Map<String, JsonNode> queried, Map<String, JsonNode> above) {
        above.forEach((code, figure) -> {
            var listed = figure.path("parts")
                    .valueStream()
                    .filter(part -> part.path("unit").asLong() == unit)
                    .mapToLong(part -> part.path("value").asLong())
                    .sum();
            assertThat(listed).as(code + " in the list of the one above").isEqualTo(total(queried, code));
        });
    }

    private static long total(Map<String, JsonNode> queried, String code) {
        return queried.get(code).path("total").asLong();
    }

    private void holdAgainstTheLens(long unit, String code, JsonNode figure) {
        long total = figure.path("total").asLong();
        assertThat(figure.path("addsUp").asBoolean()).as(code).isTrue();
        long parts = figure.path("own").asLong() + figure.path("elsewhere").asLong();
        for (var part : figure.path("parts")) parts += part.path("value").asLong();
        assertThat(parts).as(code + " is the sum of its parts").isEqualTo(total);
        var why = get(unit, "/v1/figures/why?measure=" + code);
        assertThat(why.path("total").asLong()).as(code + " in the lens").isEqualTo(total);
        long said = 0;
        for (var source : why.at("/sources/items")) said += source.path("value").asLong();
        assertThat(said)
                .as(code + " as events said it")
                .isEqualTo(why.path("own").asLong());
        var feeds = get(unit, "/v1/figures/feeds?measure=" + code).at("/totals/0/value");
        assertThat(feeds.asLong()).as(code + " among what it feeds").isEqualTo(total);
    }
}
