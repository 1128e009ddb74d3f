package cn.dangjian.dues.paper;

import static cn.dangjian.dues.Payers.NOW;
import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.Payers.Period;
import cn.dangjian.dues.RunningDues;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a branch publishes stays as it was, and whoever has not published is on a list. */
class PublicationApiTest extends RunningDues {

    /** Villages of {@link Province#OTHER_TOWNSHIP} that only this test knows. */
    private static final long BRANCH = 12161;

    private static final long SECOND = 12162;
    private static final int YEAR = TODAY.getYear() - 1;
    private static final YearMonth MONTH = YearMonth.of(YEAR, 12);

    @BeforeEach
    void units() {
        for (long unit : new long[] {BRANCH, SECOND})
            jdbc.sql("""
                insert ignore into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
                values (:id, 1211, :code, '公村', 'VILLAGE', 'VILLAGE_ORGANIZATION', 'RURAL', :path, 1, '2022-01-01')\
                """)
                    .param("id", unit)
                    .param("code", "9801" + unit)
                    .param("path", Province.path(Province.OTHER_TOWNSHIP) + Province.segment(unit))
                    .update();
    }

    private long owing(long branch) {
        long member = payers.member(branch);
        payers.base(branch, member, "SALARY", "3000", MONTH);
        payers.bill(Province.OTHER_COUNTY, MONTH);
        payers.settled();
        return member;
    }

    private Api.Answer publish(long by, long unit, String part, String reason) {
        var body = new HashMap<String, Object>(
                Map.of("year", YEAR, "part", part, "day", TODAY.toString(), "place", "村务公开栏"));
        if (!reason.isEmpty()) body.put("reason", reason);
        return payers.post(by, "/v1/units/" + unit + "/publications", body);
    }

    private static JsonNode line(JsonNode publication, long member) {
        return publication
                .path("members")
                .valueStream()
                .filter(line -> line.path("member").asLong() == member)
                .findFirst()
                .orElseThrow();
    }

    private List<Long> silent(long unit, LocalDate day) {
        return payers.get(unit, "/v1/units/" + unit + "/unpublished?limit=200&day=" + day)
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("unit").asLong())
                .toList();
    }

    @Test
    void staysAsItWasPublished() {
        long paid = owing(BRANCH);
        long part = owing(BRANCH);
        String back = "虚批复〔2026〕5号";
        payers.pay(BRANCH, paid, "15.00", Map.of("document", back));
        payers.pay(BRANCH, part, "5.00", Map.of("document", back));

        var published = publish(BRANCH, BRANCH, "YEAR", "第一次以后的更正");
        assertThat(published.status()).as(published.toString()).isEqualTo(201);
        long id = published.json().path("id").asLong();
        payers.pay(BRANCH, part, "10.00", Map.of("document", back));

        var seen = payers.get(Province.OTHER_COUNTY, "/v1/publications/" + id).json();
        assertThat(line(seen, paid).path("paid").asString()).isEqualTo("15.00");
        assertThat(line(seen, part).path("due").asString()).isEqualTo("15.00");
        assertThat(line(seen, part).path("paid").asString()).isEqualTo("5.00");
        assertThat(seen.path("payers").asInt()).isEqualTo(seen.path("members").size());
        assertThat(seen.path("place").asString()).isEqualTo("村务公开栏");
        assertThat(payers.get(Province.COUNTY, "/v1/publications/" + id).problem())
                .isEqualTo("publication.unknown");
        assertThat(payers.get(BRANCH, "/v1/units/" + BRANCH + "/publications")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("id").asLong()))
                .contains(id);
    }

    /** Who moves owes one month here and one there; each branch publishes its own. */
    @Test
    void countsAtEachBranchWhatIsOwedThere() {
        long member = owing(BRANCH);
        payers.tell(
                member,
                new Period(LocalDate.of(2020, 1, 1), MONTH.atDay(1).minusDays(1), "FULL", SECOND, "EMPLOYED"),
                new Period(MONTH.atDay(1), null, "FULL", BRANCH, "EMPLOYED"));
        payers.base(BRANCH, member, "SALARY", "3000", MONTH.minusMonths(1));
        payers.bill(Province.OTHER_COUNTY, MONTH.minusMonths(1));
        payers.settled();
        payers.pay(BRANCH, member, "20.00", Map.of("document", "虚批复〔2026〕6号"));

        var here = publish(BRANCH, BRANCH, "SECOND_HALF", "更正");
        var there = publish(SECOND, SECOND, "SECOND_HALF", "更正");

        assertThat(line(there.json(), member).path("paid").asString()).isEqualTo("15.00");
        assertThat(line(here.json(), member).path("due").asString()).isEqualTo("15.00");
        assertThat(line(here.json(), member).path("paid").asString()).isEqualTo("5.00");
    }

    @ParameterizedTest
    @CsvSource({
        "1211,  0,  YEAR,       publication.not-branch",
        "12161, 1,  YEAR,       publication.not-over",
        "12161, -9, FIRST_HALF, publication.nothing-billed",
        "12162, 0,  YEAR,       unit.unknown",
    })
    void refusesWhatCannotBe(long by, int later, String part, String code) {
        owing(BRANCH);
        var body = Map.of("year", YEAR + later, "part", part, "day", TODAY.toString(), "place", "公开栏");

        var answer = payers.post(by, "/v1/units/" + BRANCH + "/publications", body);

        assertThat(answer.problem()).isEqualTo(code);
    }

    @Test
    void isPublishedOnceWhenTwoDoItAtOnce() throws Exception {
        owing(SECOND);
        try (var two = Executors.newFixedThreadPool(2)) {
            var answers = two.invokeAll(List.<Callable<Integer>>of(
                    () -> publish(SECOND, SECOND, "YEAR", "").status(),
                    () -> publish(SECOND, SECOND, "YEAR", "").status()));

            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void isMissedOfWhoeverHasNotPublishedThisYear() {
        long unit = Province.OTHER_VILLAGE;
        long member = payers.member(unit);
        payers.base(unit, member, "SALARY", "3000", NOW);
        payers.base(unit, payers.member(unit), "SALARY", "3000", MONTH);
        payers.bill(Province.OTHER_COUNTY, NOW);
        payers.bill(Province.OTHER_COUNTY, MONTH);
        payers.settled();

        assertThat(silent(Province.OTHER_COUNTY, TODAY)).contains(unit);
        assertThat(publish(unit, unit, "YEAR", "").status()).isEqualTo(201);

        assertThat(silent(Province.OTHER_COUNTY, TODAY)).doesNotContain(unit);
        assertThat(silent(Province.OTHER_COUNTY, TODAY.minusDays(1))).contains(unit);
        assertThat(payers.get(Province.COUNTY, "/v1/units/" + Province.OTHER_COUNTY + "/unpublished")
                        .problem())
                .isEqualTo("unit.unknown");
    }
}
