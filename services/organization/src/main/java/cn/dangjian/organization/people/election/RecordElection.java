package cn.dangjian.organization.people.election;

import cn.dangjian.organization.people.election.Election.Recorded;
import cn.dangjian.organization.tree.rule.Posts;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 选举结果报告: a unit, or one above it, writes down what the meeting voted. */
@Service
class RecordElection {

    private static final String PARTY = "PARTY";

    private final ElectionRepository elections;
    private final Posts posts;

    RecordElection(ElectionRepository elections, Posts posts) {
        this.elections = elections;
        this.posts = posts;
    }

    @Transactional
    Outcome record(UnitId id, Election election, Desk desk) {
        var found = desk.find(id);
        if (found.isEmpty()) return new Outcome.NoSuchUnit();
        var unit = found.get();
        var today = desk.today();
        if (election.heldOn().isAfter(today) || election.heldOn().isBefore(today.minusYears(1)))
            return new Outcome.WrongDay();
        if (election.posts().stream().anyMatch(seats -> !isElectedHere(seats, unit))) return new Outcome.WrongPost();
        if (election.contradictsItself()) return new Outcome.Contradictory();

        long recorded = elections.insert(id, election, desk.subject(), desk.now());
        return new Outcome.Done(elections.find(recorded, Scope.own(unit.path())).orElseThrow(), unit);
    }

    /** The members elect the Party's posts; the villagers elect theirs. */
    private boolean isElectedHere(Election.Seats seats, Unit unit) {
        return posts.find(seats.post(), unit.tier())
                .filter(post -> post.body().equals(PARTY))
                .isPresent();
    }

    sealed interface Outcome {
        record Done(Recorded recorded, Unit unit) implements Outcome {}

        record NoSuchUnit() implements Outcome {}

        record WrongDay() implements Outcome {}

        record WrongPost() implements Outcome {}

        record Contradictory() implements Outcome {}
    }
}
