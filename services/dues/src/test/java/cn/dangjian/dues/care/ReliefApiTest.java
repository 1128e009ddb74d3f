package cn.dangjian.dues.care;

import static cn.dangjian.dues.Payers.NOW;
import static cn.dangjian.dues.Payers.TODAY;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.dues.Payers.Period;
import cn.dangjian.dues.roll.PayerObserver;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** 少交、免交: proposed by the branch, decided by another person of the committee above, and billed. */
class ReliefApiTest extends Reliefs {

    private static final long BRANCH = Province.VILLAGE;
    private static final YearMonth LAST = NOW.minusMonths(1);

    /** Somebody who owes 15.00 of last month and of this one. */
    private long owing() {
        long member = payers.member(BRANCH);
        payers.base(BRANCH, member, "SALARY", "3000", LAST);
        payers.bill(Province.COUNTY, LAST);
        payers.bill(Province.COUNTY, NOW);
        payers.settled();
        return member;
    }

    @Test
    void correctsWhatWasBilledAndIsExplainedWithDocumentAndArticle() {
        long member = owing();
        var proposed = propose(tokens.at(BRANCH), member, "5.00", NOW, NOW.plusMonths(2));
        long id = id(proposed);
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
        payers.settled();
        assertThat(payers.open(BRANCH, member)).isEqualTo("30.00");

        assertThat(grant(tokens.at(BRANCH), id).problem()).isEqualTo("relief.not-yours");
        assertThat(grant(secretary(), id).status()).isEqualTo(200);
        payers.settled();

        assertThat(payers.open(BRANCH, member)).isEqualTo("20.00");
        var explained = payers.explanation(BRANCH, member, NOW);
        assertThat(explained.path("due").asString()).isEqualTo("5.00");
        assertThat(explained.path("formula").asString()).isEqualTo("3000.00 × 0.5% = 15.00 → 5.00");
        assertThat(explained.at("/relief/document").asString()).isEqualTo("虚委〔2026〕8号");
        assertThat(explained.at("/relief/source").asString()).contains("第七条");
        assertThat(explained.at("/corrections/0/cause").asString()).isEqualTo("RELIEF");
        assertThat(explained.at("/corrections/0/document").asString()).isEqualTo("虚委〔2026〕8号");
        assertThat(explained.at("/corrections/0/amount").asString()).isEqualTo("-10.00");
        assertThat(payers.explanation(BRANCH, member, LAST).path("relief").isNull())
                .isTrue();
    }

    @Test
    void chargesNothingOfAMonthThatIsWaived() {
        long member = payers.member(BRANCH);
        granted(member, "0.00", LAST, NOW);

        payers.bill(Province.COUNTY, LAST);
        payers.bill(Province.COUNTY, NOW);
        payers.settled();

        assertThat(payers.open(BRANCH, member)).isEqualTo("0.00");
        assertThat(payers.get(BRANCH, "/v1/months/" + NOW + "/without-base?limit=200")
                        .json()
                        .path("items")
                        .findValuesAsString("member"))
                .doesNotContain(String.valueOf(member));
    }

    @Test
    void isEndedBeforeItsTime() {
        long member = owing();
        long id = granted(member, "0.00", LAST, NOW.plusMonths(3));
        assertThat(payers.open(BRANCH, member)).isEqualTo("0.00");
        assertThat(end(tokens.at(BRANCH), id, NOW).problem()).isEqualTo("relief.not-yours");
        assertThat(end(secretary(), id, NOW.plusMonths(4)).problem()).isEqualTo("relief.end-outside");

        var ended = end(secretary(), id, NOW);
        payers.settled();

        assertThat(ended.json().at("/relief/countsTo").asString()).isEqualTo(LAST.toString());
        assertThat(payers.open(BRANCH, member)).isEqualTo("15.00");
        assertThat(payers.explanation(BRANCH, member, NOW)
                        .at("/corrections/1/document")
                        .asString())
                .isEqualTo("虚委〔2026〕9号");
        assertThat(propose(clerk(), member, "1.00", NOW, NOW).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "0.00,  0,  11, 201,",
        "0.00,  0,  12, 422, relief.too-long",
        "14.99, 0,   1, 201,",
        "15.00, 0,   1, 422, relief.not-less",
        "-0.01, 0,   1, 422, relief.not-less",
        "5.00,  1,   0, 422, relief.wrong-months",
        "5.00, -900, -899, 422, relief.wrong-months",
        "0.00, -1,  -1, 201,",
        "5.00, -2,  -2, 422, relief.base-missing",
    })
    void isWithinItsBounds(String most, int from, int to, int status, String problem) {
        long member = payers.member(BRANCH);
        payers.base(BRANCH, member, "SALARY", "3000", LAST);

        var answer = propose(clerk(), member, most, NOW.plusMonths(from), NOW.plusMonths(to));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @Test
    void isNotDecidedByWhoeverProposedNorTwice() throws Exception {
        long member = owing();
        long id = id(propose(clerk(), member, "0.00", NOW, NOW));
        assertThat(grant(clerk(), id).problem()).isEqualTo("relief.same-person");
        assertThat(propose(clerk(), member, "1.00", LAST, NOW).problem()).isEqualTo("relief.overlaps");

        List<Callable<Integer>> both = List.of(() -> grant(secretary(), id).status(), () -> reliefStep(
                        tokens.at(Province.TOWNSHIP, 1_111_003), id, "refusal", Map.of("reason", "不困难"))
                .status());
        try (var two = Executors.newFixedThreadPool(2)) {
            var answers = two.invokeAll(both).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers).containsOnlyOnce(200);
        }
        payers.settled();
        var state = payers.get(BRANCH, "/v1/reliefs/" + id)
                .json()
                .at("/relief/state")
                .asString();
        assertThat(payers.open(BRANCH, member)).isEqualTo(state.equals("GRANTED") ? "15.00" : "30.00");
    }

    @Test
    void isRefusedOrTakenBackAndThenProposedAgain() {
        long member = owing();
        long refused = id(propose(tokens.at(BRANCH), member, "0.00", NOW, NOW));
        assertThat(reliefStep(secretary(), refused, "refusal", Map.of("reason", "材料不全"))
                        .status())
                .isEqualTo(200);
        long back = id(propose(tokens.at(BRANCH), member, "0.00", NOW, NOW));
        assertThat(reliefStep(tokens.at(BRANCH), back, "withdrawal", Map.of("reason", "写错月份"))
                        .status())
                .isEqualTo(200);

        assertThat(grant(secretary(), back).problem()).isEqualTo("relief.wrong-state");
        assertThat(payers.open(BRANCH, member)).isEqualTo("30.00");
        assertThat(payers.get(BRANCH, "/v1/members/" + member + "/reliefs")
                        .json()
                        .path("items")
                        .findValuesAsString("state"))
                .containsExactly("WITHDRAWN", "REFUSED");
    }

    @Test
    void followsTheMemberAndLapsesWithHim() {
        long member = payers.member(BRANCH);
        long id = id(propose(clerk(), member, "0.00", NOW, NOW));

        payers.tell(
                member,
                new Period(LocalDate.of(2020, 1, 1), LAST.atDay(9), "FULL", BRANCH, "EMPLOYED"),
                new Period(LAST.atDay(10), null, "FULL", Province.SECOND_VILLAGE, "EMPLOYED"));
        assertThat(payers.get(Province.SECOND_VILLAGE, "/v1/reliefs/" + id).status())
                .isEqualTo(200);
        assertThat(payers.get(BRANCH, "/v1/reliefs/" + id).problem()).isEqualTo("relief.unknown");
        payers.tell(
                member,
                new Period(LocalDate.of(2020, 1, 1), LAST.atDay(9), "FULL", BRANCH, "EMPLOYED"),
                new Period(LAST.atDay(10), LAST.atDay(19), "FULL", Province.SECOND_VILLAGE, "EMPLOYED"),
                new Period(LAST.atDay(20), null, "DIED", Province.SECOND_VILLAGE, "EMPLOYED"));

        assertThat(grant(secretary(), id).problem()).isEqualTo("relief.wrong-state");
        assertThat(payers.get(Province.SECOND_VILLAGE, "/v1/reliefs/" + id)
                        .json()
                        .at("/relief/state")
                        .asString())
                .isEqualTo("LAPSED");
    }

    /** A clerk takes it back while it is heard that the member has died: what was said first stays. */
    @Test
    void staysTakenBackThoughTheMemberDiesMeanwhile(
            @Autowired List<PayerObserver> observers, @Autowired TransactionTemplate transaction) {
        long member = payers.member(BRANCH);
        long id = id(propose(clerk(), member, "0.00", NOW, NOW));

        var heard = transaction.execute(status -> {
            jdbc.sql("update case_file set state = 'WITHDRAWN', closed_at = now(6) where id = :id")
                    .param("id", id)
                    .update();
            var hearing = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(other -> {
                jdbc.sql("update payer set status = 'DIED' where member_id = :memberId")
                        .param("memberId", member)
                        .update();
                for (var observer : observers) observer.payersChanged(Map.of(member, TODAY));
            }));
            assertThatThrownBy(() -> hearing.get(1, SECONDS))
                    .as("waits until it is known what the clerk does")
                    .isInstanceOf(TimeoutException.class);
            return hearing;
        });
        heard.join();

        assertThat(jdbc.sql("select state from case_file where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("WITHDRAWN");
    }
}
