package cn.dangjian.organization.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.people.team.House;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class StaffApiTest {

    private static final LocalDate TODAY = House.today();
    private static final String VILLAGE = "0101100201";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    House house;

    @BeforeEach
    void tree() {
        house = new House("41", api, tokens, jdbc);
        jdbc.sql("delete from party_staff").update();
        jdbc.sql("delete from party_staff_quota").update();
    }

    private Api.Answer hire(String who, String unit, String type, LocalDate from) {
        return house.post(
                who,
                "/v1/units/" + house.unit(unit) + "/staff",
                "type",
                type,
                "name",
                "虚构专",
                "fullTime",
                true,
                "from",
                from.toString());
    }

    private long anOfficer(LocalDate from) {
        var answer = hire("0101100", VILLAGE, "OFFICER", from);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private Api.Answer end(String who, long id, LocalDate on) {
        return house.post(who, "/v1/staff/" + id + "/end", "on", on.toString(), "reason", "调动");
    }

    private Api.Answer quota(String who, String unit, String type, int days, int quota) {
        return house.post(
                who,
                "/v1/units/" + house.unit(unit) + "/staff-quotas",
                "type",
                type,
                "since",
                TODAY.plusDays(days).toString(),
                "quota",
                quota,
                "document",
                "文");
    }

    private JsonNode officers(LocalDate day) {
        var types = house.get("0101", "/v1/units/" + house.unit(VILLAGE) + "/staff?asOf=" + day)
                .json()
                .path("types");
        for (var type : types) if (type.path("type").asString().equals("OFFICER")) return type;
        throw new AssertionError();
    }

    private int rows() {
        return jdbc.sql("select count(*) from party_staff").query(Integer.class).single();
    }

    @Test
    void whatIsMissingFollowsFromTheQuota() {
        anOfficer(TODAY.minusDays(5));
        assertThat(officers(TODAY).path("quota").isNull()).isTrue();
        assertThat(officers(TODAY).path("missing").asInt()).isZero();

        assertThat(quota("0101", VILLAGE, "OFFICER", 0, 3).status()).isEqualTo(204);

        assertThat(officers(TODAY).path("missing").asInt()).isEqualTo(2);
        assertThat(officers(TODAY).path("fullTime").asInt()).isEqualTo(1);
        assertThat(officers(TODAY.minusDays(1)).path("quota").isNull()).isTrue();
        assertThat(officers(TODAY.minusDays(6)).path("there").asInt()).isZero();
    }

    @Test
    void theRuleOfTheCountyCountsWhereNothingIsSetForTheUnit() {
        var answer = house.post(
                "0101",
                "/v1/rules/staff.quota.officer/settings",
                "since",
                TODAY.toString(),
                "value",
                2,
                "document",
                "文");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);

        assertThat(officers(TODAY).path("quota").asInt()).isEqualTo(2);
        jdbc.sql("delete from rule_setting where rule = 'staff.quota.officer'").update();
    }

    @Test
    void turnoverIsDerivedFromWhoCameAndWent() {
        int year = TODAY.getYear() - 1;
        var newYear = LocalDate.of(year, 1, 1);
        long stayed = anOfficer(newYear.minusDays(1));
        long left = anOfficer(newYear.minusDays(9));
        long leftBefore = anOfficer(newYear.minusDays(9));
        anOfficer(newYear);
        anOfficer(LocalDate.of(year, 12, 31));
        anOfficer(LocalDate.of(year + 1, 1, 1));
        end("0101", left, LocalDate.of(year, 12, 31));
        end("0101", leftBefore, newYear.minusDays(1));
        end("0101", stayed, LocalDate.of(year + 1, 1, 1));

        var rows = house.get("01", "/v1/staff/turnover?year=" + year).json();

        assertThat(rows).hasSize(1);
        var row = rows.get(0);
        assertThat(row.path("atStart").asInt()).isEqualTo(2);
        assertThat(row.path("joined").asInt()).isEqualTo(2);
        assertThat(row.path("left").asInt()).isEqualTo(1);
        assertThat(row.path("atEnd").asInt()).isEqualTo(3);
        assertThat(row.path("percent").asDouble()).isEqualTo(40.0);
        assertThat(house.get("01", "/v1/staff/turnover?unit=" + house.unit("0121") + "&year=" + year)
                        .json())
                .isEmpty();
        assertThat(house.get("01", "/v1/staff/turnover?year=" + (TODAY.getYear() + 1))
                        .problem())
                .isEqualTo("staff.wrong-day");
    }

    @Test
    void nobodyLeavesWhereEverybodyHasStayed() {
        anOfficer(LocalDate.of(TODAY.getYear(), 1, 1));

        var row = house.get("01", "/v1/staff/turnover?year=" + TODAY.getYear())
                .json()
                .get(0);

        assertThat(row.path("joined").asInt()).isEqualTo(1);
        assertThat(row.path("left").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0101100,    OFFICER,  0, 201,",
        "0101100201, OFFICER,  0, 403, staff.not-yours",
        "0101100,    OFFICER,  1, 422, staff.wrong-day",
        "0101100,    ASTRONAUT, 0, 422, staff.no-such-type",
        "0101100,    officer,  0, 400, body.invalid",
        "0101001,    OFFICER,  0, 404, staff.unknown"
    })
    void aTownshipOrAbovePutsKnownTypesOnTheStaff(String who, String type, int days, int status, String problem) {
        var answer = hire(who, VILLAGE, type, TODAY.plusDays(days));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(rows()).isEqualTo(status == 201 ? 1 : 0);
    }

    @Test
    void aUnitsOwnQuotaIsSetBySomebodyAbove() {
        assertThat(quota("0101100", "0101100", "ORGANIZER", 0, 1).problem()).isEqualTo("staff.not-yours");
        assertThat(quota("0101", "0101100", "ORGANIZER", 0, 1).status()).isEqualTo(204);
        assertThat(quota("0101", "0101100", "ORGANIZER", -1, 1).problem()).isEqualTo("staff.wrong-day");
        assertThat(quota("0101", "0101100", "POPE", 0, 1).problem()).isEqualTo("staff.no-such-type");
        assertThat(quota("0101", "0101100", "ORGANIZER", 0, -1).status()).isEqualTo(400);
    }

    @Test
    void nobodyLeavesTwiceOrBeforeHeCame() {
        long id = anOfficer(TODAY.minusDays(3));
        assertThat(end("0101", id, TODAY.minusDays(4)).problem()).isEqualTo("staff.wrong-day");
        assertThat(end("0101", id, TODAY.plusDays(1)).problem()).isEqualTo("staff.wrong-day");
        assertThat(end(VILLAGE, id, TODAY).problem()).isEqualTo("staff.not-yours");
        assertThat(end("0101", id, TODAY).status()).isEqualTo(200);
        assertThat(end("0101", id, TODAY).problem()).isEqualTo("staff.gone");
        var stale = api.post("/v1/staff/" + id + "/end", House.map("on", TODAY.toString(), "reason", "调动"))
                .as(tokens.at(house.unit("0101")))
                .key()
                .ifMatch("\"1\"")
                .send();
        assertThat(stale.status()).isEqualTo(412);
    }

    @Test
    void ofAnotherCountyAndWithoutATokenNothingIsTold() {
        long id = anOfficer(TODAY);
        String staff = "/v1/units/" + house.unit(VILLAGE) + "/staff";
        for (String who : List.of("0201", "0121", "0101001")) {
            assertThat(house.get(who, staff).status()).isEqualTo(404);
            assertThat(hire(who, VILLAGE, "OFFICER", TODAY).status()).isEqualTo(404);
            assertThat(quota(who, VILLAGE, "OFFICER", 0, 1).status()).isEqualTo(404);
            assertThat(end(who, id, TODAY).status()).isEqualTo(404);
            assertThat(house.get(who, "/v1/staff/turnover?year=" + TODAY.getYear())
                            .json())
                    .isEmpty();
            assertThat(house.get(who, "/v1/staff/turnover?year=2020&unit=" + house.unit(VILLAGE))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(api.get(staff).send().status()).isEqualTo(401);
        assertThat(api.get("/v1/staff/turnover?year=2020").send().status()).isEqualTo(401);
        for (String path : List.of(staff, staff + "-quotas", "/v1/staff/1/end")) {
            assertThat(api.post(path).key().send().status()).isEqualTo(401);
        }
    }
}
