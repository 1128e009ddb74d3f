package cn.dangjian.organization.field.joint;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.application.Clerks;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class JointApiTest extends Clerks {

    private static final String COUNTY = "0101";
    private static final String STREET = "0101001";
    private static final String COMMUNITY = "0101001001";

    JointApiTest() {
        super("86", List.of("joint_meeting", "joint_seat", "joint_body", "rule_setting"));
    }

    private Api.Answer plan(String who, int year, @Nullable String targetOn) {
        var body = new HashMap<String, Object>();
        body.put("year", year);
        body.put("targetOn", targetOn);
        return post(who, "/v1/joint-bodies", body);
    }

    private long planned(String who) {
        var answer = plan(who, 2026, null);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private Api.Answer found(String who, long id, LocalDate day) {
        return post(
                who, "/v1/joint-bodies/" + id + "/foundation", Map.of("day", day.toString(), "document", "虚组〔2026〕4号"));
    }

    private Api.Answer seat(String who, long id, LocalDate from, LocalDate to) {
        return post(
                who,
                "/v1/joint-bodies/" + id + "/seats",
                Map.of("unit", "示范银行", "name", "某某", "duty", "兼职委员", "from", from.toString(), "to", to.toString()));
    }

    private Api.Answer meet(String who, long id, LocalDate day) {
        return post(
                who,
                "/v1/joint-bodies/" + id + "/meetings",
                Map.of("day", day.toString(), "topic", "停车难", "decisions", "共享车位", "minutes", "a-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "0101001,    2026, 2026-03-31, 201,",
        "0101001001, 2026,           , 201,",
        "0101001,    2026, 2027-01-01, 422, joint.day-unfit",
        "0101100,    2026,           , 422, joint.not-a-street",
        "0101100201, 2026,           , 422, joint.not-a-street",
        "0101,       2026,           , 422, joint.not-a-street",
        "0101001,    2017,           , 400, body.invalid",
        "0101001,    2026, soon,       400, body.wrong-type",
    })
    void aStreetOrCommunityPlansItsBody(String who, int year, @Nullable String target, int status, String problem) {
        var answer = plan(who, year, target);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(jdbc.sql("select count(*) from joint_body")
                        .query(Integer.class)
                        .single())
                .isEqualTo(status == 201 ? 1 : 0);
    }

    @Test
    void theTargetIsTheRulesWhereThePlanNamesNone() {
        long id = planned(COMMUNITY);
        assertThat(get(COUNTY, "/v1/joint-bodies/" + id)
                        .path("body")
                        .path("targetOn")
                        .asString())
                .isEqualTo("2026-06-30");
        var setting = Map.of("since", TODAY.toString(), "value", 9, "document", "虚组〔2026〕5号");
        assertThat(post(COUNTY, "/v1/rules/joint.target.month/settings", setting)
                        .status())
                .isEqualTo(204);

        long street = planned(STREET);

        assertThat(get(COUNTY, "/v1/joint-bodies/" + street)
                        .path("body")
                        .path("targetOn")
                        .asString())
                .isEqualTo("2026-09-30");
        assertThat(plan(STREET, 2026, null).problem()).isEqualTo("joint.there-already");
    }

    @Test
    void aBodyIsFoundedOnceAndItsStateFollowsFromItsDays() {
        long id = plan(COMMUNITY, TODAY.getYear() + 1, TODAY.plusYears(1).toString())
                .json()
                .path("id")
                .asLong();
        String path = "/v1/joint-bodies/" + id;
        assertThat(get(COUNTY, path).path("body").path("state").asString()).isEqualTo("PLANNED");
        jdbc.sql("update joint_body set target_on = :day")
                .param("day", TODAY.minusDays(1))
                .update();
        assertThat(get(COUNTY, path).path("body").path("state").asString()).isEqualTo("OVERDUE");

        assertThat(found("0121", id, TODAY).problem()).isEqualTo("joint.unknown");
        assertThat(found(STREET, id, TODAY).problem()).isEqualTo("joint.not-yours");
        assertThat(found(COMMUNITY, id, TODAY.plusDays(1)).problem()).isEqualTo("joint.day-unfit");
        assertThat(found(COMMUNITY, id, TODAY).status()).isEqualTo(200);
        assertThat(found(COMMUNITY, id, TODAY).problem()).isEqualTo("joint.founded-already");
        assertThat(get(COUNTY, path).path("body").path("state").asString()).isEqualTo("FOUNDED");
        assertThat(get("0121", path).path("code").asString()).isEqualTo("joint.unknown");
    }

    @Test
    void aStaleVersionFoundsNothing() {
        long id = planned(STREET);

        var answer = api.post(
                        "/v1/joint-bodies/" + id + "/foundation",
                        Map.of("day", TODAY.toString(), "document", "虚组〔2026〕4号"))
                .as(tokens.at(divisions.unit(STREET)))
                .key()
                .ifMatch("\"7\"")
                .send();

        assertThat(answer.status()).isEqualTo(412);
    }

    @Test
    void residentUnitsHoldSeatsAndMeet() {
        long id = planned(STREET);
        String path = "/v1/joint-bodies/" + id;
        assertThat(meet(STREET, id, TODAY).problem()).isEqualTo("joint.not-founded");
        found(STREET, id, TODAY.minusDays(9));
        assertThat(seat("0121", id, TODAY, TODAY).problem()).isEqualTo("joint.unknown");
        assertThat(seat(COUNTY, id, TODAY, TODAY).problem()).isEqualTo("joint.not-yours");
        assertThat(seat(STREET, id, TODAY, TODAY.minusDays(1)).problem()).isEqualTo("joint.day-unfit");
        long seat = seat(STREET, id, TODAY.minusDays(5), TODAY.plusDays(5))
                .json()
                .path("id")
                .asLong();
        assertThat(meet("0121", id, TODAY).problem()).isEqualTo("joint.unknown");
        assertThat(meet(STREET, id, TODAY.plusDays(1)).problem()).isEqualTo("joint.day-unfit");
        assertThat(meet(STREET, id, TODAY.minusDays(10)).problem()).isEqualTo("joint.day-unfit");
        assertThat(meet(STREET, id, TODAY).status()).isEqualTo(201);

        var body = get(COUNTY, path);
        assertThat(body.path("body").path("seats").asInt()).isEqualTo(1);
        assertThat(body.path("meetings").path(0).path("topic").asString()).isEqualTo("停车难");
        String end = path + "/seats/" + seat + "/end";
        assertThat(post("0121", end, Map.of("day", TODAY.toString())).problem()).isEqualTo("joint.unknown");
        assertThat(post(STREET, path + "/seats/0/end", Map.of("day", TODAY.toString()))
                        .problem())
                .isEqualTo("joint.seat-unknown");
        assertThat(post(STREET, end, Map.of("day", TODAY.plusDays(6).toString()))
                        .problem())
                .isEqualTo("joint.day-unfit");
        assertThat(post(STREET, end, Map.of("day", TODAY.minusDays(1).toString()))
                        .status())
                .isEqualTo(200);
        assertThat(get(COUNTY, path).path("body").path("seats").asInt()).isZero();
    }

    @Test
    void coverageIsTheSumOfTheTierBelow() {
        found(STREET, planned(STREET), TODAY);
        planned(COMMUNITY);

        var county = get("", "/v1/joint-coverage?unit=" + divisions.unit(COUNTY));

        var total = county.path("total");
        assertThat(total.path("streets").asInt()).isEqualTo(1);
        assertThat(total.path("streetsFounded").asInt()).isEqualTo(1);
        assertThat(total.path("communities").asInt()).isEqualTo(1);
        assertThat(total.path("communitiesFounded").asInt()).isZero();
        for (var part : county.path("parts")) {
            var below = get("", "/v1/joint-coverage?unit=" + part.path("unit").asLong());
            assertThat(below.path("total")).isEqualTo(part);
        }
        assertThat(get("0121", "/v1/joint-bodies").path("items")).isEmpty();
        assertThat(get(COUNTY, "/v1/joint-bodies?limit=1").path("next").isNull())
                .isFalse();
        assertThat(get("0121", "/v1/joint-coverage?unit=" + divisions.unit(STREET))
                        .path("code")
                        .asString())
                .isEqualTo("unit.unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"joint-bodies", "joint-bodies/1", "joint-coverage"})
    void withoutATokenNothingIsTold(String path) {
        assertThat(api.get("/v1/" + path).send().status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/1/foundation", "/1/seats", "/1/seats/1/end", "/1/meetings"})
    void withoutATokenNothingIsDone(String path) {
        assertThat(api.post("/v1/joint-bodies" + path, Map.of()).key().send().status())
                .isEqualTo(401);
    }
}
