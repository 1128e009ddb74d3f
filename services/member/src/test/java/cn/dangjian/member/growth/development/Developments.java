package cn.dangjian.member.growth.development;

import static cn.dangjian.member.growth.Walk.vote;

import cn.dangjian.member.Persons;
import cn.dangjian.member.growth.Walk;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Somebody of a village on the way to become a member. */
@ServiceTest
abstract class Developments {

    static final long BRANCH = Province.VILLAGE;
    static final long COMMITTEE = Province.TOWNSHIP;
    static final LocalDate APPLIED = LocalDate.of(2020, 3, 1);

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    Standings standings;

    @Autowired
    TransactionTemplate transaction;

    Persons persons;
    Walk walk;
    List<Long> introducers;

    @BeforeEach
    void settle() {
        province.settle();
        persons = new Persons(api, tokens);
        walk = new Walk(persons, BRANCH);
        introducers = walk.introducers();
    }

    long anApplicant() {
        return walk.anApplicant(APPLIED);
    }

    Api.Answer begin(long who, long member) {
        return walk.begin(who, member);
    }

    long aDevelopment() {
        return walk.aDevelopment(APPLIED);
    }

    Api.Answer take(long who, long development, String step, String day, Object... more) {
        return walk.take(who, development, step, day, more);
    }

    JsonNode taken(long who, long development, String step, String day, Object... more) {
        return walk.taken(who, development, step, day, more);
    }

    void upToTheVote(long id) {
        taken(BRANCH, id, "TALKED", "2020-03-20");
        taken(BRANCH, id, "ACTIVIST", "2020-09-01");
        taken(COMMITTEE, id, "ACTIVIST_RECORDED", "2020-09-10");
        taken(BRANCH, id, "CONTACTS_NAMED", "2020-09-10", "people", introducers);
        taken(BRANCH, id, "REVIEWED", "2021-03-01");
        taken(BRANCH, id, "OBJECT", "2021-09-01");
        taken(COMMITTEE, id, "OBJECT_RECORDED", "2021-09-10");
        taken(BRANCH, id, "INTRODUCERS_NAMED", "2021-09-11", "people", introducers);
        taken(BRANCH, id, "POLITICALLY_REVIEWED", "2021-09-20");
        taken(COMMITTEE, id, "TRAINED", "2021-09-25", "training", Map.of("days", 3));
        taken(BRANCH, id, "COMMITTEE_REVIEWED", "2021-10-01");
        taken(COMMITTEE, id, "PRE_REVIEWED", "2021-10-10");
        taken(BRANCH, id, "FORM_FILLED", "2021-10-15");
    }

    void upToTheLastVote(long id) {
        upToTheVote(id);
        taken(BRANCH, id, "ADMISSION_VOTED", "2021-11-01", "vote", vote(9, 7, 0, 6));
        taken(COMMITTEE, id, "TALKED_BEFORE_APPROVAL", "2021-11-10");
        taken(COMMITTEE, id, "ADMISSION_APPROVED", "2021-12-01", "document", "虚委〔2021〕7号");
        taken(Province.COUNTY, id, "ADMISSION_FILED", "2021-12-10");
        taken(BRANCH, id, "ASSIGNED", "2021-12-10");
        taken(COMMITTEE, id, "OATH_TAKEN", "2021-12-20");
        taken(BRANCH, id, "PROBATION_REVIEWED", "2022-05-01");
        taken(BRANCH, id, "FULL_ASKED", "2022-10-25");
    }

    JsonNode file(long development) {
        long member = persons.get(BRANCH, "/v1/developments/" + development)
                .json()
                .path("member")
                .asLong();
        return persons.file(BRANCH, member).json().path("member");
    }

    static List<String> next(JsonNode development) {
        return development
                .path("next")
                .valueStream()
                .map(step -> step.path("step").asString())
                .toList();
    }
}
