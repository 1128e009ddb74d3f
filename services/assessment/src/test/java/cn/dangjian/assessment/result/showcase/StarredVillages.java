package cn.dangjian.assessment.result.showcase;

import static cn.dangjian.assessment.Scored.YEAR;
import static cn.dangjian.assessment.Scored.next;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** A county of {@link Province#CITY} of each test's own, with villages that have stars. */
abstract class StarredVillages extends RunningAssessment {

    static final long CITY = Province.CITY;
    static final int LAST = YEAR - 1;

    long county;
    long township;

    @BeforeEach
    void aCounty() {
        county = scored.county(CITY);
        township = scored.township(county);
    }

    /** Villages that have five stars on file of the last year. */
    List<Long> best(int count) {
        var villages = villages(count);
        starred(LAST, true, "STARS_5", villages);
        return villages;
    }

    List<Long> villages(int count) {
        return LongStream.range(0, count)
                .mapToObj(each -> scored.village(township))
                .toList();
    }

    /** A year of the county's, as it is when it was graded, and put on file or not. */
    void starred(int year, boolean filed, String grade, List<Long> villages) {
        long id = next();
        jdbc.sql("""
            insert into grading (id, scheme_id, unit_id, year, scale, document, filed_on)
            values (:id, :id, :owner, :year, 'STARS', '虚考', :filed)\
            """)
                .param("id", id)
                .param("owner", county)
                .param("year", year)
                .param("filed", filed ? year + 1 + "-03-01" : null)
                .update();
        for (long village : villages)
            jdbc.sql("insert into grade (grading_id, unit_id, grade, total) values (:id, :unit, :grade, 9000)")
                    .param("id", id)
                    .param("unit", village)
                    .param("grade", grade)
                    .update();
    }

    static Map<String, Object> naming(int year, List<Long> units) {
        return Map.of(
                "year",
                year,
                "units",
                units.stream().map(unit -> Map.of("unit", unit)).toList(),
                "document",
                "虚组〔2026〕12号",
                "reason",
                "五星级党支部中择优");
    }

    Api.Answer name(long owner, int year, List<Long> units) {
        return scored.post(owner, "/v1/showcases", naming(year, units));
    }

    /** They are named, with the number of the first one. */
    long named(long owner, int year, List<Long> units) {
        var named = name(owner, year, units);
        assertThat(named.status()).as(named.toString()).isEqualTo(201);
        return named.json().at("/showcases/0/id").asLong();
    }

    /** It is refused, nothing is stored, and the detail says this. */
    void refused(Api.Answer answer, String problem, Object... said) {
        assertThat(answer.problem()).as(answer.toString()).isEqualTo(problem);
        assertThat(answer.json().path("detail").asString())
                .contains(Stream.of(said).map(String::valueOf).toList());
        assertThat(stored()).isZero();
    }

    /** How many of this county stand. */
    int stored() {
        return jdbc.sql("""
            select count(*) from showcase s join unit u on u.id = s.unit_id
             where u.path like concat(:path, '%') and s.withdrawn_on is null\
            """)
                .param("path", scored.path(county))
                .query(Integer.class)
                .single();
    }

    Api.Answer withdraw(long unit, long showcase) {
        return scored.post(
                unit,
                "/v1/showcases/" + showcase + "/withdrawal",
                Map.of("document", "虚组〔2026〕20号", "reason", "不再符合条件"));
    }

    /** The villages of this county that a unit reads in the list. */
    List<Long> listed(long reader, String query) {
        var answer = scored.get(reader, "/v1/showcases?limit=200" + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(one -> one.path("unit").asLong())
                .filter(unit -> scored.path(unit).startsWith(scored.path(county)))
                .toList();
    }
}
