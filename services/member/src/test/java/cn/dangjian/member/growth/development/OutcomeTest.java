package cn.dangjian.member.growth.development;

import static cn.dangjian.member.growth.Walk.vote;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.person.standing.EventKind;
import cn.dangjian.member.person.standing.Happening;
import cn.dangjian.member.person.standing.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a step, or the whole way, can end otherwise. */
class OutcomeTest extends Developments {

    @Test
    void whoFailsInTheVoteWaitsHalfAYear() {
        long id = aDevelopment();
        upToTheVote(id);

        var failed = taken(BRANCH, id, "ADMISSION_VOTED", "2021-11-01", "vote", vote(9, 9, 0, 4));

        assertThat(failed.at("/steps/14/outcome").asString()).isEqualTo("FAILED");
        assertThat(failed.at("/next/0/earliest").asString()).isEqualTo("2022-05-01");
        assertThat(take(BRANCH, id, "ADMISSION_VOTED", "2022-04-30", "vote", vote(9, 9, 0, 9))
                        .problem())
                .isEqualTo("step.too-soon-again");
        taken(BRANCH, id, "ADMISSION_VOTED", "2022-05-01", "vote", vote(9, 9, 0, 9));
    }

    @Test
    void whatTheCommitteeDoesNotApproveIsVotedOnAgain() {
        long id = aDevelopment();
        upToTheVote(id);
        taken(BRANCH, id, "ADMISSION_VOTED", "2021-11-01", "vote", vote(9, 9, 0, 9));
        taken(COMMITTEE, id, "TALKED_BEFORE_APPROVAL", "2021-11-10");

        var refused = taken(COMMITTEE, id, "ADMISSION_APPROVED", "2021-12-01", "outcome", "FAILED");

        assertThat(refused.path("state").asString()).isEqualTo("ADMISSION");
        assertThat(next(refused)).containsExactly("ADMISSION_VOTED");
        assertThat(file(id).path("status").asString()).isEqualTo("OBJECT");
    }

    @Test
    void probationIsExtendedOnce() {
        long id = aDevelopment();
        upToTheLastVote(id);
        taken(BRANCH, id, "FULL_VOTED", "2022-11-03", "vote", vote(9, 9, 0, 9), "outcome", "EXTENDED", "months", 6);

        var extended = taken(COMMITTEE, id, "FULL_APPROVED", "2022-11-20");

        assertThat(extended.path("state").asString()).isEqualTo("PROBATION");
        assertThat(file(id).path("status").asString()).isEqualTo("PROBATIONARY");
        taken(BRANCH, id, "FULL_ASKED", "2023-04-20");
        assertThat(take(BRANCH, id, "FULL_VOTED", "2023-04-30", "vote", vote(9, 9, 0, 9))
                        .problem())
                .isEqualTo("step.too-early");
        taken(BRANCH, id, "FULL_VOTED", "2023-05-01", "vote", vote(9, 9, 0, 9));
        taken(COMMITTEE, id, "FULL_APPROVED", "2023-05-20");
        assertThat(file(id).path("since").asString()).isEqualTo("2023-05-01");
    }

    @Test
    void probationIsCancelledByAVoteThatTheCommitteeApproves() {
        long id = aDevelopment();
        upToTheLastVote(id);
        taken(BRANCH, id, "FULL_VOTED", "2022-11-03", "vote", vote(9, 9, 0, 9), "outcome", "CANCELLED");

        var cancelled = taken(COMMITTEE, id, "FULL_APPROVED", "2022-11-20");

        assertThat(cancelled.path("state").asString()).isEqualTo("CANCELLED");
        assertThat(cancelled.path("next")).isEmpty();
        assertThat(file(id).path("status").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void anObjectionIsWrittenDownAndAnsweredOnce() {
        long id = aDevelopment();
        taken(BRANCH, id, "TALKED", "2020-03-20");
        taken(BRANCH, id, "ACTIVIST", "2020-09-01");
        var path = "/v1/developments/" + id + "/objections";

        var objected = persons.post(COMMITTEE, path, Map.of("day", "2020-10-01", "text", "来信反映一事"));

        assertThat(objected.status()).as(objected.toString()).isEqualTo(200);
        long objection = objected.json().at("/objections/0/id").asLong();
        var answer = Map.of("answer", "经核实不属实");
        assertThat(persons.post(BRANCH, path + "/" + objection + "/answer", answer)
                        .json()
                        .at("/objections/0/answer")
                        .asString())
                .isEqualTo("经核实不属实");
        assertThat(persons.post(BRANCH, path + "/" + objection + "/answer", answer)
                        .problem())
                .isEqualTo("development.answered");
        assertThat(persons.post(BRANCH, path + "/0/answer", answer).problem())
                .isEqualTo("development.no-such-objection");
    }

    @Test
    void whoIsNotTakenAlongAnyMoreIsDroppedWithAReason() {
        long id = aDevelopment();

        var over = persons.post(BRANCH, "/v1/developments/" + id + "/withdrawal", Map.of("reason", "本人申请终止"));

        assertThat(over.json().path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(file(id).path("status").asString()).isEqualTo("DROPPED");
        assertThat(take(BRANCH, id, "TALKED", "2020-03-20").problem()).isEqualTo("development.wrong-state");
    }

    @Test
    void ofWhoeverHasDiedTheWayIsOnlyClosed() {
        long id = aDevelopment();
        taken(BRANCH, id, "TALKED", "2020-03-20");
        var member = new MemberId(persons.get(BRANCH, "/v1/developments/" + id)
                .json()
                .path("member")
                .asLong());
        transaction.executeWithoutResult(status -> standings.record(
                List.of(Happening.of(member, EventKind.DIED, LocalDate.of(2020, 5, 1))), "account:1", Instant.now()));

        assertThat(take(BRANCH, id, "ACTIVIST", "2020-09-01").problem()).isEqualTo("development.gone");
        assertThat(persons.post(BRANCH, "/v1/developments/" + id + "/withdrawal", Map.of("reason", "本人去世"))
                        .status())
                .isEqualTo(200);
        assertThat(file(id).path("status").asString()).isEqualTo("DIED");
    }

    @Test
    void howAnActivistWasFoundIsSaidOfHimOnly() {
        long id = aDevelopment();

        assertThat(take(BRANCH, id, "TALKED", "2020-03-20", "recommended", "PUBLIC")
                        .problem())
                .isEqualTo("development.not-recommended");
        taken(BRANCH, id, "TALKED", "2020-03-20");
        var chosen = taken(BRANCH, id, "ACTIVIST", "2020-09-01", "recommended", "PUBLIC");
        assertThat(chosen.at("/steps/2/recommended").asString()).isEqualTo("PUBLIC");
    }
}
