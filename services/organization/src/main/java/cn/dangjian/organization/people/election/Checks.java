package cn.dangjian.organization.people.election;

import cn.dangjian.organization.people.election.Election.Recorded;
import cn.dangjian.organization.tree.rule.Posts;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.rules.book.Rulebook;
import java.util.List;
import org.springframework.stereotype.Component;

/** Holds elections against the rules of the day on which they were held. */
@Component
class Checks {

    private final Rulebook rulebook;
    private final Posts posts;

    Checks(Rulebook rulebook, Posts posts) {
        this.rulebook = rulebook;
        this.posts = posts;
    }

    List<Check> of(Recorded recorded, Unit unit) {
        var election = recorded.election();
        return Check.of(election, unit, rulebook.on(election.heldOn()), posts);
    }
}
