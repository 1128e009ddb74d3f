package cn.dangjian.member.care.handling;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.care.handling.Handling.Grounds;
import cn.dangjian.member.care.handling.Handling.Measure;
import cn.dangjian.member.care.handling.Handling.State;
import cn.dangjian.platform.cases.Hand;
import cn.dangjian.platform.cases.Move.Say;
import cn.dangjian.platform.directory.Tier;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HandlingTest {

    @ParameterizedTest
    @CsvSource({
        "20, 20, 11, true,  true,  true",
        "20, 20, 10, true,  true,  false",
        "21, 11, 11, true,  true,  true",
        "21, 11, 10, true,  true,  false",
        "20, 10, 10, true,  false, false",
        "20, 11, 11, true,  true,  true",
        "1,  1,  1,  true,  true,  true",
        "1,  0,  0,  true,  false, false",
        "20, 21, 11, false, true,  true",
        "20, 11, 12, false, true,  true",
    })
    void takesMoreThanHalfOfAllWhoMayVote(
            int entitled, int present, int yes, boolean possible, boolean quorate, boolean passed) {
        var ballot = new Ballot(entitled, present, yes);

        assertThat(ballot.isPossible()).isEqualTo(possible);
        assertThat(ballot.isQuorate(50)).isEqualTo(quorate);
        assertThat(ballot.isPassed(50)).isEqualTo(passed);
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void everyMeasureIsApprovedOneTierUpByAnotherPersonWithADocument(Measure measure) {
        var move = measure.approval().move();

        assertThat(move.from()).containsExactly(State.VOTED);
        assertThat(move.hands()).containsExactly(Hand.above(Tier.TOWNSHIP));
        assertThat(move.says()).contains(Say.DAY, Say.DOCUMENT);
        assertThat(move.apart()).contains("PROPOSED", "VOTED");
    }

    @Test
    void whoDecidedHearsNoAppeal() {
        for (var step : EnumSet.of(HandlingStep.APPEAL_DENIED, HandlingStep.APPEAL_GRANTED, HandlingStep.LIFTED)) {
            assertThat(step.move().hands()).as(step.name()).containsExactly(Hand.above(Tier.COUNTY));
            assertThat(step.move().apart()).as(step.name()).contains("PROPOSED", "VOTED");
        }
    }

    @Test
    void threeGroundsAreCountedEachByItself() {
        assertThat(EnumSet.allOf(Grounds.class).stream().filter(Grounds::isCounted))
                .containsExactly(Grounds.NOT_ATTENDING, Grounds.NOT_PAYING, Grounds.NOT_WORKING);
    }

    @Test
    void endsInOneOfFourWays() {
        assertThat(EnumSet.allOf(State.class).stream().filter(HandlingStep.KIND::isLast))
                .containsExactly(State.CORRECTED, State.PERSUADED, State.REMOVED, State.DROPPED);
    }
}
