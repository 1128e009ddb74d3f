package cn.dangjian.organization.people.election;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.people.election.Election.Candidate;
import cn.dangjian.organization.people.election.Election.Meeting;
import cn.dangjian.organization.people.election.Election.Seats;
import cn.dangjian.organization.tree.rule.Posts;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.testkit.ServiceTest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The boundaries of the rules of elections. */
@ServiceTest
class CheckTest {

    private static final LocalDate HELD = LocalDate.of(2026, 1, 9);
    private static final Unit VILLAGE = new Unit(
            new UnitId(9), 8L, "x", "虚构村", Tier.VILLAGE, "VILLAGE_ORGANIZATION", "RURAL", "zzzzz", 1, HELD, null, null);

    @Autowired
    Rulebook rulebook;

    @Autowired
    Posts posts;

    private Check check(Election election, String rule) {
        return Check.of(election, VILLAGE, rulebook.on(HELD), posts).stream()
                .filter(check -> check.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static Election aMeeting(int entitled, int present, int ballots) {
        return election(Meeting.MEMBERS, false, entitled, null, present, ballots, 1, anElected(ballots));
    }

    private static List<Candidate> anElected(int votes) {
        return List.of(new Candidate("SECRETARY", 1, "虚构甲", null, votes, true, false));
    }

    private static Election election(
            Meeting meeting,
            boolean scattered,
            int members,
            @Nullable Integer delegates,
            int present,
            int ballots,
            int seats,
            List<Candidate> candidates) {
        return new Election(
                1,
                HELD,
                meeting,
                scattered,
                members,
                members,
                0,
                delegates,
                present,
                ballots,
                List.of(new Seats(candidates.getFirst().post(), seats)),
                candidates);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 79, false",
        "100, 80, true",
        "5, 4, true",
        "6, 4, false",
        "6, 5, true",
        "3, 2, false",
        "0, 0, false"
    })
    void fourFifthsOfThoseEntitledHaveToCome(int entitled, int present, boolean fulfilled) {
        assertThat(check(aMeeting(entitled, present, present), "election.quorum.percent")
                        .fulfilled())
                .isEqualTo(fulfilled);
    }

    @Test
    void whoseRightsAreSuspendedIsNotCounted() {
        var election = new Election(
                1,
                HELD,
                Meeting.MEMBERS,
                false,
                120,
                105,
                5,
                null,
                80,
                80,
                List.of(new Seats("SECRETARY", 1)),
                anElected(80));

        assertThat(election.entitled()).isEqualTo(100);
        assertThat(check(election, "election.quorum.percent").fulfilled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "MEMBERS,   false, 499, true",
        "MEMBERS,   false, 500, true",
        "DELEGATES, false, 499, false",
        "DELEGATES, false, 500, true",
        "DELEGATES, true,  120, true"
    })
    void delegatesMeetFromFiveHundredMembersOnOrWhereTheyLiveApart(
            Meeting meeting, boolean scattered, int members, boolean fulfilled) {
        Integer delegates = meeting == Meeting.DELEGATES ? 100 : null;
        var election = election(meeting, scattered, members, delegates, 80, 80, 1, anElected(80));

        assertThat(check(election, "formation.delegates.members.min").fulfilled())
                .isEqualTo(fulfilled);
    }

    @ParameterizedTest
    @CsvSource({"5, 5, false", "5, 6, true", "6, 7, false", "6, 8, true", "3, 3, false", "3, 4, true", "1, 2, true"})
    void moreCandidatesThanSeatsAreAskedFor(int seats, int standing, boolean fulfilled) {
        var candidates = IntStream.rangeClosed(1, standing)
                .mapToObj(i -> new Candidate("MEMBER", i, "虚构" + i, null, 50, false, false))
                .toList();
        var election = election(Meeting.MEMBERS, false, 100, null, 90, 90, seats, candidates);

        assertThat(check(election, "election.surplus.percent").fulfilled()).isEqualTo(fulfilled);
    }

    @Test
    void theSecretaryMayStandAlone() {
        assertThat(Check.of(aMeeting(100, 90, 90), VILLAGE, rulebook.on(HELD), posts))
                .noneMatch(check -> check.rule().equals("election.surplus.percent"))
                .allSatisfy(check -> assertThat(check.source()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({"80, 40, false", "80, 41, true", "81, 40, false", "81, 41, true"})
    void overHalfOfThosePresentElect(int present, int votes, boolean fulfilled) {
        var election = election(Meeting.MEMBERS, false, 100, null, present, present, 1, anElected(votes));

        assertThat(check(election, "election.votes.over.percent").fulfilled()).isEqualTo(fulfilled);
    }

    @ParameterizedTest
    @CsvSource({"80, 80, true", "80, 79, true", "80, 81, false"})
    void noMoreBallotsComeBackThanPeopleWere(int present, int ballots, boolean fulfilled) {
        assertThat(check(aMeeting(100, present, ballots), "election.ballots.percent.max")
                        .fulfilled())
                .isEqualTo(fulfilled);
    }

    @ParameterizedTest
    @CsvSource({"60, true, 50, false, true", "50, true, 60, false, false", "60, true, 55, true, false"})
    void theMostVotesWinAndNoMoreThanThereAreSeats(
            int one, boolean oneElected, int other, boolean otherElected, boolean fulfilled) {
        var candidates = List.of(
                new Candidate("MEMBER", 1, "虚构甲", null, one, oneElected, false),
                new Candidate("MEMBER", 2, "虚构乙", null, other, otherElected, false));
        var election = election(Meeting.MEMBERS, false, 100, null, 90, 90, 1, candidates);

        assertThat(check(election, "election.elected.percent.max").fulfilled()).isEqualTo(fulfilled);
    }
}
