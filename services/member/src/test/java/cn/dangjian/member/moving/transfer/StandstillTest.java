package cn.dangjian.member.moving.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.person.standing.EventKind;
import cn.dangjian.member.person.standing.Happening;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Standings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever was stopped or is lost cannot be transferred; what is under way stands still until people end it. */
class StandstillTest extends Moves {

    private static final String ARTICLE = "第二十四条";

    @Autowired
    Standings standings;

    @Autowired
    TransactionTemplate transaction;

    private void happens(long member, EventKind kind, int daysAgo) {
        var happening = Happening.of(new MemberId(member), kind, TODAY.minusDays(daysAgo));
        transaction.executeWithoutResult(status -> standings.record(List.of(happening), "account:1", Instant.now()));
    }

    @ParameterizedTest
    @CsvSource({"STOPPED, transfer.member-stopped", "LOST, transfer.member-lost"})
    void isNotAskedForWithTheArticle(EventKind kind, String problem) {
        long member = persons.member(ORIGIN, "停一");
        happens(member, kind, 9);

        var answer = ask(ORIGIN, member, to(DESTINATION));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.json().path("detail").asString()).contains(ARTICLE);
    }

    @ParameterizedTest
    @CsvSource({"STOPPED, transfer.member-stopped", "LOST, transfer.member-lost", "DIED, transfer.member-out"})
    void whatIsUnderWayGoesNoFurther(EventKind kind, String problem) {
        long member = persons.member(ORIGIN, "停二");
        long asked = asked(member);
        long other = persons.member(ORIGIN, "停三");
        long approved = approved(other);
        long third = persons.member(ORIGIN, "停四");
        long lettered = lettered(third);
        long fourth = persons.member(ORIGIN, "停五");
        long admitted = admitted(fourth);
        for (long each : List.of(member, other, third, fourth)) happens(each, kind, 0);

        assertThat(step(ABOVE_ORIGIN, asked, "approval", Map.of()).problem()).isEqualTo(problem);
        assertThat(step(ABOVE_ORIGIN, approved, "letter", said("letter")).problem())
                .isEqualTo(problem);
        assertThat(step(ABOVE_ORIGIN, lettered, "prolongation", said("prolongation"))
                        .problem())
                .isEqualTo(problem);
        assertThat(step(ABOVE_DESTINATION, lettered, "admission", Map.of()).problem())
                .isEqualTo(problem);
        assertThat(step(DESTINATION, admitted, "acceptance", Map.of()).problem())
                .isEqualTo(problem);
        assertThat(arrivals(fourth)).isEqualTo(1);
    }

    @Test
    void eitherSideEndsIt() {
        long member = persons.member(ORIGIN, "停六");
        long asked = asked(member);
        long other = persons.member(ORIGIN, "停七");
        long admitted = admitted(other);
        for (long each : List.of(member, other)) happens(each, EventKind.STOPPED, 0);

        assertThat(taken(ORIGIN, asked, "revocation", said("revocation"))
                        .at("/transfer/state")
                        .asString())
                .isEqualTo("REVOKED");
        assertThat(taken(DESTINATION, admitted, "return", said("return"))
                        .at("/transfer/state")
                        .asString())
                .isEqualTo("RETURNED");
        assertThat(step(ORIGIN, admitted, "correction", said("correction")).problem())
                .isEqualTo("transfer.member-stopped");
    }

    @Test
    void goesOnWithWhoeverWasRestored() {
        long member = persons.member(ORIGIN, "停八");
        long id = admitted(member);
        happens(member, EventKind.STOPPED, 9);

        happens(member, EventKind.RESTORED, 8);

        taken(DESTINATION, id, "acceptance", Map.of());
        assertThat(standing(DESTINATION, member, TODAY, "status")).isEqualTo("FULL");
    }
}
