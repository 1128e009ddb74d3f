package cn.dangjian.notification.delivery;

import cn.dangjian.notification.task.DispatchRegister;
import cn.dangjian.notification.task.DispatchRegister.Answer;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.problem.Problem;
import cn.dangjian.platform.web.problem.ProblemException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who sees a ledger in which nobody of his is: the unit that dispatched, and those above it. Of a dispatch that has not been
 * heard of here yet task is asked; never inside a transaction.
 */
@Component
class Issuers {

    private final LedgerQueries ledgers;
    private final DispatchRegister register;
    private final Directory directory;

    Issuers(LedgerQueries ledgers, DispatchRegister register, Directory directory) {
        this.ledgers = ledgers;
        this.register = register;
        this.directory = directory;
    }

    void refuseOthers(long dispatch, Scope scope) {
        var issuer = ledgers.findIssuer(dispatch).or(() -> ask(dispatch)).orElseThrow(LedgerRefusal.UNKNOWN);
        LedgerRefusal.UNKNOWN.when(directory.find(issuer, scope).isEmpty());
    }

    private Optional<UnitId> ask(long dispatch) {
        return switch (register.ask(dispatch)) {
            case Answer.Confirmed(var issued) -> Optional.of(new UnitId(issued.issuer()));
            case Answer.Unknown() -> Optional.empty();
            case Answer.Unconfirmed(var retryAfter) ->
                throw new ProblemException(new Problem(LedgerRefusal.UNCONFIRMED).retryAfter(retryAfter));
        };
    }
}
