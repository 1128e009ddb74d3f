package cn.dangjian.dues.online.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.dues.Online;
import cn.dangjian.dues.RunningDues;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a member pays online, with a provider that misbehaves in every way. */
class OrderApiTest extends RunningDues {

    private static final long BRANCH = Province.VILLAGE;

    private Online online;

    @BeforeEach
    void aProvider() {
        online = new Online(payers, api, tokens, jdbc);
    }

    @Test
    void isBookedOnceHoweverOftenItIsTold() {
        long member = online.owing(BRANCH);
        var order = online.ready(member, "15.00");

        assertThat(online.pay(order, "TWICE").status()).isEqualTo(200);
        assertThat(online.tell(order, "GOOD").status()).isEqualTo(204);

        var paid = online.await(member, id(order), "PAID");
        assertThat(payers.open(BRANCH, member)).isEqualTo("0.00");
        assertThat(online.postings(member)).isEqualTo(1);
        var payment = payers.get(BRANCH, "/v1/payments/" + paid.path("payment").asLong());
        assertThat(payment.json().path("way").asString()).isEqualTo("ONLINE");
        assertThat(online.pay(order, "GOOD").status()).isEqualTo(409);
        online.isBalanced();
    }

    @ParameterizedTest
    @CsvSource({"0.00, payment.amount-impossible", "-1.00, payment.amount-impossible", "60.01, payment.too-much"})
    void ordersOnlyWhatABranchWouldTake(String amount, String code) {
        long member = online.owing(BRANCH);

        var answer = online.order(member, amount);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo(code);
        assertThat(online.order(member, "60.00").status()).isEqualTo(201);
    }

    @Test
    void opensOneOrderWhenTwoAreAskedForAtOnce() throws Exception {
        long member = online.owing(BRANCH);
        try (var two = Executors.newFixedThreadPool(2)) {
            var answers = two.invokeAll(List.<Callable<Integer>>of(
                    () -> online.order(member, "15.00").status(),
                    () -> online.order(member, "15.00").status()));

            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 409);
        }
    }

    /** Told before the order was answered, or told by nobody, or the order was not answered at all. */
    @ParameterizedTest
    @ValueSource(strings = {"EARLY", "ORDER_SILENT", "ORDER_FAILS", "GOOD"})
    void isFoundByAskingWhateverTheOrderWasAnswered(String mood) {
        long member = online.owing(BRANCH);
        String amount = Online.amount();
        if (!mood.equals("GOOD")) online.mood(amount, mood);

        long order = id(online.order(member, amount).json());
        if (!mood.equals("EARLY")) {
            var ready = await().atMost(java.time.Duration.ofSeconds(30))
                    .until(
                            () -> {
                                online.due(order);
                                return online.order(member, order);
                            },
                            found -> found.path("state").asString().equals("PAYING"));
            online.pay(ready, "NEVER");
            assertThat(online.order(member, order).path("state").asString()).isEqualTo("PAYING");
            online.due(order);
        }

        online.await(member, order, "PAID");
        assertThat(online.postings(member)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OTHER_AMOUNT", "OTHER_MERCHANT", "OTHER_CURRENCY", "OTHER_ORDER", "FORGED", "OLD"})
    void believesNothingThatDoesNotFitAndAsks(String mood) {
        long member = online.owing(BRANCH);
        var order = online.ready(member, Online.amount());

        online.pay(order, mood);
        online.due(id(order));

        var paid = online.await(member, id(order), "PAID");
        assertThat(paid.path("amount").asString())
                .isEqualTo(order.path("amount").asString());
        assertThat(online.postings(member)).isEqualTo(1);
        online.isBalanced();
    }

    @Test
    void saysThatTheProviderDoesNotWantIt() {
        long member = online.owing(BRANCH);
        String amount = Online.amount();
        online.mood(amount, "ORDER_REFUSED");

        long order = id(online.order(member, amount).json());

        online.await(member, order, "FAILED");
        assertThat(online.order(member, "15.00").status()).isEqualTo(201);
    }

    @Test
    void isGivenUpAtTheProviderFirst() {
        long member = online.owing(BRANCH);
        String amount = Online.amount();
        var order = online.ready(member, amount);
        online.mood(amount, "CLOSING_FAILS");

        assertThat(online.close(member, id(order)).status()).isEqualTo(200);
        await().until(() -> jdbc.sql("select count(*) from sandbox_mood where fen = ?")
                        .param(Math.round(Double.parseDouble(amount) * 100))
                        .query(Integer.class)
                        .single()
                == 0);
        assertThat(online.order(member, id(order)).path("state").asString()).isEqualTo("PAYING");
        online.due(id(order));

        online.await(member, id(order), "CLOSED");
        assertThat(online.pay(order, "GOOD").status()).isEqualTo(409);
        assertThat(online.close(member, id(order)).problem()).isEqualTo("order.over");
        assertThat(payers.open(BRANCH, member)).isEqualTo("15.00");
    }

    @Test
    void booksWhatWasPaidJustBeforeItWasGivenUp() {
        long member = online.owing(BRANCH);
        var order = online.ready(member, Online.amount());
        online.pay(order, "NEVER");

        online.close(member, id(order));

        online.await(member, id(order), "PAID");
    }

    @Test
    void sendsBackWhatWasPaidAfterItWasClosed() {
        long member = online.owing(BRANCH);
        var order = online.ready(member, Online.amount());
        online.close(member, id(order));
        online.await(member, id(order), "CLOSED");

        jdbc.sql("update sandbox_trade set state = 'NOT_PAID', expires_at = '2099-01-01' where number = ?")
                .param(order.path("number").asString())
                .update();
        online.pay(order, "GOOD");

        online.await(member, id(order), "REFUNDED");
        assertThat(online.postings(member)).isEqualTo(2);
        assertThat(payers.open(BRANCH, member)).isEqualTo("15.00");
        online.isBalanced();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GOOD", "REFUND_SILENT", "REFUND_SLOW"})
    void goesBackByTheProviderOnce(String mood) {
        long member = online.owing(BRANCH);
        String amount = Online.amount();
        var order = online.ready(member, amount);
        online.pay(order, "GOOD");
        var paid = online.await(member, id(order), "PAID");
        online.mood(amount, mood);

        assertThat(refund(BRANCH, id(order)).status()).isEqualTo(200);
        assertThat(refund(BRANCH, id(order)).problem()).isEqualTo("order.not-paid");
        if (!mood.equals("GOOD")) {
            await().until(() -> jdbc.sql("select count(*) from sandbox_refund where ordered = ?")
                            .param(order.path("number").asString())
                            .query(Integer.class)
                            .single()
                    == 1);
            assertThat(online.order(member, id(order)).path("state").asString()).isEqualTo("REFUNDING");
            assertThat(online.postings(member)).isEqualTo(1);
            online.due(id(order));
        }

        online.await(member, id(order), "REFUNDED");
        assertThat(online.postings(member)).isEqualTo(2);
        assertThat(payers.open(BRANCH, member)).isEqualTo("15.00");
        var reversal = payers.post(
                BRANCH, "/v1/payments/" + paid.path("payment").asLong() + "/reversal", Map.of("reason", "记错"));
        assertThat(reversal.problem()).isEqualTo("payment.paid-online");
        online.isBalanced();
    }

    @Test
    void staysPaidIfTheProviderCannotSendItBack() {
        long member = online.owing(BRANCH);
        String amount = Online.amount();
        var order = online.ready(member, amount);
        online.pay(order, "GOOD");
        online.await(member, id(order), "PAID");
        online.mood(amount, "REFUND_FAILS");

        refund(BRANCH, id(order));

        await().until(() ->
                online.order(member, id(order)).path("problem").asString("").equals("REFUND_FAILED"));
        assertThat(online.order(member, id(order)).path("state").asString()).isEqualTo("PAID");
        assertThat(online.postings(member)).isEqualTo(1);
    }

    @Test
    void isSeenByTheBranchAndByWhoeverIsAboveAndNobodyElse() {
        long member = online.owing(BRANCH);
        long other = online.owing(Province.SECOND_VILLAGE);
        long order = id(online.order(member, "15.00").json());

        assertThat(payers.get(BRANCH, "/v1/orders/" + order).status()).isEqualTo(200);
        assertThat(payers.get(Province.COUNTY, "/v1/orders?limit=200").json().toString())
                .contains("\"id\":" + order + ",");
        assertThat(payers.get(Province.OTHER_COUNTY, "/v1/orders/" + order).problem())
                .isEqualTo("order.unknown");
        assertThat(online.order(other, order).path("code").asString()).isEqualTo("order.unknown");
        assertThat(refund(Province.COUNTY, order).problem()).isEqualTo("payment.not-branch");
    }

    @Test
    void isPaidByWhoeverHasItsAddress() {
        long member = online.owing(BRANCH);
        var order = online.ready(member, Online.amount());
        String page = order.path("payUrl").asString().replace("/dues", "");

        assertThat(api.get(page).send().body())
                .contains("￥" + order.path("amount").asString());
        assertThat(api.get("/v1/sandbox/pages/guessed").send().status()).isEqualTo(404);
        assertThat(api.get("/v1/sandbox/orders/" + order.path("number").asString())
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void isNoWayThatABranchTypes() {
        long member = online.owing(BRANCH);

        var typed = payers.pay(BRANCH, member, "15.00", Map.of("way", "ONLINE"));

        assertThat(typed.problem()).isEqualTo("payment.way-not-typed");
    }

    private Api.Answer refund(long unit, long order) {
        return payers.post(unit, "/v1/orders/" + order + "/refund", Map.of("reason", "多交"));
    }

    private static long id(JsonNode order) {
        return order.path("id").asLong();
    }
}
