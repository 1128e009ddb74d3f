package cn.dangjian.dues.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.dues.Payers;
import cn.dangjian.dues.Payers.Period;
import cn.dangjian.dues.RunningDues;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What others tell is heard once, and the newest state of somebody counts. */
class ListenersTest extends RunningDues {

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    @Test
    void hearTheExampleOfMemberOnce() {
        String example = EventExamples.load("member", "members-changed.v1");

        broker.send(example, example);

        await().untilAsserted(() -> assertThat(periods(17))
                .containsExactly("2019-03-01 2020-06-30 APPLICANT 11111", "2020-07-01 9999-12-31 FULL 11111"));
    }

    @Test
    void hearTheExampleOfIdentityOnce() {
        String example = EventExamples.load("identity", "member-account-opened.v1");
        var data =
                new tools.jackson.databind.json.JsonMapper().readTree(example).path("data");

        broker.send(example, example);

        await().untilAsserted(
                        () -> assertThat(jdbc.sql("select account_id from member_account where member_id = :member")
                                        .param("member", data.path("member").asLong())
                                        .query(Long.class)
                                        .list())
                                .containsExactly(data.path("account").asLong()));
    }

    @Test
    void leaveWhatComesTooLate() {
        long member = 990_001;
        var old = new Period(SINCE, null, "FULL", Province.VILLAGE, "EMPLOYED");
        var now = new Period(SINCE, null, "FULL", Province.SECOND_VILLAGE, "EMPLOYED");

        broker.send(Payers.event(member, 5, now), Payers.event(member, 4, old), Payers.event(990_002, 1, old));

        await().until(() -> !periods(990_002).isEmpty());
        assertThat(periods(member)).containsExactly("2020-01-01 9999-12-31 FULL " + Province.SECOND_VILLAGE);
    }

    private List<String> periods(long member) {
        return jdbc.sql("""
            select concat_ws(' ', from_on, to_on, status, unit_id) from payer where member_id = :member order by from_on\
            """).param("member", member).query(String.class).list();
    }
}
