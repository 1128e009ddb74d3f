package cn.dangjian.organization.people.election;

import static cn.dangjian.organization.people.election.ElectionRefusal.CONTRADICTORY;
import static cn.dangjian.organization.people.election.ElectionRefusal.UNKNOWN;
import static cn.dangjian.organization.people.election.ElectionRefusal.WRONG_DAY;
import static cn.dangjian.organization.people.election.ElectionRefusal.WRONG_POST;

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
    Recorded record(UnitId id, Election election, Desk desk) {
        var unit = desk.find(id).orElseThrow(UNKNOWN);
        WRONG_DAY.when(election.heldOn().isAfter(desk.today()));
        WRONG_DAY.when(election.heldOn().isBefore(desk.today().minusYears(1)));
        WRONG_POST.when(election.posts().stream().anyMatch(seats -> !isElectedHere(seats, unit)));
        CONTRADICTORY.when(election.contradictsItself());

        long recorded = elections.insert(id, election, desk);
        return elections.find(recorded, Scope.own(unit.path())).orElseThrow();
    }

    /** The members elect the Party's posts; the villagers elect theirs. */
    private boolean isElectedHere(Election.Seats seats, Unit unit) {
        return posts.find(seats.post(), unit.tier())
                .filter(post -> post.body().equals(PARTY))
                .isPresent();
    }
}
