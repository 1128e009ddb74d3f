package cn.dangjian.dues.match.statement;

import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.dues.Online;
import cn.dangjian.dues.RunningDues;
import cn.dangjian.testkit.Province;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The provider's list as it is fetched, and files of banks as clerks send them. */
class ListsApiTest extends RunningDues {

    private static final long BRANCH = Province.VILLAGE;
    private static final long COUNTY = Province.COUNTY;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Online online;

    @BeforeEach
    void aProvider() {
        online = new Online(payers, api, tokens, jdbc);
    }

    @Test
    void paysOutWhatTheProvidersListAndTheBooksBothSay() {
        long told = online.owing(BRANCH);
        long untold = online.owing(BRANCH);
        var first = online.ready(told, Online.amount());
        online.pay(first, "GOOD");
        var second = online.ready(untold, Online.amount());
        jdbc.sql("update pay_order set next_ask_at = '2099-01-01' where member_id = ?")
                .param(untold)
                .update();
        online.pay(second, "NEVER");

        online.fetch(TODAY);

        assertThat(result(told)).isEqualTo("MATCHED");
        assertThat(result(untold)).isEqualTo("MISSING_HERE");
        await().atMost(PATIENCE).until(() -> settled(told) == 1);
        assertThat(settled(untold)).isZero();

        var finding = online.finding(COUNTY, untold);
        var booked = payers.post(
                COUNTY, "/v1/findings/" + finding.path("id").asLong() + "/booking", Map.of("reason", "账单有此笔"));
        assertThat(booked.status()).as(booked.toString()).isEqualTo(200);
        online.await(untold, second.path("id").asLong(), "PAID");
        await().atMost(PATIENCE).until(() -> settled(untold) == 1);
        int lines = lines();
        online.fetch(TODAY);
        assertThat(lines()).isEqualTo(lines);
        assertThat(settled(untold)).isEqualTo(1);
        online.isBalanced();

        var view = payers.get(COUNTY, "/v1/statements?day=" + TODAY).json();
        assertThat(view.path("fetched").asBoolean()).isTrue();
        assertThat(view.path("sums").valueStream().map(sum -> sum.path("source").asString()))
                .contains("PROVIDER");
    }

    @Test
    void isAskedForByACountyForADayThatHasBegun() {
        assertThat(payers.post(BRANCH, "/v1/statements?day=" + TODAY, "").problem())
                .isEqualTo("statement.not-county");
        assertThat(payers.post(COUNTY, "/v1/statements?day=" + TODAY.plusDays(1), "")
                        .problem())
                .isEqualTo("statement.wrong-day");
    }

    @Test
    void keepsAListWhoseLinesVanish() {
        var day = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).minusDays(3);
        String number = UUID.randomUUID().toString().replace("-", "");
        jdbc.sql("""
            insert into sandbox_trade (number, code, merchant, fen, state, trade, notify_url, expires_at, paid_at)
            values (?, ?, 'test-merchant', 100, 'SUCCESS', ?, 'http://127.0.0.1:1', '2099-01-01', ?)\
            """).params(number, number, "t" + number, day.atTime(4, 0)).update();
        online.fetch(day);
        jdbc.sql("delete from sandbox_trade where number = ?").param(number).update();

        api.post("/v1/statements?day=" + day).as(tokens.at(COUNTY)).send();

        await().atMost(PATIENCE).until(() -> payers.get(COUNTY, "/v1/statements?day=" + day)
                .json()
                .path("problem")
                .asString("")
                .equals("CHANGED"));
        assertThat(jdbc.sql("select count(*) from statement_line where ordered = ?")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void makesPaymentsOfABanksListOnce() {
        long member = online.owing(BRANCH);
        String file = """
            交易日期,金额,流水号,付款人,党员编号
            %1$s,15.00,A%2$d,虚构甲,%2$d
            %1$s,0.00,B%2$d,虚构乙,%2$d
            %1$s,15.001,C%2$d,虚构乙,%2$d
            %1$s,15.00,D%2$d,虚构丙,99999999
            %1$s,15.00,A%2$d,虚构甲,%2$d
            %1$s,15.00,E%2$d,虚构丁,
            2099-01-01,15.00,F%2$d,虚构甲,%2$d
            """.formatted(TODAY, member);

        var first = sent(COUNTY, "BANKLIST", file);
        assertThat(first.path("applied").asInt()).as(first.toString()).isEqualTo(1);
        assertThat(first.path("rejected").asInt()).isEqualTo(6);
        assertThat(payers.open(BRANCH, member)).isEqualTo("0.00");
        assertThat(result(member)).isEqualTo("MATCHED");

        var again = sent(Province.TOWNSHIP, "BANKLIST", file);
        assertThat(again.path("applied").asInt()).isZero();
        assertThat(online.postings(member)).isEqualTo(1);
        assertThat(sent(BRANCH, "BANKLIST", file.replace("A", "X"))
                        .path("applied")
                        .asInt())
                .isZero();
        assertThat(rejected(first)).contains("A" + member, "15.001");
        online.isBalanced();
    }

    @Test
    void holdsABanksFileAgainstTransfers() {
        long member = online.owing(BRANCH);
        payers.pay(BRANCH, member, "15.00", Map.of("way", "TRANSFER"));
        long nobody = online.owing(BRANCH);

        var sent = sent(Province.TOWNSHIP, "BANK", """
            day,amount,reference,payer,member
            %1$s,15.00,T%2$d,虚构甲,%2$d
            %1$s,15.00,U%2$d,虚构乙,%3$d
            """.formatted(TODAY, member, nobody));

        assertThat(sent.path("applied").asInt()).as(sent.toString()).isEqualTo(2);
        assertThat(result(member)).isEqualTo("MATCHED");
        assertThat(result(nobody)).isEqualTo("MISSING_HERE");
        assertThat(online.postings(nobody)).isZero();
    }

    private JsonNode sent(long unit, String what, String file) {
        var answer = api.post("/v1/intakes?what=" + what, file)
                .contentType("text/csv")
                .as(tokens.at(unit))
                .key()
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        String path = "/v1/intakes/" + answer.json().path("id").asLong();
        return await().atMost(PATIENCE).until(() -> payers.get(unit, path).json(), view -> view.path("state")
                .asString()
                .equals("DONE"));
    }

    private String rejected(JsonNode intake) {
        return api.get("/v1/intakes/" + intake.path("id").asLong() + "/rejections")
                .as(tokens.at(COUNTY))
                .header("Accept", "text/csv")
                .send()
                .body();
    }

    private String result(long member) {
        return online.finding(COUNTY, member).path("result").asString();
    }

    private int settled(long member) {
        return jdbc.sql("""
            select count(*) from statement_line l join line_settled s on s.line_id = l.id where l.member_id = ?\
            """).param(member).query(Integer.class).single();
    }

    private int lines() {
        return jdbc.sql("select count(*) from statement_line where source = 'PROVIDER' and day = ?")
                .param(TODAY)
                .query(Integer.class)
                .single();
    }
}
