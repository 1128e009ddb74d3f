package cn.dangjian.member.growth.quota;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.member.growth.Walk;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class QuotaApiTest {

    private static final long BRANCH = Province.OTHER_VILLAGE;
    private static final long COUNTY = Province.OTHER_COUNTY;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Days days;

    private Persons persons;
    private Walk walk;
    private LocalDate today;

    @BeforeEach
    void settle() {
        province.settle();
        persons = new Persons(api, tokens);
        walk = new Walk(persons, BRANCH);
        today = days.today();
        jdbc.sql("delete from development_quota").update();
    }

    private Api.Answer set(long who, long unit, int year, int number) {
        return api.put(
                        "/v1/units/" + unit + "/development-quotas/" + year,
                        Map.of("number", number, "document", "虚组发〔2026〕1号"))
                .as(tokens.at(who))
                .key()
                .send();
    }

    private JsonNode quota(long who) {
        return persons.get(who, "/v1/quotas?year=" + today.getYear())
                .json()
                .path("items")
                .path(0);
    }

    @Test
    void countsWhatIsUsedAndReservedAndRefusesMoreThanThat() {
        long first = walk.upToTheApproval(today);
        long second = walk.upToTheApproval(today);
        int used = set(Province.OTHER_CITY, COUNTY, today.getYear(), 1_000)
                .json()
                .path("used")
                .asInt();
        set(Province.OTHER_CITY, COUNTY, today.getYear(), used + 1);
        int reserved = quota(COUNTY).path("reserved").asInt();

        assertThat(walk.approve(first, today).status()).isEqualTo(200);

        assertThat(quota(COUNTY).path("used").asInt()).isEqualTo(used + 1);
        assertThat(quota(COUNTY).path("reserved").asInt()).isEqualTo(reserved - 1);
        var over = walk.approve(second, today);
        assertThat(over.status()).isEqualTo(409);
        assertThat(over.problem()).isEqualTo("quota.exhausted");
        assertThat(over.json().path("detail").asString()).contains(String.valueOf(used + 1));
        set(Province.OTHER_CITY, COUNTY, today.getYear(), used + 2);
        assertThat(walk.approve(second, today).status()).isEqualTo(200);
    }

    /** The last place goes to one of two who are approved at once. */
    @Test
    void ofTwoApprovalsAtOnceOneGetsTheLastPlace() throws Exception {
        var waiting = List.of(walk.upToTheApproval(today), walk.upToTheApproval(today));
        int used = set(Province.OTHER_CITY, COUNTY, today.getYear(), 1_000)
                .json()
                .path("used")
                .asInt();
        set(Province.OTHER_CITY, COUNTY, today.getYear(), used + 1);

        try (var two = Executors.newFixedThreadPool(2)) {
            var answers = two.invokeAll(waiting.stream()
                    .map(id -> (Callable<Integer>) () -> walk.approve(id, today).status())
                    .toList());
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(quota(COUNTY).path("used").asInt()).isEqualTo(used + 1);
    }

    @Test
    void theLimitOfATownshipCountsBesideThatOfItsCounty() {
        long id = walk.upToTheApproval(today);
        set(COUNTY, COUNTY, today.getYear(), 1_000);
        set(COUNTY, Province.OTHER_TOWNSHIP, today.getYear(), 0);

        assertThat(walk.approve(id, today).problem()).isEqualTo("quota.exhausted");
    }

    @ParameterizedTest
    @CsvSource({
        "121,   121,   0,  ",
        "12,    121,   0,  ",
        "121,   1211,  1,  ",
        "1211,  1211,  0,  quota.not-yours",
        "12111, 12111, 0,  quota.not-yours",
        "111,   121,   0,  quota.unknown",
        "121,   111,   0,  quota.unknown",
        "121,   121,   -1, quota.wrong-year",
        "121,   121,   2,  quota.wrong-year",
    })
    void aCountyOrAboveSetsThisYearAndTheNext(long who, long unit, int years, String problem) {
        var answer = set(who, unit, today.getYear() + years, 3);

        assertThat(answer.problem()).as(answer.toString()).isEqualTo(problem);
        assertThat(answer.status() == 200).isEqualTo(problem == null);
    }

    @Test
    void whatTheCityHasSetTheCountyDoesNotChange() {
        set(Province.OTHER_CITY, COUNTY, today.getYear(), 3);

        assertThat(set(COUNTY, COUNTY, today.getYear(), 30).problem()).isEqualTo("quota.set-above");
        assertThat(quota(COUNTY).path("number").asInt()).isEqualTo(3);
    }

    @Test
    void otherCountiesSeeNothingOfIt() {
        set(COUNTY, COUNTY, today.getYear(), 3);

        for (long who : List.of(Province.COUNTY, Province.CITY, Province.OTHER_TOWNSHIP))
            assertThat(quota(who).isMissingNode()).isTrue();
        assertThat(quota(COUNTY).path("unit").asLong()).isEqualTo(COUNTY);
        assertThat(quota(Province.PROVINCE).path("unit").asLong()).isEqualTo(COUNTY);
    }

    private List<Long> quiet(long who, String query) {
        return persons.get(who, "/v1/growth/quiet-units" + query)
                .json()
                .path("items")
                .valueStream()
                .map(unit -> unit.path("unit").asLong())
                .toList();
    }

    @Test
    void aBranchIsQuietThatHasNeitherAdmittedAnybodyNorFoundAnActivistForYears() {
        jdbc.sql("update unit set valid_from = '2010-01-01'").update();
        long village = Province.LINE_VILLAGE;
        var admitted = Persons.fullMember("刚接收的");
        admitted.put("admittedOn", today.minusYears(2).toString());
        admitted.put("activistOn", today.minusYears(3).toString());
        admitted.remove("fullOn");
        Persons.id(persons.register(village, admitted));

        assertThat(quiet(Province.SIBLING_COUNTY, "?years=1")).contains(village);
        assertThat(quiet(Province.SIBLING_COUNTY, "?years=2")).contains(village);
        assertThat(quiet(Province.SIBLING_COUNTY, "?years=4")).doesNotContain(village);
        assertThat(quiet(Province.SIBLING_COUNTY, "")).doesNotContain(village);
        assertThat(quiet(COUNTY, "?years=1")).doesNotContain(village);
        assertThat(persons.get(COUNTY, "/v1/growth/quiet-units?years=0").status())
                .isEqualTo(400);
    }
}
