package cn.dangjian.dues.bill;

import static cn.dangjian.dues.Payers.NOW;
import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.Payers.Period;
import cn.dangjian.dues.RunningDues;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A month is billed once, by what is known; what becomes known later is corrected with its cause. */
class MonthApiTest extends RunningDues {

    private static final long BRANCH = Province.VILLAGE;
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final LocalDate first = NOW.atDay(1);

    @Test
    void billsWhatTheBranchHasRecorded() {
        long member = payers.member(BRANCH);
        assertThat(payers.base(BRANCH, member, "SALARY", "3000", NOW).status()).isEqualTo(201);

        payers.bill(Province.COUNTY, NOW);
        payers.settled();

        var explained = payers.explanation(BRANCH, member, NOW);
        assertThat(payers.open(BRANCH, member)).isEqualTo("15.00");
        assertThat(explained.path("due").asString()).isEqualTo("15.00");
        assertThat(explained.path("formula").asString()).isEqualTo("3000.00 × 0.5% = 15.00");
        assertThat(explained.at("/rule/source").asString()).contains("第二条");
        assertThat(explained.at("/base/document").asString()).isEqualTo("虚工资单〔2026〕1号");
        assertThat(explained.at("/next/due").asString()).isEqualTo("30.01");
        assertThat(explained.at("/next/justAbove").asString()).isEqualTo("30.00");
    }

    @Test
    void changesNothingWhenItIsAskedForAgain() {
        long member = payers.member(BRANCH);
        payers.base(BRANCH, member, "PENSION", "5000", NOW);
        payers.bill(Province.PROVINCE, NOW);
        payers.settled();
        long before = bills();

        payers.bill(Province.COUNTY, NOW);
        payers.bill(Province.PROVINCE, NOW);
        payers.settled();

        assertThat(payers.explanation(BRANCH, member, NOW).path("due").asString())
                .isEqualTo("25.00");
        assertThat(bills()).isEqualTo(before).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "FARMER,     RURAL,    0.20",
        "STUDENT,    EMPLOYED, 0.20",
        "UNEMPLOYED, UNPOSTED, 0.20",
        "RELIEF,     UNPOSTED, 0.20",
        "ALLOWANCE,  UNPOSTED, 0.20"
    })
    void billsFlatAmounts(String scale, String as, String due) {
        long member = payers.member(BRANCH, as);
        payers.base(BRANCH, member, scale, null, NOW);
        payers.bill(Province.COUNTY, NOW);
        payers.settled();

        assertThat(due(member)).isEqualTo(due);
    }

    @Test
    void asksForTheBaseOfWhoeverHasNone() {
        long farmer = payers.member(BRANCH, "RURAL");
        long employed = payers.member(BRANCH, "EMPLOYED");
        payers.bill(Province.COUNTY, NOW);
        payers.settled();

        assertThat(due(farmer)).isEqualTo("0.20");
        assertThat(payers.open(BRANCH, employed)).isEqualTo("0.00");
        var missing = payers.get(BRANCH, "/v1/months/" + NOW + "/without-base?limit=200")
                .json();
        assertThat(missing.path("items").valueStream().map(row -> row.path("member")
                        .asLong()))
                .contains(employed)
                .doesNotContain(farmer);
    }

    @Test
    void correctsWhatWasBilledWhenTheBaseBecomesKnown() {
        long member = payers.member(BRANCH);
        payers.base(BRANCH, member, "SALARY", "3000", NOW.minusMonths(1));
        payers.bill(Province.COUNTY, NOW.minusMonths(1));
        payers.bill(Province.COUNTY, NOW);
        payers.settled();
        assertThat(payers.open(BRANCH, member)).isEqualTo("30.00");

        payers.base(BRANCH, member, "SALARY", "6000", NOW);
        payers.settled();

        assertThat(payers.open(BRANCH, member)).isEqualTo("105.00");
        var explained = payers.explanation(BRANCH, member, NOW);
        assertThat(explained.path("due").asString()).isEqualTo("90.00");
        assertThat(explained.path("billed").asString()).isEqualTo("15.00");
        assertThat(explained.at("/corrections/0/amount").asString()).isEqualTo("75.00");
        assertThat(explained.at("/corrections/0/cause").asString()).isEqualTo("BASE");
        assertThat(payers.explanation(BRANCH, member, NOW.minusMonths(1))
                        .path("due")
                        .asString())
                .isEqualTo("15.00");
    }

    @Test
    void chargesTheUnitWhereHeIsOnTheFirstDay() {
        var moved = first.plusDays(9);
        long member = payers.told(
                new Period(LONG_AGO, moved.minusDays(1), "FULL", BRANCH, "EMPLOYED"),
                new Period(moved, null, "FULL", Province.SECOND_VILLAGE, "EMPLOYED"));
        payers.base(Province.SECOND_VILLAGE, member, "SALARY", "3000", NOW.minusMonths(1));
        payers.bill(Province.COUNTY, NOW.minusMonths(1));
        payers.bill(Province.COUNTY, NOW);
        payers.settled();

        var explained = payers.explanation(Province.SECOND_VILLAGE, member, NOW);
        assertThat(explained.path("unit").asLong()).isEqualTo(BRANCH);
        assertThat(payers.get(BRANCH, "/v1/members/" + member + "/dues").status())
                .isEqualTo(404);
    }

    @Test
    void movesWhatWasBilledToTheUnitThatATransferOfThePastNames() {
        long member = payers.member(BRANCH);
        payers.base(BRANCH, member, "SALARY", "3000", NOW);
        payers.bill(Province.COUNTY, NOW);
        payers.settled();

        payers.tell(
                member,
                new Period(LONG_AGO, first.minusDays(2), "FULL", BRANCH, "EMPLOYED"),
                new Period(first.minusDays(1), null, "FULL", Province.SECOND_VILLAGE, "EMPLOYED"));
        payers.settled();

        assertThat(sumAt(BRANCH, member)).isZero();
        assertThat(sumAt(Province.SECOND_VILLAGE, member)).isEqualTo(1500);
        assertThat(payers.open(Province.SECOND_VILLAGE, member)).isEqualTo("15.00");
    }

    @Test
    void billsFromTheMonthOfTheMeeting() {
        long member = payers.told(
                new Period(LONG_AGO, TODAY.minusDays(1), "OBJECT", BRANCH, null),
                new Period(TODAY, null, "PROBATIONARY", BRANCH, "EMPLOYED"));
        payers.base(BRANCH, member, "SALARY", "3000", NOW);
        payers.bill(Province.COUNTY, NOW.minusMonths(1));
        payers.bill(Province.COUNTY, NOW);
        payers.settled();

        assertThat(payers.open(BRANCH, member)).isEqualTo("15.00");
        assertThat(payers.get(BRANCH, "/v1/members/" + member + "/dues/" + NOW.minusMonths(1))
                        .problem())
                .isEqualTo("dues.not-billed");
    }

    @Test
    void takesBackTheMonthInWhichSomebodyDied() {
        long member = payers.member(BRANCH);
        payers.base(BRANCH, member, "SALARY", "3000", NOW);
        payers.bill(Province.COUNTY, NOW);
        payers.settled();
        assertThat(sumAt(BRANCH, member)).isEqualTo(1500);

        payers.tell(
                member,
                new Period(LONG_AGO, first.minusDays(1), "FULL", BRANCH, "EMPLOYED"),
                new Period(first, null, "DIED", BRANCH, "EMPLOYED"));
        payers.settled();

        assertThat(sumAt(BRANCH, member)).isZero();
    }

    @Test
    void isNotBilledByATownshipNorForMonthsToCome() {
        assertThat(payers.post(Province.TOWNSHIP, "/v1/months/" + NOW + "/bills", java.util.Map.of())
                        .problem())
                .isEqualTo("month.not-county");
        assertThat(payers.post(Province.COUNTY, "/v1/months/" + NOW.plusMonths(1) + "/bills", java.util.Map.of())
                        .problem())
                .isEqualTo("month.to-come");
    }

    @Test
    void isRefusedWhileTheProvinceHasSetWhatTheArticleDoesNotAllow() {
        jdbc.sql("""
            insert into rule_setting (rule, unit_id, since, value, document, subject, at)
            values ('dues.flat.farmer', :province, '2020-01-01', 150, '虚省规〔2020〕1号', 'test', now(6))\
            """).param("province", Province.PROVINCE).update();
        try {
            var answer = payers.post(Province.COUNTY, "/v1/months/" + NOW + "/bills", java.util.Map.of());

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.problem()).isEqualTo("month.flat-outside");
        } finally {
            jdbc.sql("delete from rule_setting where rule = 'dues.flat.farmer'").update();
        }
    }

    @Test
    void doesNotBillOtherCounties() {
        long member = payers.member(Province.OTHER_VILLAGE);
        payers.base(Province.OTHER_VILLAGE, member, "SALARY", "3000", NOW.minusMonths(2));

        payers.bill(Province.COUNTY, NOW.minusMonths(2));
        payers.settled();

        assertThat(payers.open(Province.OTHER_VILLAGE, member)).isEqualTo("0.00");
    }

    private String due(long member) {
        return payers.explanation(BRANCH, member, NOW).path("due").asString();
    }

    private long bills() {
        return jdbc.sql("select count(*) from bill").query(Long.class).single();
    }

    private long sumAt(long unit, long member) {
        return jdbc.sql("select coalesce(sum(fen), 0) from bill where unit_id = :unit and member_id = :member")
                .param("unit", unit)
                .param("member", member)
                .query(Long.class)
                .single();
    }
}
