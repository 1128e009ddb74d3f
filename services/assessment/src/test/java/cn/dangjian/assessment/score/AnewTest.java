package cn.dangjian.assessment.score;

import static cn.dangjian.assessment.Scored.TODAY;
import static cn.dangjian.assessment.Scored.YEAR;
import static cn.dangjian.assessment.Scored.four;
import static cn.dangjian.assessment.Scored.next;
import static cn.dangjian.assessment.Scored.scheme;
import static cn.dangjian.assessment.Scored.with;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.Said;
import cn.dangjian.testkit.Province;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts come in one by one, and each moves only what it counts for; made anew from nothing, all scores are the same. */
class AnewTest extends RunningAssessment {

    private static final int EVENTS = 14;
    /** Of three villages six and their sum, of the township five and its sum. */
    private static final int SCORES = 27;

    private static final Instant NOW = Instant.now();
    private static final YearMonth LAST_MONTH = YearMonth.from(TODAY).minusMonths(1);

    private long township;
    private List<Long> units;

    @BeforeEach
    void aCounty() {
        long county = scored.county(Province.CITY);
        scored.adapted(county);
        var below = four().stream().map(each -> with(each, "below", true)).toList();
        scored.published(county, scheme(YEAR, "TOWNSHIP", List.copyOf(below)));
        township = scored.township(county);
        units = LongStream.concat(
                        LongStream.of(township),
                        LongStream.generate(() -> scored.village(township)).limit(3))
                .boxed()
                .toList();
        scored.settled();
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 7})
    void areWhatTheyWouldBeIfAllWereMadeAnew(long seed) {
        var random = new Random(seed);
        for (int event = 1; event <= EVENTS; event++) scored.say(event(random, event));
        var kept = rows();

        jdbc.sql("delete from score where unit_id in (:units)")
                .param("units", units)
                .update();
        jdbc.sql("delete from score_total where unit_id in (:units)")
                .param("units", units)
                .update();
        jdbc.sql("insert into score_due (unit_id, year) select id, :year from unit where id in (:units)")
                .param("year", YEAR)
                .param("units", units)
                .update();
        scored.settled();

        assertThat(rows()).isEqualTo(kept).hasSize(SCORES);
        assertThat(kept.stream().filter(row -> row.startsWith(township + " ")).toList())
                .as("of the units below")
                .anyMatch(row -> row.matches(".* [1-9][0-9]* [1-9][0-9]* .*"));
        for (long unit : units) isWhatTheFormulaSays(unit);
    }

    /** What is stored is explained; what would be is computed. */
    private void isWhatTheFormulaSays(long unit) {
        var imagined = scored.post(
                unit,
                "/v1/units/" + unit + "/imagined-scores",
                Map.of("changes", List.of(Map.of("indicator", "FILES", "numerator", 0, "denominator", 0))));
        assertThat(imagined.status()).as(imagined.toString()).isEqualTo(200);
        var explained = scored.explanation(unit, TODAY).at("/parts/0");
        assertThat(imagined.json().path("before")).isEqualTo(explained.path("total"));
        assertThat(imagined.json().path("formula")).isEqualTo(explained.path("formula"));
        for (var line : explained.path("indicators")) {
            var other = imagined.json()
                    .path("indicators")
                    .valueStream()
                    .filter(one -> one.path("code").equals(line.path("code")))
                    .findFirst()
                    .orElseThrow();
            assertThat(other.path("formula")).isEqualTo(line.path("formula"));
        }
    }

    private String event(Random random, int version) {
        long unit = units.get(random.nextInt(units.size()));
        return switch (random.nextInt(4)) {
            case 0 -> {
                int asked = 1 + random.nextInt(200);
                var day = TODAY.minusDays(EVENTS - version);
                yield Said.work(unit, version, random.nextInt(asked), asked, random.nextInt(4), day);
            }
            case 1 -> Said.dues(unit, LAST_MONTH, version, "100.00", random.nextInt(100) + ".00");
            case 2 -> Said.weak(unit, next(), random.nextBoolean() ? "CONFIRMED" : "SCREENED", TODAY);
            default -> Said.addressed(next(), next(), unit, NOW.minus(Duration.ofDays(1 + random.nextInt(20))));
        };
    }

    private List<String> rows() {
        return jdbc.sql("""
            select concat_ws(' ', unit_id, part_on, indicator_id, scheme_id, numerator, denominator, coalesce(points, '-')) from score
             where unit_id in (:units)
             union all
            select concat_ws(' ', unit_id, part_on, 'sum', scheme_id, points, applicable, additions, coalesce(total, '-'))
              from score_total where unit_id in (:units) order by 1\
            """).param("units", units).query(String.class).list();
    }
}
