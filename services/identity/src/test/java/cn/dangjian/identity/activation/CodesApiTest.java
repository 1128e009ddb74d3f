package cn.dangjian.identity.activation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.Api.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesApiTest extends RunningIdentity {

    private Someone county;
    private Someone colleague;
    private Someone township;
    private List<Someone> villages;
    private Someone otherCounty;
    private Someone otherVillage;

    @BeforeEach
    void accounts() {
        county = fixtures.anActiveAccountAt(111);
        colleague = fixtures.anInvitedAccountAt(111);
        township = fixtures.anInvitedAccountAt(1111);
        villages = Stream.of(11111L, 11112L, 11113L, 11121L, 11122L)
                .map(fixtures::anInvitedAccountAt)
                .toList();
        otherCounty = fixtures.anActiveAccountAt(121);
        otherVillage = fixtures.anInvitedAccountAt(12111);
    }

    @Test
    void givesTheWholeSubtreeCodesAndNobodyElse() {
        var answer = issue(county, Map.of());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(logins(answer))
                .contains(township.login())
                .containsAll(villages.stream().map(Someone::login).toList())
                .doesNotContain(otherVillage.login(), colleague.login(), county.login())
                .doesNotHaveDuplicates();
        var first = answer.json().get(0);
        assertThat(first.path("unitCode").asString()).startsWith("98111");
        assertThat(first.path("unitName").asString()).startsWith("示范111");
        assertThat(first.path("code").asString()).matches("\\w{4}-\\w{4}-\\w{4}");
        assertThat(first.has("expires")).isTrue();
    }

    @Test
    void narrowsByTierUnitAndUnits() {
        assertThat(logins(issue(county, Map.of("tier", "VILLAGE"))))
                .containsAll(villages.stream().map(Someone::login).toList())
                .doesNotContain(township.login());
        assertThat(logins(issue(county, Map.of("under", 1112))))
                .contains(villages.get(3).login(), villages.get(4).login())
                .doesNotContain(villages.get(0).login(), township.login());
        assertThat(logins(issue(county, Map.of("units", List.of(11111, 11122)))))
                .contains(villages.get(0).login(), villages.get(4).login())
                .doesNotContain(villages.get(1).login());
    }

    @Test
    void givesAnotherCountyNothing() {
        assertThat(logins(issue(otherCounty, Map.of())))
                .contains(otherVillage.login())
                .doesNotContain(township.login())
                .doesNotContainAnyElementsOf(
                        villages.stream().map(Someone::login).toList());
        assertThat(issue(otherCounty, Map.of("units", List.of(11111))).status()).isEqualTo(404);
        assertThat(issue(otherCounty, Map.of("units", List.of(12111, 11111))).problem())
                .isEqualTo("unit.not-below");
        assertThat(issue(otherCounty, Map.of("under", 1111)).status()).isEqualTo(404);
        assertThat(codes(otherVillage)).isEqualTo(1);
        assertThat(codes(villages.getFirst())).isZero();
    }

    @Test
    void answersLikeNothingForUnitsThatDoNotExist() {
        assertThat(issue(otherCounty, Map.of("units", List.of(77777))).body().replace("77777", "11111"))
                .satisfies(body -> assertThat(body).contains("unit.not-below"));
        assertThat(issue(otherCounty, Map.of("under", 77777)).status()).isEqualTo(404);
    }

    @Test
    void leavesItsOwnUnitToTheUnitAbove() {
        assertThat(issue(county, Map.of("units", List.of(111))).status()).isEqualTo(404);
        assertThat(codes(colleague)).isZero();
    }

    @Test
    void givesActivatedAccountsACodeOnlyWhenTheyAreReset() {
        var active = fixtures.anActiveAccountAt(11111);

        assertThat(logins(issue(county, Map.of("units", List.of(11111))))).doesNotContain(active.login());
        assertThat(logins(issue(county, Map.of("units", List.of(11111), "reset", true))))
                .contains(active.login());
    }

    @Test
    void givesTheAdministratorEverybodyButAdministrators() {
        long admin = jdbc.sql("select id from account where login = 'admin'")
                .query(Long.class)
                .single();
        jdbc.sql("insert into post (account, unit, duty, active, since) values (?, 121, 'test', true, now(6))")
                .param(admin)
                .update();

        var counties = issueAsAdministrator(Map.of("tier", "COUNTY", "reset", true));
        var others = issueAsAdministrator(Map.of("units", List.of(1111, 12111)));

        assertThat(logins(counties)).contains(county.login(), colleague.login(), otherCounty.login());
        assertThat(logins(counties)).doesNotContain("admin", township.login());
        assertThat(logins(others)).contains(township.login(), otherVillage.login());
        jdbc.sql("delete from post where account = ?").param(admin).update();
    }

    private Answer issueAsAdministrator(Map<String, ?> selection) {
        return api.post("/v1/activation-codes", selection)
                .as(fixtures.administrator())
                .send();
    }

    @Test
    @DisplayName("writes a sheet in which nothing runs (18.6)")
    void writesASheet() {
        jdbc.sql("update unit set name = '=1+1 示范, \"村\"' where id = 11121").update();
        writesASheetOf("=1+1 示范, \"\"村\"\"");
        // 18.6: full-width signs run as well
        jdbc.sql("update unit set name = '＝1+1 示范, \"村\"' where id = 11121").update();
        writesASheetOf("＝1+1 示范, \"\"村\"\"");
        jdbc.sql("update unit set name = '示范11121' where id = 11121").update();
    }

    private void writesASheetOf(String name) {
        var answer = api.post("/v1/activation-codes", Map.of("units", List.of(11121)))
                .as(fixtures.token(county))
                .header("Accept", "text/csv")
                .send();

        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        var lines = answer.body().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("\uFEFFlogin,unit_code,unit_name,tier,code,expires");
        assertThat(lines).anySatisfy(line -> assertThat(line)
                .startsWith(villages.get(3).login() + ",9811121,\"'" + name + "\",VILLAGE,"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"units\":[]}", "{\"tier\":\"HAMLET\"}", "{\"under\":\"x\"}", "{\"everybody\":true}", "[]", "{"
            })
    void refusesNonsense(String body) {
        var answer = api.post("/v1/activation-codes", body)
                .as(fixtures.token(county))
                .send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void givesNothingToServicesAndStrangers() {
        assertThat(api.post("/v1/activation-codes", Map.of()).send().status()).isEqualTo(401);
        assertThat(api.post("/v1/activation-codes", Map.of())
                        .as(fixtures.service("task"))
                        .send()
                        .status())
                .isEqualTo(403);
    }

    private Answer issue(Someone by, Map<String, ?> selection) {
        return api.post("/v1/activation-codes", selection)
                .as(fixtures.token(by))
                .send();
    }

    private long codes(Someone someone) {
        return jdbc.sql("select count(*) from activation where account = ?")
                .param(someone.account())
                .query(Long.class)
                .single();
    }

    private static List<String> logins(Answer answer) {
        return answer.json()
                .valueStream()
                .map(code -> code.path("login").asString())
                .toList();
    }
}
