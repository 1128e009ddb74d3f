package cn.dangjian.identity.post;

import cn.dangjian.identity.organization.Registered;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.neighbours.Answer;
import cn.dangjian.platform.neighbours.Neighbour;
import cn.dangjian.platform.web.problem.Problem;
import cn.dangjian.platform.web.problem.ProblemException;
import java.util.List;
import org.springframework.stereotype.Service;

/** Makes sure that a unit is there: from memory, or else by asking organization; never inside a transaction. */
@Service
class ConfirmUnit {

    private final Directory directory;
    private final Neighbour<Long, Registered> organization;

    ConfirmUnit(Directory directory, Neighbour<Long, Registered> organization) {
        this.directory = directory;
        this.organization = organization;
    }

    Confirmed confirm(long unit) {
        var known = directory.named(List.of(unit));
        if (!known.isEmpty()) return known(known.getFirst());

        return switch (organization.ask(unit)) {
            case Answer.Confirmed(var found) -> new Confirmed(found.id(), found.code());
            case Answer.Unknown() -> throw PostRefusal.UNIT_UNKNOWN.with(unit);
            case Answer.Unconfirmed(var retryAfter) ->
                throw new ProblemException(new Problem(PostRefusal.UNIT_UNCONFIRMED).retryAfter(retryAfter));
        };
    }

    private static Confirmed known(Unit unit) {
        if (unit.isAbolished() || unit.isHeading())
            throw PostRefusal.UNIT_UNKNOWN.with(unit.id().value());
        return new Confirmed(unit.id().value(), unit.code());
    }

    record Confirmed(long unit, String code) {}
}
