package cn.dangjian.identity.post;

import cn.dangjian.identity.organization.UnitRegister;
import cn.dangjian.identity.organization.UnitRegister.Answer;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.web.problem.Problem;
import cn.dangjian.platform.web.problem.ProblemException;
import java.util.List;
import org.springframework.stereotype.Service;

/** Makes sure that a unit is there: from memory, or else by asking organization; never inside a transaction. */
@Service
class ConfirmUnit {

    private final Directory directory;
    private final UnitRegister register;

    ConfirmUnit(Directory directory, UnitRegister register) {
        this.directory = directory;
        this.register = register;
    }

    Confirmed confirm(long unit) {
        var known = directory.named(List.of(unit));
        if (!known.isEmpty()) return known(known.getFirst());

        return switch (register.ask(unit)) {
            case Answer.Confirmed(var id, var code) -> new Confirmed(id, code);
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
