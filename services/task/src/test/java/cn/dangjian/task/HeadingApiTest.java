package cn.dangjian.task;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tasks in a province with headings (汇总码), as Hainan has them: nobody is there, and what they hold together is reached.
 *
 * <pre>
 * 7 ─ 71 (city) ─ 711 (county) ─ 7111 (township)
 *   ├ 74 (city without counties) ─ 741 (heading) ─ 7411 (township) ─ 74111 (village)
 *   └ 79 (heading) ─ 791, 792 (counties) ─ 7911 (township of 791)
 * </pre>
 */
class HeadingApiTest extends RunningTask {

    private static final long PROVINCE = 7;
    private static final long CITY_ALONE = 74;
    private static final long TOWNSHIP_OF_CITY = 7411;
    private static final List<String> TIERS = List.of("PROVINCE", "CITY", "COUNTY", "TOWNSHIP", "VILLAGE");

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aProvinceWithHeadings() {
        for (long unit : List.of(7L, 71L, 711L, 7111L, 74L, 741L, 7411L, 74111L, 79L, 791L, 792L, 7911L)) {
            int depth = String.valueOf(unit).length() - 1;
            jdbc.sql("""
                insert ignore into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
                values (:id, :parent, :code, :name, :tier, :kind, 'URBAN', :path, 1, '2022-01-01')\
                """)
                    .param("id", unit)
                    .param("parent", depth == 0 ? null : unit / 10)
                    .param("code", Province.code(unit))
                    .param("name", Province.name(unit))
                    .param("tier", TIERS.get(depth))
                    .param("kind", unit == 79 || unit == 741 ? "DIVISION_GROUP" : "COMMITTEE")
                    .param("path", Province.path(unit))
                    .update();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        7  | {"tier":"CITY"}               | 71 74 791 792
        7  | {"tier":"COUNTY"}             | 711 74 791 792
        7  | {"tier":"CITY","under":79}    | 791 792
        7  | {"tier":"TOWNSHIP"}           | 7111 7411 7911
        74 | {"tier":"TOWNSHIP"}           | 7411
        """)
    void goesToWhomPeopleWouldCount(long issuer, String target, String units) {
        var answer = tasks.dispatch(issuer, target);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        var addressed = jdbc.sql("select unit_id from assignment where dispatch_id = :dispatch order by unit_id")
                .param("dispatch", answer.json().path("id").asLong())
                .query(Long.class)
                .list();
        assertThat(addressed)
                .containsExactlyInAnyOrderElementsOf(
                        List.of(units.split(" ")).stream().map(Long::valueOf).toList());
        assertThat(answer.json().path("addressed").asInt()).isEqualTo(addressed.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        7  | {"units":[79]}         | target.heading
        7  | {"units":[71,741]}     | target.heading
        74 | {"tier":"COUNTY"}      | target.empty
        """)
    void refusesToAddressWhereNobodyIs(long issuer, String target, String code) {
        int before = tasks.dispatchesOf(issuer).size();

        var answer = tasks.dispatch(issuer, target);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo(code);
        assertThat(tasks.dispatchesOf(issuer)).hasSize(before);
    }

    @Test
    void isReviewedByTheNearestOrganisationAbove() {
        var dispatch = tasks.dispatch(PROVINCE, "{\"tier\":\"TOWNSHIP\"}").json();
        long assignment =
                tasks.assignmentOf(TOWNSHIP_OF_CITY, dispatch.path("id").asLong());
        tasks.sign(assignment, TOWNSHIP_OF_CITY);
        tasks.submit(assignment, TOWNSHIP_OF_CITY);

        assertThat(tasks.reviewsOf(CITY_ALONE))
                .anySatisfy(line -> assertThat(line.path("id").asLong()).isEqualTo(assignment));
        assertThat(tasks.reviewsOf(PROVINCE))
                .noneSatisfy(line -> assertThat(line.path("id").asLong()).isEqualTo(assignment));
        assertThat(tasks.approve(assignment, PROVINCE).status()).isEqualTo(403);
        Api.Answer approved = tasks.approve(assignment, CITY_ALONE);
        assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
    }

    @Test
    void isNotReviewedFromTheOtherSideOfAHeading() {
        var dispatch = tasks.dispatch(PROVINCE, "{\"units\":[791]}").json();
        long assignment = tasks.assignmentOf(791, dispatch.path("id").asLong());
        tasks.sign(assignment, 791);
        tasks.submit(assignment, 791);

        assertThat(tasks.approve(assignment, 71).status()).isEqualTo(404);
        assertThat(tasks.approve(assignment, PROVINCE).status()).isEqualTo(200);
    }
}
