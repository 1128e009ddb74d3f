package cn.dangjian.dues.paper;

import static cn.dangjian.dues.Payers.NOW;
import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Province;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A member's year says of each month what was due, what is paid, and who took it on which receipt. */
class CertificateApiTest extends RunningPapers {

    @Test
    void saysWhichPaymentHasSettledAMonth() {
        var owing = owing();
        payers.pay(BRANCH, owing.member(), "5.00");
        long second =
                payers.pay(BRANCH, owing.member(), "12.00").json().path("id").asLong();
        String receipt = payers.post(BRANCH, "/v1/payments/" + second + "/receipt", Map.of())
                .json()
                .path("number")
                .asString();

        var year = payers.get(Province.COUNTY, path(owing.member())).json();

        assertThat(year.path("due").asString()).isEqualTo("15.00");
        assertThat(year.path("paid").asString()).isEqualTo("15.00");
        var month = year.path("months")
                .valueStream()
                .filter(one -> one.path("month").asString().equals(NOW.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(month.path("payments").valueStream().map(payment -> payment.path("amount")
                        .asString()))
                .containsExactly("5.00", "10.00");
        assertThat(month.at("/payments/1/receipt").asString()).isEqualTo(receipt);
        assertThat(month.at("/payments/1/takenBy").asString()).isEqualTo("account:" + BRANCH);
        assertThat(month.at("/payments/0/receipt").isNull()).isTrue();
    }

    @Test
    void isPrintedWithTheName() {
        var owing = owing();
        paid(owing);
        MemberStandIn.knows(owing.member(), "古丽·某〇");

        String text = Pdf.text(printed(path(owing.member()) + "/prints", tokens.at(BRANCH)));
        String own = Pdf.text(
                printed("/v1/me/certificates/" + TODAY.getYear() + "/prints", tokens.at(BRANCH, owing.account())));

        assertThat(text).contains("党费证", "古丽·某〇", NOW.toString(), "15.00", Province.name(BRANCH));
        assertThat(own).contains("古丽·某〇", "15.00");
        assertThat(prints(owing.member())).isEqualTo(2);
    }

    @Test
    void isHiddenFromOthers() {
        var owing = owing();

        assertThat(payers.get(Province.OTHER_COUNTY, path(owing.member())).problem())
                .isEqualTo("dues.member-unknown");
        assertThat(print(path(owing.member()) + "/prints", tokens.at(Province.SECOND_VILLAGE))
                        .statusCode())
                .isEqualTo(404);
        assertThat(prints(owing.member())).isZero();
        assertThat(api.get("/v1/me/certificates/2026")
                        .as(tokens.at(BRANCH, 660_001))
                        .send()
                        .problem())
                .isEqualTo("dues.no-file");
    }

    private static String path(long member) {
        return "/v1/members/" + member + "/certificates/" + TODAY.getYear();
    }
}
