package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A branch takes somebody from the application to full membership; the township approves, the county files. */
class DevelopmentJourney {

    private final House house = StartedHouse.get();
    private final People people = new People(house);
    private final Api api = Catalogue.api(house.gatewayUrl());
    private final Units units = new Units(house);
    private final Members members = new Members(api);

    private String branch = "";
    private String township = "";
    private long way;

    @BeforeEach
    void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    private void take(String token, String step, String day, Object... more) {
        var answer = answer(token, step, day, more);
        assertThat(answer.status()).as(step + " " + answer).isEqualTo(200);
    }

    private Api.Answer answer(String token, String step, String day, Object... more) {
        var body = new HashMap<String, Object>(Map.of("step", step, "day", day, "evidence", "虚构材料"));
        for (int i = 0; i < more.length; i += 2) body.put((String) more[i], more[i + 1]);
        return members.post(token, "developments/" + way + "/steps", body);
    }

    private static Map<String, Object> vote(int present, int yes) {
        return Map.of("entitled", 9, "present", present, "written", 0, "yes", yes);
    }

    @Test
    void aMemberFromApplicationToFullMembership() {
        long unit = aBranch();
        branch = people.activate("BRANCH", unit, 1).getFirst().token();
        township = people.token("TOWNSHIP");
        var introducers = List.of(
                members.register(branch, unit, Members.fullMember("虚构甲")),
                members.register(branch, unit, Members.fullMember("虚构乙")));
        long applicant = members.register(branch, unit, Members.applicant("虚构丙", "2020-03-01"));
        var begun = members.post(branch, "members/" + applicant + "/developments", Map.of("evidence", "入党申请书"));
        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        way = begun.json().path("id").asLong();

        take(branch, "TALKED", "2020-03-20");
        take(branch, "ACTIVIST", "2020-09-01");
        take(township, "ACTIVIST_RECORDED", "2020-09-10");
        take(branch, "CONTACTS_NAMED", "2020-09-10", "people", introducers);
        take(branch, "REVIEWED", "2021-03-01");
        var early = answer(branch, "OBJECT", "2021-08-31");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().path("detail").asString()).contains("第十三条", "2021-09-01");
        take(branch, "OBJECT", "2021-09-01");
        take(township, "OBJECT_RECORDED", "2021-09-10");
        take(branch, "INTRODUCERS_NAMED", "2021-09-11", "people", introducers);
        take(branch, "POLITICALLY_REVIEWED", "2021-09-20");
        take(township, "TRAINED", "2021-09-25", "training", Map.of("days", 3));
        take(branch, "COMMITTEE_REVIEWED", "2021-10-01");
        take(township, "PRE_REVIEWED", "2021-10-10");
        take(branch, "FORM_FILLED", "2021-10-15");
        assertThat(answer(branch, "ADMISSION_VOTED", "2021-11-01", "vote", vote(4, 4))
                        .status())
                .isEqualTo(422);
        take(branch, "ADMISSION_VOTED", "2021-11-01", "vote", vote(8, 7));
        take(township, "TALKED_BEFORE_APPROVAL", "2021-11-10");
        take(township, "ADMISSION_APPROVED", "2021-12-01");
        assertThat(file(applicant).path("status").asString()).isEqualTo("PROBATIONARY");
        take(people.token("COUNTY"), "ADMISSION_FILED", "2021-12-10");
        take(branch, "ASSIGNED", "2021-12-10");
        take(township, "OATH_TAKEN", "2021-12-20");
        take(branch, "PROBATION_REVIEWED", "2022-05-01");
        take(branch, "FULL_ASKED", "2022-10-25");
        take(branch, "FULL_VOTED", "2022-11-03", "vote", vote(9, 9));
        take(township, "FULL_APPROVED", "2022-12-01");
        take(branch, "ARCHIVED", "2022-12-10");

        assertThat(file(applicant).path("status").asString()).isEqualTo("FULL");
        assertThat(file(applicant).path("since").asString()).isEqualTo("2022-11-01");
        var whole = members.get(people.token("COUNTY"), "developments/" + way).json();
        assertThat(whole.path("steps")).hasSize(25);
        assertThat(whole.path("next")).isEmpty();
    }

    private JsonNode file(long member) {
        return members.get(branch, "members/" + member).json().path("member");
    }

    private long aBranch() {
        long village = people.at("VILLAGE").unit();
        String county = people.token("COUNTY");
        String code = units.get(county, village).path("code").asString() + "-78";
        long unit = units.establish(
                people.token("TOWNSHIP"), county, village, Map.of("code", code, "name", "虚构第二", "kind", "BRANCH"));
        units.awaitEverywhere();
        return unit;
    }
}
