package cn.dangjian.dues.match.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.Online;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A bank's list held against transfers: five results, and how each is settled. */
class BankReconcileTest extends Reconciliation {

    @Test
    void findsFiveResultsOfABanksList() {
        long matched = payers.member(BRANCH);
        posting(matched, 1500, "TRANSFER");
        line("BANK", null, "m" + day, 1500, matched);
        long twice = payers.member(BRANCH);
        posting(twice, 1500, "TRANSFER");
        posting(twice, 1500, "TRANSFER");
        line("BANK", null, "w" + day, 1500, twice);
        long missingHere = payers.member(BRANCH);
        line("BANK", null, "h" + day, 1500, missingHere);
        long missingThere = payers.member(BRANCH);
        posting(missingThere, 1500, "TRANSFER");
        long otherAmount = payers.member(BRANCH);
        posting(otherAmount, 1500, "TRANSFER");
        line("BANK", null, "o" + day, 15000, otherAmount);
        line("BANK", null, "n" + day, 700, null);

        var sums = again("BANK");

        assertThat(result(finding(matched))).isEqualTo("MATCHED SETTLED");
        assertThat(result(finding(missingHere))).isEqualTo("MISSING_HERE OPEN");
        assertThat(result(finding(missingThere))).isEqualTo("MISSING_THERE OPEN");
        assertThat(result(finding(otherAmount))).isEqualTo("OTHER_AMOUNT OPEN");
        assertThat(findings(twice).valueStream().map(Reconciliation::result))
                .containsExactlyInAnyOrder("MATCHED SETTLED", "TWICE OPEN");
        assertThat(sums.path("sums")
                        .valueStream()
                        .map(sum -> sum.path("result").asString() + " "
                                + sum.path("count").asInt()))
                .containsExactlyInAnyOrder(
                        "MATCHED 2", "MISSING_HERE 2", "MISSING_THERE 1", "OTHER_AMOUNT 1", "TWICE 1");

        var second = findings(twice)
                .valueStream()
                .filter(one -> result(one).equals("TWICE OPEN"))
                .findFirst()
                .orElseThrow();
        assertThat(settle(second, "reversal").status()).isEqualTo(200);
        assertThat(settle(finding(missingHere), "booking").status()).isEqualTo(200);
        assertThat(settle(finding(otherAmount), "booking").status()).isEqualTo(200);
        assertThat(settle(finding(0), "booking").problem()).isEqualTo("finding.member-missing");
        assertThat(settle(finding(0), "booking", Map.of("reason", "已问", "member", matched))
                        .status())
                .isEqualTo(200);
        assertThat(settle(finding(missingThere), "note").status()).isEqualTo(200);
        assertThat(again("BANK").path("settled").asBoolean()).isTrue();
        assertThat(template.queryForObject(
                        "select sum(if(credit = 'MEMBER', fen, -fen)) from entry where ? in (debit_owner, credit_owner)"
                                + " and 'MEMBER' in (debit, credit)",
                        Long.class,
                        otherAmount))
                .isEqualTo(15000);
        new Online(payers, api, tokens, jdbc).isBalanced();
    }
}
