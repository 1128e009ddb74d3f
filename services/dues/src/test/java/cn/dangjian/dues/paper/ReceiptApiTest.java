package cn.dangjian.dues.paper;

import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Of each payment there is one receipt, with a number of a series without gaps. */
class ReceiptApiTest extends RunningPapers {

    private Api.Answer issue(long unit, long payment) {
        return payers.post(unit, "/v1/payments/" + payment + "/receipt", Map.of());
    }

    private static int number(Api.Answer receipt) {
        assertThat(receipt.status()).as(receipt.toString()).isEqualTo(201);
        return Integer.parseInt(receipt.json().path("number").asString().substring(5));
    }

    @Test
    void saysWhatWasTakenInFiguresAndCapitals() {
        var owing = owing();
        var answer = payers.pay(BRANCH, owing.member(), "15.00", Map.of("by", "RELATIVE", "payer", "其妻某"));
        long payment = answer.json().path("id").asLong();

        assertThat(payers.get(BRANCH, "/v1/payments/" + payment + "/receipt").problem())
                .isEqualTo("receipt.not-issued");
        var receipt = issue(BRANCH, payment);

        assertThat(receipt.json().path("number").asString()).matches(TODAY.getYear() + "-[0-9]{6}");
        assertThat(receipt.json().path("amount").asString()).isEqualTo("15.00");
        assertThat(receipt.json().path("capitals").asString()).isEqualTo("壹拾伍元整");
        assertThat(receipt.json().path("payer").asString()).isEqualTo("其妻某");
        assertThat(receipt.json().path("unitName").asString()).isEqualTo(Province.name(BRANCH));
        assertThat(receipt.json().path("takenBy").asString()).isEqualTo("account:" + BRANCH);
        assertThat(number(issue(BRANCH, payment))).isEqualTo(number(receipt));
    }

    @Test
    void hasNoGapsHoweverManyAskAtOnce() throws Exception {
        var payments = new ArrayList<Long>();
        for (int one = 0; one < 6; one++) payments.add(paid(owing()));
        int before = number(issue(BRANCH, paid(owing())));
        var numbers = new ArrayList<Integer>();
        try (var many = Executors.newFixedThreadPool(12)) {
            // each asked for twice at once
            var asked = payments.stream()
                    .flatMap(payment -> java.util.stream.Stream.of(payment, payment))
                    .<Callable<Integer>>map(payment -> () -> number(issue(BRANCH, payment)))
                    .toList();
            for (var answer : many.invokeAll(asked)) numbers.add(answer.get());
        }

        assertThat(numbers.stream().distinct().sorted())
                .containsExactly(before + 1, before + 2, before + 3, before + 4, before + 5, before + 6);
    }

    @Test
    void isPrintedWithTheNameAndThenAsACopy() {
        var owing = owing();
        long payment = paid(owing);
        String number = issue(BRANCH, payment).json().path("number").asString();
        MemberStandIn.knows(owing.member(), "买买提·\uD842\uDFB7");
        String path = "/v1/payments/" + payment + "/receipt/prints";

        var first = printed(path, tokens.at(BRANCH));
        var second = printed(path, tokens.at(Province.COUNTY));

        assertThat(Pdf.text(first))
                .contains(
                        "党费收据", number, "买买提·\uD842\uDFB7", "￥15.00", "人民币壹拾伍元整", "账号" + BRANCH, Province.name(BRANCH))
                .doesNotContain("补打");
        assertThat(Pdf.text(second)).contains(number, "补打");
        assertThat(first.length).isLessThan(30 * 1024);
        assertThat(prints(owing.member())).isEqualTo(2);
        var asked = MemberStandIn.asked(owing.member());
        assertThat(asked).hasSize(2);
        assertThat(asked.getFirst().path("account").asLong()).isEqualTo(BRANCH);
        assertThat(asked.getFirst().path("purpose").asString()).contains("收据");
    }

    @Test
    void bearsTheNumberWhileMemberDoesNotAnswer() {
        var owing = owing();
        long payment = paid(owing);
        issue(BRANCH, payment);
        MemberStandIn.breaksAt(owing.member());

        String text = Pdf.text(printed("/v1/payments/" + payment + "/receipt/prints", tokens.at(BRANCH)));

        assertThat(text).contains("党员 " + owing.member(), "未能取得姓名");
        assertThat(jdbc.sql("select named from paper_print where member_id = :member")
                        .param("member", owing.member())
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void saysThatThePaymentWasTakenBack() {
        var owing = owing();
        long payment = paid(owing);
        issue(BRANCH, payment);
        long without = paid(owing());
        for (long one : List.of(payment, without))
            payers.post(BRANCH, "/v1/payments/" + one + "/reversal", Map.of("reason", "记错人"));

        var receipt = payers.get(BRANCH, "/v1/payments/" + payment + "/receipt").json();
        String text = Pdf.text(printed("/v1/payments/" + payment + "/receipt/prints", tokens.at(BRANCH)));

        assertThat(receipt.path("reversedOn").asString()).isEqualTo(TODAY.toString());
        assertThat(text).contains("冲销", "作废", "记错人");
        assertThat(issue(BRANCH, without).problem()).isEqualTo("receipt.reversed");
    }

    @Test
    void isForTheMemberHimselfTheBranchAndThoseAbove() {
        var owing = owing();
        long payment = paid(owing);
        var other = owing();
        String own = "/v1/me/payments/" + payment + "/receipt";

        assertThat(issue(Province.COUNTY, payment).problem()).isEqualTo("receipt.not-branch");
        assertThat(issue(Province.OTHER_VILLAGE, payment).problem()).isEqualTo("payment.unknown");
        MemberStandIn.knows(owing.member(), "我自己");
        var printed = printed(own + "/prints", tokens.at(BRANCH, owing.account()));

        assertThat(Pdf.text(printed)).contains("我自己");
        assertThat(MemberStandIn.asked(owing.member()).getFirst().path("post").isNull())
                .isTrue();
        assertThat(api.get(own).as(tokens.at(BRANCH, owing.account())).send().status())
                .isEqualTo(200);
        assertThat(api.get(own).as(tokens.at(BRANCH, other.account())).send().problem())
                .isEqualTo("payment.unknown");
        assertThat(print(own + "/prints", tokens.at(BRANCH, other.account())).statusCode())
                .isEqualTo(404);
        assertThat(payers.get(Province.TOWNSHIP, "/v1/payments/" + payment + "/receipt")
                        .status())
                .isEqualTo(200);
        assertThat(payers.get(Province.SECOND_VILLAGE, "/v1/payments/" + payment + "/receipt")
                        .status())
                .isEqualTo(404);
    }
}
