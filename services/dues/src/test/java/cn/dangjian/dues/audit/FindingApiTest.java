package cn.dangjian.dues.audit;

import static cn.dangjian.dues.Payers.NOW;
import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.Payers.Period;
import cn.dangjian.dues.RunningDues;
import cn.dangjian.dues.Tree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What cannot be, or should be looked at, is found where the member is. */
class FindingApiTest extends RunningDues {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final long COUNTY = 911;
    private static final long BRANCH = 91111;
    private static final long SECOND = 91112;

    @BeforeEach
    void aTree() {
        new Tree(9, broker, jdbc).settle();
    }

    private List<String> kinds(long member) {
        return all("").stream()
                .filter(finding -> finding.path("member").asLong() == member)
                .map(finding -> finding.path("kind").asString())
                .toList();
    }

    /** All pages. */
    private List<JsonNode> all(String query) {
        var all = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            var page = payers.get(COUNTY, "/v1/units/" + COUNTY + "/findings?limit=3" + query + cursor)
                    .json();
            page.path("items").forEach(all::add);
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        return all;
    }

    /** The bound is 3000; the distance 50 yuan. */
    @ParameterizedTest
    @CsvSource({"2950.00, ''", "2950.01, NOTCH", "3000.00, NOTCH", "3000.01, ''", "20000.00, ''"})
    void findsPaysJustBelowABound(String pay, String kind) {
        long member = payers.member(BRANCH);
        payers.base(BRANCH, member, "SALARY", pay, NOW);

        assertThat(String.join(",", kinds(member))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "EMPLOYED, SALARY,  5500.00, ''",
        "EMPLOYED, PENSION, 5500.00, CLASS_SCALE",
        "RETIRED,  PENSION, 5500.00, ''",
        "RETIRED,  SALARY,  5500.00, CLASS_SCALE",
        "RETIRED,  FARMER,         , CLASS_SCALE",
        "RURAL,    FARMER,         , ''"
    })
    void findsWhatDoesNotFit(String as, String scale, String pay, String kind) {
        long member = payers.member(BRANCH, as);
        payers.base(BRANCH, member, scale, pay, NOW);

        assertThat(String.join(",", kinds(member))).isEqualTo(kind);
    }

    @Test
    void findsPaymentsWhereHeWasNotAndWhenHeWasNone() {
        long moved = payers.member(BRANCH);
        long dead = payers.member(BRANCH);
        for (long member : List.of(moved, dead)) payers.base(BRANCH, member, "SALARY", "5500.00", NOW.minusMonths(1));
        payers.bill(COUNTY, NOW.minusMonths(1));
        payers.settled();
        for (long member : List.of(moved, dead))
            assertThat(payers.pay(BRANCH, member, "1.00").status()).isEqualTo(201);
        assertThat(kinds(moved)).isEmpty();
        var before = TODAY.minusDays(1);

        payers.tell(
                moved,
                new Period(LONG_AGO, before.minusDays(1), "FULL", BRANCH, "EMPLOYED"),
                new Period(before, null, "FULL", SECOND, "EMPLOYED"));
        payers.tell(
                dead,
                new Period(LONG_AGO, before.minusDays(1), "FULL", BRANCH, "EMPLOYED"),
                new Period(before, null, "DIED", BRANCH, "EMPLOYED"));
        payers.settled();

        assertThat(kinds(moved)).containsExactly("PAID_ELSEWHERE");
        assertThat(kinds(dead)).contains("PAID_AFTER_END");
        var finding = all("&kind=PAID_ELSEWHERE").stream()
                .filter(one -> one.path("member").asLong() == moved)
                .findFirst()
                .orElseThrow();
        assertThat(finding.path("unit").asLong()).isEqualTo(SECOND);
        assertThat(finding.path("why").asString()).contains("1.00");
        assertThat(finding.path("article").asString()).contains("第九条");
        assertThat(finding.path("payment").asLong()).isPositive();
    }

    @Test
    void findsBasesThatAreMissingAndOld() {
        long without = payers.member(BRANCH);
        long farmer = payers.member(BRANCH, "RURAL");
        long fresh = payers.told(new Period(TODAY.minusDays(3), null, "PROBATIONARY", BRANCH, "EMPLOYED"));
        long old = payers.member(BRANCH);
        payers.base(BRANCH, old, "SALARY", "5500.00", NOW.minusMonths(13));
        long justRight = payers.member(BRANCH);
        payers.base(BRANCH, justRight, "SALARY", "5500.00", NOW.minusMonths(12));

        assertThat(kinds(without)).containsExactly("NO_BASE");
        assertThat(kinds(farmer)).isEmpty();
        assertThat(kinds(fresh)).isEmpty();
        assertThat(kinds(old)).containsExactly("BASE_OLD");
        assertThat(kinds(justRight)).isEmpty();
    }

    @Test
    void findsMoneyThatWasPaidTooMuchOrIsHeldTooLong() {
        long member = payers.member(BRANCH);
        payers.base(BRANCH, member, "SALARY", "9000.00", NOW.minusMonths(3));
        payers.bill(COUNTY, NOW.minusMonths(3));
        payers.settled();
        payers.pay(BRANCH, member, "500.00", Map.of("day", TODAY.minusDays(31).toString()));
        assertThat(kinds(member)).isEmpty();
        assertThat(held(BRANCH)).isTrue();
        assertThat(held(SECOND)).isFalse();

        payers.base(BRANCH, member, "SALARY", "2000.00", NOW.minusMonths(3));
        payers.settled();

        assertThat(kinds(member)).containsExactly("AHEAD");
    }

    private boolean held(long unit) {
        return all("&kind=CASH_HELD").stream()
                .anyMatch(finding -> finding.path("unit").asLong() == unit);
    }

    @Test
    void goesThroughAllPagesOnceInTheSameOrder() {
        for (int i = 0; i < 5; i++) payers.member(BRANCH);
        var whole = payers.get(COUNTY, "/v1/units/" + COUNTY + "/findings?limit=200")
                .json();

        assertThat(whole.path("next").isNull()).isTrue();
        assertThat(all(""))
                .hasSizeGreaterThan(5)
                .isEqualTo(whole.path("items").valueStream().toList());
        assertThat(payers.get(912, "/v1/units/" + COUNTY + "/findings").problem())
                .isEqualTo("unit.unknown");
    }
}
