package cn.dangjian.identity.post;

import cn.dangjian.identity.organization.UnitRegister;
import cn.dangjian.identity.organization.UnitRegister.Answer;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Unit;
import java.time.Duration;
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

    Outcome confirm(long unit) {
        var known = directory.named(List.of(unit));
        if (!known.isEmpty()) return known(known.getFirst());
        return switch (register.ask(unit)) {
            case Answer.Confirmed(var id, var code) -> new Outcome.Confirmed(id, code);
            case Answer.Unknown() -> new Outcome.Unknown();
            case Answer.Unconfirmed(var retryAfter) -> new Outcome.Unconfirmed(retryAfter);
        };
    }

    private static Outcome known(Unit unit) {
        return unit.isAbolished()
                ? new Outcome.Unknown()
                : new Outcome.Confirmed(unit.id().value(), unit.code());
    }

    sealed interface Outcome {
        record Confirmed(long unit, String code) implements Outcome {}

        record Unknown() implements Outcome {}

        record Unconfirmed(Duration retryAfter) implements Outcome {}
    }
}
