package cn.dangjian.organization.tree.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class RulebookTest {

    private static final String MOST = "formation.branch.members.max";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Rulebook rulebook;

    Divisions divisions;

    @BeforeEach
    void tree() {
        divisions = new Divisions("66", api, tokens, jdbc);
        divisions.settle();
        jdbc.sql("delete from rule_setting").update();
    }

    private String path(String rest) {
        return jdbc.sql("select path from unit where id = ?")
                .param(divisions.unit(rest))
                .query(String.class)
                .single();
    }

    private Api.Answer set(String who, String rule, LocalDate since, @Nullable String value) {
        var body = new HashMap<String, Object>();
        body.put("since", since.toString());
        body.put("value", value == null ? null : new BigDecimal(value));
        body.put("document", "虚组〔2026〕6号");
        return api.post("/v1/rules/" + rule + "/settings", body)
                .as(tokens.at(divisions.unit(who)))
                .key()
                .send();
    }

    @Test
    void theRegulationHoldsWhereNobodyHasSetAnotherValue() {
        assertThat(rulebook.on(TODAY).number(MOST, path("0101"))).isEqualTo(50);
    }

    @Test
    void aProvinceSetsAValueForItsSubtreeFromADayOn() {
        assertThat(set("", MOST, TODAY.plusDays(1), "60").status()).isEqualTo(204);

        assertThat(rulebook.on(TODAY).number(MOST, path("0101"))).isEqualTo(50);
        assertThat(rulebook.on(TODAY.plusDays(1)).number(MOST, path("0101"))).isEqualTo(60);
        assertThat(rulebook.on(TODAY.plusDays(1)).number(MOST, "zzzzz")).isEqualTo(50);
    }

    @Test
    void theLatestOfTwoSettingsHolds() {
        set("", MOST, TODAY, "60");
        set("", MOST, TODAY, "70");

        assertThat(rulebook.on(TODAY).number(MOST, path(""))).isEqualTo(70);
    }

    @Test
    void aSettingMaySayThatNothingIsAsked() {
        assertThat(set("", MOST, TODAY, null).status()).isEqualTo(204);

        assertThat(rulebook.on(TODAY).find(MOST, path("0101"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0101, formation.branch.members.max, 0, 403, rule.not-yours",
        "'',   formation.branch.members.min, 0, 403, rule.not-yours",
        "'',   formation.unheard-of,         0, 404, rule.unknown",
        "'',   formation.branch.members.max, -1, 422, rule.past",
    })
    void refusesWhatIsNotItsToSet(String who, String rule, int days, int status, String problem) {
        var answer = set(who, rule, TODAY.plusDays(days), "60");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(jdbc.sql("select count(*) from rule_setting")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesABadValue() {
        assertThat(set("", MOST, TODAY, "-1").status()).isEqualTo(400);
        assertThat(set("", MOST, TODAY, "12345678901").status()).isEqualTo(400);
        assertThat(jdbc.sql("select count(*) from rule_setting")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void listsWhatHoldsForTheCallerWithItsSource() {
        set("", MOST, TODAY, "60");

        var rules = api.get("/v1/rules")
                .as(tokens.at(divisions.unit("0101")))
                .send()
                .json();

        for (var rule : rules) {
            assertThat(rule.path("source").asString()).isNotBlank();
            if (!rule.path("rule").asString().equals(MOST)) continue;
            assertThat(rule.path("value").decimalValue()).isEqualByComparingTo(new BigDecimal(60));
            assertThat(rule.path("regulation").decimalValue()).isEqualByComparingTo(new BigDecimal(50));
        }
        assertThat(rules.size()).isGreaterThan(10);
        assertThat(api.get("/v1/rules").send().status()).isEqualTo(401);
    }

    @Test
    void whatAnotherProvinceHasSetIsNotSeen() {
        var other = new Divisions("67", api, tokens, jdbc);
        other.settle();
        set("", MOST, TODAY, "60");

        var rules =
                api.get("/v1/rules").as(tokens.at(other.unit("0101"))).send().json();

        for (var rule : rules) {
            if (rule.path("rule").asString().equals(MOST))
                assertThat(rule.path("value").asInt()).isEqualTo(50);
        }
    }
}
