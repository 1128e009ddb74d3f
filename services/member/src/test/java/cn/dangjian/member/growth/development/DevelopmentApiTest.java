package cn.dangjian.member.growth.development;

import static cn.dangjian.member.growth.Walk.vote;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.member.person.standing.Happening;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.testkit.Province;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevelopmentApiTest extends Developments {

    @Test
    void somebodyGoesFromTheApplicationToFullMembership() {
        long id = aDevelopment();
        assertThat(file(id).path("status").asString()).isEqualTo("APPLICANT");
        upToTheVote(id);
        assertThat(file(id).path("status").asString()).isEqualTo("OBJECT");
        var voted = taken(BRANCH, id, "ADMISSION_VOTED", "2021-11-01", "vote", vote(9, 5, 2, 5));
        assertThat(next(voted)).containsExactly("TALKED_BEFORE_APPROVAL");
        taken(COMMITTEE, id, "TALKED_BEFORE_APPROVAL", "2021-11-10");
        var approved = taken(COMMITTEE, id, "ADMISSION_APPROVED", "2021-12-01", "document", "虚委〔2021〕7号");
        assertThat(approved.path("state").asString()).isEqualTo("PROBATION");
        assertThat(file(id).path("status").asString()).isEqualTo("PROBATIONARY");
        assertThat(file(id).path("since").asString())
                .as("probation counts from the meeting")
                .isEqualTo("2021-11-01");
        taken(Province.COUNTY, id, "ADMISSION_FILED", "2021-12-10");
        taken(BRANCH, id, "ASSIGNED", "2021-12-10");
        taken(COMMITTEE, id, "OATH_TAKEN", "2021-12-20");
        taken(BRANCH, id, "PROBATION_REVIEWED", "2022-05-01");
        taken(BRANCH, id, "FULL_ASKED", "2022-10-25");
        taken(BRANCH, id, "FULL_VOTED", "2022-11-03", "vote", vote(9, 9, 0, 9));
        taken(COMMITTEE, id, "FULL_APPROVED", "2022-12-01");
        var done = taken(BRANCH, id, "ARCHIVED", "2022-12-10");

        assertThat(done.path("steps")).hasSize(25);
        assertThat(done.path("state").asString()).isEqualTo("ARCHIVED");
        assertThat(done.path("next")).isEmpty();
        assertThat(file(id).path("status").asString()).isEqualTo("FULL");
        assertThat(file(id).path("since").asString()).isEqualTo("2022-11-01");
    }

    @Test
    void saysWhatIsNextByWhenByWhomAndByWhichArticle() {
        long id = aDevelopment();

        var next = persons.get(COMMITTEE, "/v1/developments/" + id).json().path("next");

        assertThat(next).hasSize(1);
        assertThat(next.get(0).path("step").asString()).isEqualTo("TALKED");
        assertThat(next.get(0).path("latest").asString()).isEqualTo("2020-04-01");
        assertThat(next.get(0).path("late").asBoolean()).isTrue();
        assertThat(next.get(0).path("article").asString()).isEqualTo("第七条");
        assertThat(next.get(0).path("edition").asString()).isEqualTo("2014");
        assertThat(next.get(0).path("acts").toString()).isEqualTo("[\"SUBJECT\"]");
        assertThat(next.get(0).path("provisional").asBoolean()).isFalse();
    }

    @Test
    void refusesWithTheArticle() {
        long id = aDevelopment();

        var early = take(BRANCH, id, "ACTIVIST", "2020-03-02");

        assertThat(early.problem()).isEqualTo("step.out-of-order");
        assertThat(early.json().path("detail").asString()).contains("第八条").contains("党组织派人谈话");
        upToTheVote(id);
        var few = take(BRANCH, id, "ADMISSION_VOTED", "2021-11-01", "vote", vote(10, 5, 5, 9));
        assertThat(few.problem()).isEqualTo("step.no-quorum");
        assertThat(few.json().path("detail").asString()).contains("第二十一条").contains("10");
        assertThat(take(BRANCH, id, "FORM_FILLED", "2999-01-01").problem()).isEqualTo("development.day-ahead");
        assertThat(take(BRANCH, id, "WITHDRAWN", "2021-11-01").problem()).isEqualTo("development.not-a-step");
    }

    @Test
    void oneWayAtATime() {
        long member = anApplicant();
        assertThat(begin(BRANCH, member).status()).isEqualTo(201);

        assertThat(begin(BRANCH, member).problem()).isEqualTo("development.open");
        assertThat(begin(BRANCH, introducers.getFirst()).problem()).isEqualTo("development.not-coming");
        assertThat(begin(COMMITTEE, anApplicant()).problem()).isEqualTo("development.not-yours");
    }

    /** His file says so already; it is not told twice. */
    @Test
    void whoWasRegisteredHalfWayGetsNoEventTwice() {
        var body = Persons.applicant("虚构积极分子");
        body.put("appliedOn", "2020-03-01");
        body.put("activistOn", "2020-09-01");
        long member = Persons.id(persons.register(BRANCH, body));
        long id = begin(BRANCH, member).json().path("id").asLong();
        int before = persons.file(BRANCH, member).json().path("events").size();

        taken(BRANCH, id, "TALKED", "2020-03-20");
        taken(BRANCH, id, "ACTIVIST", "2020-09-01");

        assertThat(persons.file(BRANCH, member).json().path("events")).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource({"TALKED, 2020-03-20, 1111", "TALKED, 2020-03-20, 111", "ACTIVIST_RECORDED, 2020-09-10, 11111"})
    void aStepIsInOneHand(String step, String day, long who) {
        long id = aDevelopment();
        if (!step.equals("TALKED")) {
            taken(BRANCH, id, "TALKED", "2020-03-20");
            taken(BRANCH, id, "ACTIVIST", "2020-09-01");
        }

        assertThat(take(who, id, step, day).problem()).isEqualTo("development.not-yours");
    }

    @Test
    void contactsAreFullMembersThatTheBranchSees() {
        long id = aDevelopment();
        taken(BRANCH, id, "TALKED", "2020-03-20");
        taken(BRANCH, id, "ACTIVIST", "2020-09-01");
        taken(COMMITTEE, id, "ACTIVIST_RECORDED", "2020-09-10");
        long elsewhere = persons.member(Province.OTHER_VILLAGE, "外县党员");

        for (long other : List.of(anApplicant(), elsewhere, 987_654_321L)) {
            assertThat(take(BRANCH, id, "CONTACTS_NAMED", "2020-09-10", "people", List.of(other))
                            .problem())
                    .isEqualTo("development.not-full-member");
        }
    }

    @Test
    void hisWayGoesAlongToTheUnitThatHeComesTo() {
        long id = aDevelopment();
        taken(BRANCH, id, "TALKED", "2020-03-20");
        var member = new MemberId(persons.get(BRANCH, "/v1/developments/" + id)
                .json()
                .path("member")
                .asLong());

        transaction.executeWithoutResult(status -> standings.record(
                List.of(Happening.arrived(member, new UnitId(Province.SECOND_VILLAGE), LocalDate.of(2020, 6, 1))),
                "account:1",
                Instant.now()));

        assertThat(persons.get(BRANCH, "/v1/developments/" + id).status()).isEqualTo(404);
        assertThat(take(BRANCH, id, "ACTIVIST", "2020-09-01").status()).isEqualTo(404);
        assertThat(taken(Province.SECOND_VILLAGE, id, "ACTIVIST", "2020-09-01").path("steps"))
                .hasSize(3);
    }

    @Test
    void theListShowsWhatIsDueAndNothingOfOtherCounties() {
        long id = aDevelopment();

        var due = persons.get(Province.COUNTY, "/v1/developments?due=2020-04-01");

        assertThat(due.json().path("items").valueStream().map(one -> one.path("id")
                        .asLong()))
                .contains(id);
        assertThat(due.json().at("/items/0/late").asBoolean()).isTrue();
        assertThat(persons.get(Province.COUNTY, "/v1/developments?due=2020-03-31")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("id").asLong()))
                .doesNotContain(id);
        for (long who : List.of(Province.OTHER_COUNTY, Province.SIBLING_COUNTY, Province.SECOND_VILLAGE)) {
            assertThat(persons.get(who, "/v1/developments").json().path("items"))
                    .isEmpty();
            assertThat(persons.get(who, "/v1/developments/" + id).status()).isEqualTo(404);
            assertThat(take(who, id, "TALKED", "2020-03-20").status()).isEqualTo(404);
        }
    }
}
