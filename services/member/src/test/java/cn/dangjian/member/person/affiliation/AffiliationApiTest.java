package cn.dangjian.member.person.affiliation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class AffiliationApiTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    /** A branch on a chain, below {@link Province#OTHER_TOWNSHIP}. */
    private static final long CHAIN = 12119;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    JdbcClient jdbc;

    private Persons persons;

    @BeforeEach
    void units() {
        province.settle();
        jdbc.sql("""
            insert ignore into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
            values (:id, 1211, '9812119', '示范产业链', 'BRANCH', 'CHAIN_BRANCH', 'URBAN', :path, 1, '2022-01-01')\
            """).param("id", CHAIN).param("path", Province.path(CHAIN)).update();
        persons = new Persons(api, tokens);
    }

    private Api.Answer affiliate(long by, long member, long unit, String from) {
        return persons.post(by, path(member), Map.of("unit", unit, "from", from));
    }

    private static String path(long member) {
        return "/v1/members/" + member + "/affiliations";
    }

    private List<String> affiliates(long by, long unit, String query) {
        var answer = persons.get(by, "/v1/units/" + unit + "/affiliates" + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("items").findValuesAsString("name");
    }

    private long countAt(long unit) {
        return persons.get(Province.PROVINCE, "/v1/units/" + unit + "/counts")
                .json()
                .at("/whole/members")
                .asLong();
    }

    @Test
    void takesPartElsewhereAndStaysAMemberWhereHeIs() {
        long member = persons.member(Province.VILLAGE, "诸葛产业");
        long home = countAt(Province.VILLAGE);

        var chain = affiliate(Province.VILLAGE, member, CHAIN, "2024-03-01");
        var guest = affiliate(Province.TOWNSHIP, member, Province.SECOND_VILLAGE, "2024-04-01");

        assertThat(chain.status()).as(chain.toString()).isEqualTo(201);
        assertThat(chain.json().path("sort").asString()).isEqualTo("FUNCTIONAL");
        assertThat(chain.json().path("unitName").asString()).isEqualTo("示范产业链");
        assertThat(chain.json().path("toOn").asString()).isEqualTo("9999-12-31");
        assertThat(guest.json().path("sort").asString()).isEqualTo("GUEST");
        assertThat(persons.get(Province.COUNTY, path(member))
                        .json()
                        .path("items")
                        .findValuesAsString("unit"))
                .containsExactly("11112", "12119");
        assertThat(countAt(Province.VILLAGE)).isEqualTo(home);
        assertThat(countAt(CHAIN)).isZero();
        assertThat(persons.file(Province.VILLAGE, member)
                        .json()
                        .at("/member/unit")
                        .asLong())
                .isEqualTo(Province.VILLAGE);
    }

    @Test
    void theUnitSeesWhoTakesPartAndNoFile() {
        var body = Persons.fullMember("皇甫产业");
        long member = Persons.id(persons.register(Province.VILLAGE, body));
        affiliate(Province.VILLAGE, member, CHAIN, "2024-03-01");

        var seen = persons.get(CHAIN, "/v1/units/" + CHAIN + "/affiliates");

        assertThat(affiliates(Province.OTHER_COUNTY, CHAIN, "")).contains("皇甫产业");
        assertThat(affiliates(CHAIN, CHAIN, "?on=2024-02-29")).doesNotContain("皇甫产业");
        assertThat(seen.body())
                .contains("示范11111", "RURAL")
                .doesNotContain(body.get("number").toString(), "number");
        assertThat(persons.file(CHAIN, member).status()).isEqualTo(404);
        assertThat(persons.get(CHAIN, path(member)).status()).isEqualTo(404);
        assertThat(persons.get(Province.COUNTY, "/v1/units/" + CHAIN + "/affiliates")
                        .problem())
                .isEqualTo("unit.unknown");
        assertThat(affiliate(Province.OTHER_COUNTY, member, CHAIN, "2024-03-01").problem())
                .isEqualTo("member.unknown");
    }

    @Test
    void endsOnADayAndMayBeginAgain() {
        long member = persons.member(Province.VILLAGE, "公孙产业");
        long id = affiliate(Province.VILLAGE, member, CHAIN, "2024-03-01")
                .json()
                .path("id")
                .asLong();

        assertThat(affiliate(Province.VILLAGE, member, CHAIN, "2024-05-01").problem())
                .isEqualTo("affiliation.already");
        String end = path(member) + "/" + id + "/end";
        assertThat(persons.post(Province.VILLAGE, end, Map.of("on", "2024-02-29"))
                        .problem())
                .isEqualTo("affiliation.ends-before");
        assertThat(persons.post(Province.OTHER_COUNTY, end, Map.of("on", "2024-06-30"))
                        .status())
                .isEqualTo(404);
        assertThat(persons.post(Province.VILLAGE, end, Map.of("on", "2024-06-30"))
                        .status())
                .isEqualTo(200);

        assertThat(affiliates(CHAIN, CHAIN, "?on=2024-06-30")).contains("公孙产业");
        assertThat(affiliates(CHAIN, CHAIN, "?on=2024-07-01")).doesNotContain("公孙产业");
        assertThat(persons.post(Province.VILLAGE, end, Map.of("on", "2025-06-30"))
                        .problem())
                .isEqualTo("affiliation.ended");
        assertThat(persons.post(Province.VILLAGE, path(member) + "/4711000/end", Map.of("on", "2025-06-30"))
                        .problem())
                .isEqualTo("affiliation.unknown");
        assertThat(affiliate(Province.VILLAGE, member, CHAIN, "2024-06-30").problem())
                .isEqualTo("affiliation.already");
        assertThat(affiliate(Province.VILLAGE, member, CHAIN, "2024-07-01").status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "11111,   2024-03-01, , affiliation.own-unit",
        "1111,    2024-03-01, , affiliation.not-a-branch",
        "4711000, 2024-03-01, , affiliation.no-such-unit",
        "12119,   2024-03-01, 2024-02-29, affiliation.ends-before",
        "12119,   TOMORROW, , affiliation.day-ahead",
    })
    void refusesWhatCannotBe(long unit, String from, String to, String problem) {
        long member = persons.member(Province.VILLAGE, "轩辕产业");
        var body = new HashMap<String, Object>(Map.of(
                "unit",
                unit,
                "from",
                from.equals("TOMORROW") ? TODAY.plusDays(1).toString() : from));
        if (to != null) body.put("to", to);

        assertThat(persons.post(Province.VILLAGE, path(member), body).problem()).isEqualTo(problem);
    }

    @Test
    void isForMembersAndNobodyBelongsToAFunctionalUnit() {
        long applicant = Persons.id(persons.register(Province.VILLAGE, Persons.applicant("申请产业")));

        assertThat(affiliate(Province.VILLAGE, applicant, CHAIN, "2024-03-01").problem())
                .isEqualTo("affiliation.not-a-member");
        assertThat(persons.register(Province.OTHER_COUNTY, CHAIN, Persons.fullMember("正式产业"))
                        .problem())
                .isEqualTo("member.not-formal");
    }
}
