package cn.dangjian.assessment.result.showcase;

import static cn.dangjian.assessment.Scored.PATIENCE;
import static cn.dangjian.assessment.Scored.YEAR;
import static cn.dangjian.assessment.Scored.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.assessment.Said;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may be a model, and how many: people name and take back, and no rule does. */
class ShowcaseTest extends StarredVillages {

    private static <T> List<T> atOnce(Supplier<T> one, Supplier<T> other) {
        var together = new Phaser(2);
        try (var two = Executors.newFixedThreadPool(2)) {
            return Stream.of(one, other)
                    .map(question -> CompletableFuture.supplyAsync(
                            () -> {
                                together.arriveAndAwaitAdvance();
                                return question.get();
                            },
                            two))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private static List<Long> with(List<Long> units, long more) {
        var all = new ArrayList<>(units);
        all.add(more);
        return all;
    }

    @Test
    void isNamedOutOfThoseWithFiveStarsOnFile() {
        var best = best(2);
        long fourStars = scored.village(township);
        starred(LAST - 1, true, "STARS_5", List.of(fourStars));
        starred(LAST, true, "STARS_4", List.of(fourStars));
        long open = scored.village(township);
        starred(LAST, false, "STARS_5", List.of(open));
        long longAgo = scored.village(township);
        starred(LAST - 1, true, "STARS_5", List.of(longAgo));

        refused(name(CITY, YEAR, with(best, fourStars)), "showcase.not-five-stars", Province.name(fourStars), LAST);
        refused(name(CITY, YEAR, with(best, longAgo)), "showcase.not-five-stars", Province.name(longAgo));
        refused(name(CITY, YEAR, with(best, open)), "showcase.not-on-file", Province.name(open), "备案");
        refused(name(CITY, YEAR, with(best, best.getFirst())), "showcase.units-twice", best.getFirst());
        refused(name(CITY, YEAR + 1, best), "showcase.year-ahead", YEAR);
        refused(name(township, YEAR, best), "showcase.not-naming", "上级");
        refused(name(Province.OTHER_CITY, YEAR, best), "showcase.units-unknown", best.getFirst(), best.getLast());

        jdbc.sql("update unit set valid_to = '2026-02-01' where id = :unit")
                .param("unit", best.getLast())
                .update();
        refused(name(CITY, YEAR, best), "showcase.units-ended", Province.name(best.getLast()));

        named(CITY, LAST, best.subList(0, 1));
        named(CITY, LAST - 1, List.of(longAgo));
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void isNamedOnceAYearByTheSameUnit() {
        var best = best(2);
        long first = named(CITY, YEAR, best.subList(0, 1));

        var again = name(CITY, YEAR, best);
        assertThat(again.problem()).isEqualTo("showcase.named-already");
        assertThat(again.json().path("detail").asString())
                .contains(Province.name(best.getFirst()))
                .doesNotContain(Province.name(best.getLast()));
        assertThat(stored()).isEqualTo(1);

        named(county, YEAR, best.subList(0, 1));
        named(Province.PROVINCE, YEAR, best.subList(0, 1));
        named(CITY, LAST, best.subList(0, 1));
        assertThat(withdraw(CITY, first).status()).isEqualTo(200);
        named(CITY, YEAR, best);
        assertThat(stored()).isEqualTo(5);
    }

    @Test
    void isRefusedOverTheLimitOfACountyWithTheArticle() {
        var best = best(11);
        refused(
                name(CITY, YEAR, best),
                "showcase.over-limit",
                Province.name(county),
                "11个",
                "10个",
                "整治形式主义为基层减负若干规定",
                "R-42");
        var english = api.post("/v1/showcases", naming(YEAR, best))
                .as(tokens.at(CITY))
                .key()
                .inEnglish()
                .send();
        refused(english, "showcase.over-limit", "Name fewer", "R-42");

        long first = named(CITY, YEAR, best.subList(0, 10));
        assertThat(name(CITY, YEAR, best.subList(10, 11)).problem()).isEqualTo("showcase.over-limit");
        // each county, each year and each unit that names has its own
        named(county, YEAR, best.subList(10, 11));
        named(CITY, LAST, best.subList(10, 11));
        long elsewhere = scored.village(scored.township(scored.county(CITY)));
        starred(LAST, true, "STARS_5", List.of(elsewhere));
        named(CITY, YEAR, List.of(elsewhere));

        assertThat(withdraw(CITY, first).status()).isEqualTo(200);
        named(CITY, YEAR, best.subList(10, 11));
        assertThat(stored()).isEqualTo(12);
    }

    @Test
    void isNeverOverTheLimitWhenTwoNameAtOnce() {
        var best = best(12);
        named(CITY, YEAR, best.subList(0, 8));

        var both = atOnce(() -> name(CITY, YEAR, best.subList(8, 10)), () -> name(CITY, YEAR, best.subList(10, 12)));

        assertThat(both).extracting(answer -> answer.status()).containsExactlyInAnyOrder(201, 422);
        assertThat(stored()).isEqualTo(10);
    }

    @Test
    void isNamedByOneOfTwoAtOnce() {
        var best = best(2);

        var both = atOnce(() -> name(CITY, YEAR, best), () -> name(CITY, YEAR, best.reversed()));
        assertThat(both).extracting(answer -> answer.status()).containsExactlyInAnyOrder(201, 409);
        assertThat(stored()).isEqualTo(2);

        // whole states of one unit by different units: none is lost
        var others = atOnce(() -> name(county, YEAR, best), () -> name(Province.PROVINCE, YEAR, best.reversed()));
        assertThat(others).extracting(answer -> answer.status()).containsExactly(201, 201);
        assertThat(jdbc.sql("select count(distinct version) from outbox where event_key = :key")
                        .param("key", "showcase:" + best.getFirst())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void isDoubtfulAfterAYearWithFewerStarsAndStandsUntilItIsTakenBack() {
        var villages = villages(2);
        long falls = villages.getFirst();
        starred(LAST - 1, true, "STARS_5", villages);
        long id = named(CITY, LAST - 1, villages.subList(0, 1));
        named(CITY, LAST - 1, villages.subList(1, 2));
        assertThat(listed(county, "&doubtful=true")).isEmpty();

        starred(LAST, false, "STARS_3", List.of(falls));
        assertThat(listed(county, "&doubtful=true")).isEmpty();
        starred(LAST, true, "STARS_4", List.of(falls));
        starred(LAST, true, "STARS_5", List.of(villages.getLast()));

        assertThat(listed(county, "&doubtful=true")).containsExactly(falls);
        assertThat(listed(CITY, "&doubtful=true&unit=" + county)).containsExactly(falls);
        assertThat(listed(county, "")).containsExactlyInAnyOrderElementsOf(villages);
        var doubts = scored.get(county, "/v1/showcases?doubtful=true").json().at("/items/0/doubts");
        assertThat(doubts.size()).isEqualTo(1);
        assertThat(doubts.at("/0/doubt").asString()).isEqualTo("FEWER_STARS");
        assertThat(doubts.at("/0/year").asInt()).isEqualTo(LAST);
        assertThat(doubts.at("/0/grade").asString()).isEqualTo("STARS_4");
        assertThat(stored()).isEqualTo(2);

        var withdrawn = withdraw(CITY, id);
        assertThat(withdrawn.status()).as(withdrawn.toString()).isEqualTo(200);
        assertThat(withdrawn.json().path("doubts").size()).isZero();
        assertThat(listed(county, "&doubtful=true")).isEmpty();
    }

    @Test
    void isDoubtfulOnceItIsAWeakUnit() {
        var best = best(2);
        scored.say(
                Said.weak(best.getFirst(), next(), "SCREENED", LocalDate.of(YEAR, 1, 3)),
                Said.weak(best.getFirst(), next(), "CONFIRMED", LocalDate.of(LAST, 5, 3)));
        named(CITY, YEAR, best);
        assertThat(listed(county, "&doubtful=true")).isEmpty();

        scored.say(Said.weak(best.getLast(), next(), "CONFIRMED", LocalDate.of(YEAR, 1, 4)));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(listed(county, "&doubtful=true"))
                .containsExactly(best.getLast()));
        var doubt = scored.get(county, "/v1/showcases?doubtful=true").json().at("/items/0/doubts/0");
        assertThat(doubt.path("doubt").asString()).isEqualTo("WEAK");
        assertThat(doubt.path("day").asString())
                .isEqualTo(LocalDate.of(YEAR, 1, 4).toString());
        assertThat(stored()).isEqualTo(2);
    }
}
