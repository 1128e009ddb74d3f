package cn.dangjian.member.growth.development;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.member.growth.Walk;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever leaves his unit soon is not admitted there. */
@ServiceTest
class LeavingTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    private Persons persons;
    private Walk walk;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
        walk = new Walk(persons, Province.VILLAGE);
    }

    private Api.Answer review(long development, Object... more) {
        return walk.take(
                Province.TOWNSHIP,
                development,
                "PRE_REVIEWED",
                TODAY.minusDays(1).toString(),
                more);
    }

    @Test
    void whoeverSaysThatHeLeavesWaits() {
        long id = walk.upToThePreReview(TODAY);

        var soon = review(id, "leavesOn", TODAY.plusMonths(1).toString());

        assertThat(soon.status()).isEqualTo(409);
        assertThat(soon.problem()).isEqualTo("step.leaving-soon");
        assertThat(soon.json().path("detail").asString()).contains("3 个月");
        assertThat(review(id, "leavesOn", TODAY.plusMonths(4).toString()).status())
                .isEqualTo(200);
    }

    @Test
    void whoeverIsBeingTransferredIsAdmittedWhereHeArrives() {
        long id = walk.upToThePreReview(TODAY);
        long member = persons.get(Province.VILLAGE, "/v1/developments/" + id)
                .json()
                .path("member")
                .asLong();
        var asked = persons.post(
                Province.VILLAGE,
                "/v1/members/" + member + "/transfers",
                Map.of("destination", Province.SECOND_VILLAGE, "reason", "搬家"));
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);

        assertThat(review(id).problem()).isEqualTo("step.leaving-soon");
        assertThat(review(id, "leavesOn", TODAY.plusYears(4).toString()).problem())
                .isEqualTo("step.leaving-soon");

        persons.post(
                Province.VILLAGE,
                "/v1/transfers/" + asked.json().at("/transfer/id").asLong() + "/revocation",
                Map.of("reason", "不搬了"));
        assertThat(review(id).status()).isEqualTo(200);
    }
}
