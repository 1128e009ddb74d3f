package cn.dangjian.dues.rate;

import static cn.dangjian.dues.Payers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.Payers;
import cn.dangjian.dues.RunningDues;
import cn.dangjian.testkit.Province;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On what members pay is recorded by their branch, and counts from a month on. */
class BaseApiTest extends RunningDues {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        SALARY | -           | base.pay-missing
        FARMER | 100         | base.pay-not-asked
        SALARY | 0           | base.pay-impossible
        SALARY | -5          | base.pay-impossible
        SALARY | 10000000.01 | base.pay-impossible
        """)
    void refusesAnImpossiblePayAndStoresNothing(String scale, String pay, String code) {
        long member = payers.member(Province.VILLAGE);

        var answer = payers.base(Province.VILLAGE, member, scale, pay, NOW);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo(code);
        assertThat(bases(member)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.001", "1e3", "abc", "1 000", "12.3.4", "''"})
    void refusesWhatIsNoAmount(String pay) {
        long member = payers.member(Province.VILLAGE);

        var answer = payers.base(Province.VILLAGE, member, "SALARY", pay, NOW);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(bases(member)).isZero();
    }

    @Test
    void countsUntilTheNextOneWhateverOrderTheyAreRecordedIn() {
        long member = payers.member(Province.VILLAGE);
        payers.base(Province.VILLAGE, member, "SALARY", "3000", NOW.minusMonths(6));
        payers.base(Province.VILLAGE, member, "SALARY", "6000", NOW);
        payers.base(Province.VILLAGE, member, "SALARY", "4000", NOW.minusMonths(3));
        payers.base(Province.VILLAGE, member, "SALARY", "4500", NOW.minusMonths(3));

        var bases = payers.get(Province.VILLAGE, "/v1/members/" + member + "/bases")
                .json()
                .path("bases");

        assertThat(bases.valueStream()
                        .filter(base -> !base.path("fromMonth")
                                .asString()
                                .equals(base.path("toMonth").asString()))
                        .map(base -> base.path("pay").asString() + " "
                                + base.path("toMonth").asString()))
                .containsExactly(
                        "6000.00 9999-12-01",
                        "4500.00 " + NOW.atDay(1),
                        "3000.00 " + NOW.minusMonths(3).atDay(1));
        assertThat(bases).hasSize(4);
    }

    @Test
    void isRecordedByTheBranchAloneAndNotBeforeHePays() {
        long member = payers.member(Province.VILLAGE);

        assertThat(payers.base(Province.COUNTY, member, "SALARY", "3000", NOW).problem())
                .isEqualTo("base.not-branch");
        assertThat(payers.base(Province.SECOND_VILLAGE, member, "SALARY", "3000", NOW)
                        .problem())
                .isEqualTo("dues.member-unknown");
        assertThat(payers.base(Province.VILLAGE, member, "SALARY", "3000", java.time.YearMonth.of(2019, 12))
                        .problem())
                .isEqualTo("base.wrong-month");
        assertThat(payers.base(Province.VILLAGE, member, "SALARY", "3000", NOW.plusMonths(2))
                        .problem())
                .isEqualTo("base.wrong-month");
        assertThat(bases(member)).isZero();
    }

    @Test
    void staysForTheYearWhereTheCountySaysSo() {
        long member = payers.member(Province.OTHER_VILLAGE);
        payers.base(Province.OTHER_VILLAGE, member, "SALARY", "3000", NOW);
        var set = payers.post(
                Province.OTHER_COUNTY,
                "/v1/rules/dues.base.fixed-for-the-year/settings",
                Map.of("since", Payers.TODAY.toString(), "value", 1, "document", "虚县规〔2026〕1号"));
        assertThat(set.status()).as(set.toString()).isEqualTo(204);
        var next = NOW.plusMonths(1);

        var answer = payers.base(Province.OTHER_VILLAGE, member, "SALARY", "6000", next);

        if (next.getMonthValue() == 1) {
            assertThat(answer.status()).isEqualTo(201);
        } else {
            assertThat(answer.problem()).isEqualTo("base.fixed-for-the-year");
            assertThat(answer.json().path("detail").asString()).contains("虚县规〔2026〕1号");
            assertThat(bases(member)).isOne();
        }
    }

    private long bases(long member) {
        return jdbc.sql("select count(*) from base where member_id = :member")
                .param("member", member)
                .query(Long.class)
                .single();
    }
}
