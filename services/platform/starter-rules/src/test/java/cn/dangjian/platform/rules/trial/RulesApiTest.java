package cn.dangjian.platform.rules.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.rules.calendar.WorkingDays;
import cn.dangjian.platform.web.problem.ProblemException;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class RulesApiTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Rulebook rulebook;

    @Autowired
    WorkingDays workingDays;

    @BeforeEach
    void aProvince() {
        province.settle();
        for (String table : new String[] {"rule_setting", "working_year", "working_day"})
            jdbc.sql("delete from " + table).update();
    }

    private Api.Answer set(long unit, String rule, LocalDate since) {
        return api.post(
                        "/v1/rules/" + rule + "/settings",
                        Map.of("since", since.toString(), "value", 9, "document", " 虚组〔2026〕1号 "))
                .as(tokens.at(unit))
                .key()
                .send();
    }

    private Api.Answer enter(String token, int year, String body) {
        return api.put("/v1/working-years/" + year, body).as(token).send();
    }

    @Test
    void saysFromWhenARuleHolds() {
        var before = rulebook.on(LocalDate.of(2019, 12, 31));
        String path = Province.path(Province.TOWNSHIP);

        var refusal = catchThrowableOfType(ProblemException.class, () -> before.number("trial.days", path));

        assertThat(refusal.code()).isEqualTo("rule.not-yet");
        assertThat(refusal.arguments()).containsExactly("2020-01-01");
        assertThatIllegalArgumentException().isThrownBy(() -> before.number("trial.none", path));
    }

    @Test
    void knowsTheServicesOwnRulesByDayAndPlaceWithTheirSource() {
        assertThat(set(Province.COUNTY, "trial.days", TODAY).status()).isEqualTo(204);

        var rules = rulebook.on(TODAY);
        assertThat(rules.number("trial.days", Province.path(Province.TOWNSHIP))).isEqualTo(9);
        assertThat(rules.source("trial.days", Province.path(Province.TOWNSHIP))).isEqualTo("虚组〔2026〕1号");
        assertThat(rules.number("trial.days", Province.path(Province.OTHER_TOWNSHIP)))
                .isEqualTo(7);
        assertThat(rulebook.on(LocalDate.of(2020, 6, 1)).number("trial.days", Province.path(Province.TOWNSHIP)))
                .isEqualTo(5);
        var shown = api.get("/v1/rules").as(tokens.at(Province.TOWNSHIP)).send().json();
        assertThat(shown).hasSize(2);
        assertThat(shown.get(0).path("value").asInt()).isEqualTo(9);
        assertThat(shown.get(0).path("regulation").asInt()).isEqualTo(7);
        assertThat(shown.get(0).path("certainty").asString()).isEqualTo("S");
        assertThat(shown.get(0).path("source").asString()).isEqualTo("虚构办法 第一条");
    }

    @ParameterizedTest
    @CsvSource({
        "111,  trial.unknown, 0,  rule.unknown",
        "1111, trial.days,    0,  rule.not-yours",
        "1,    trial.fixed,   0,  rule.not-yours",
        "111,  trial.days,    -1, rule.past",
    })
    void refusesToSetWhatIsNotTheCallersToSet(long unit, String rule, int days, String problem) {
        assertThat(set(unit, rule, TODAY.plusDays(days)).problem()).isEqualTo(problem);
    }

    @Test
    void aNoticeIsEnteredWithoutARelease() {
        var first = LocalDate.of(2027, 1, 1);
        var last = LocalDate.of(2027, 12, 31);
        var before = workingDays.calendar();
        assertThat(before.isWorking(LocalDate.of(2027, 2, 9))).isTrue();
        assertThat(before.isWhole(first, last)).isFalse();

        var answer = enter(tokens.administrator(), 2027, """
            {"source": "虚构通知 2026-11-01", "days": [
              {"day": "2027-02-09", "working": false}, {"day": "2027-02-20", "working": true}]}\
            """);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("provisional").asBoolean(true)).isFalse();
        var after = workingDays.calendar();
        assertThat(after.isWorking(LocalDate.of(2027, 2, 9))).isFalse();
        assertThat(after.isWorking(LocalDate.of(2027, 2, 20))).isTrue();
        assertThat(after.isWorking(LocalDate.of(2027, 10, 1))).isFalse();
        assertThat(after.isWhole(first, last)).isTrue();

        assertThat(enter(tokens.administrator(), 2027, """
            {"source": "虚构更正", "days": [{"day": "2027-02-10", "working": false}]}\
            """).status()).isEqualTo(200);
        assertThat(workingDays.calendar().isWorking(LocalDate.of(2027, 2, 20))).isFalse();
        var years = api.get("/v1/working-years")
                .as(tokens.at(Province.VILLAGE))
                .send()
                .json();
        assertThat(years.valueStream().map(year -> year.path("year").asInt())).containsExactly(2026, 2027);
        assertThat(years.get(1).path("source").asString()).isEqualTo("虚构更正");
        assertThat(years.get(1).path("days")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"source\": \"x\", \"days\": [{\"day\": \"2028-01-01\", \"working\": false}]}`, calendar.day-unfit",
                "`{\"source\": \"x\", \"days\": [{\"day\": \"2027-01-01\", \"working\": false}, {\"day\":"
                        + " \"2027-01-01\", \"working\": true}]}`, calendar.day-unfit",
                "`{\"source\": \" \", \"days\": [{\"day\": \"2027-01-01\", \"working\": false}]}`, body.invalid",
                "`{\"source\": \"x\", \"days\": []}`, body.invalid",
                "`{\"source\": \"x\", \"days\": [{\"day\": \"2027-01-01\"}]}`, body.invalid",
            })
    void refusesANoticeThatIsNotOne(String body, String problem) {
        assertThat(enter(tokens.administrator(), 2027, body).problem()).isEqualTo(problem);
        assertThat(jdbc.sql("select count(*) from working_year")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void onlyTheOperatorEntersOne() {
        String body = "{\"source\": \"x\", \"days\": [{\"day\": \"2027-01-01\", \"working\": false}]}";

        assertThat(enter(tokens.at(Province.PROVINCE), 2027, body).status()).isEqualTo(403);
        assertThat(api.put("/v1/working-years/2027", body).send().status()).isEqualTo(401);
        assertThat(api.get("/v1/working-years").send().status()).isEqualTo(401);
    }
}
