package cn.dangjian.notification.delivery;

import cn.dangjian.notification.task.Issued;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.neighbours.Answer;
import cn.dangjian.platform.neighbours.Neighbour;
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
    private final Neighbour<Long, Issued> task;
    private final Directory directory;

    Issuers(LedgerQueries ledgers, Neighbour<Long, Issued> task, Directory directory) {
        this.ledgers = ledgers;
        this.task = task;
        this.directory = directory;
    }

    void refuseOthers(long dispatch, Scope scope) {
        var issuer = ledgers.findIssuer(dispatch).or(() -> ask(dispatch)).orElseThrow(LedgerRefusal.UNKNOWN);
        LedgerRefusal.UNKNOWN.when(directory.find(issuer, scope).isEmpty());
    }

    private Optional<UnitId> ask(long dispatch) {
        return switch (task.ask(dispatch)) {
            case Answer.Confirmed(var issued) -> Optional.of(new UnitId(issued.issuer()));
            case Answer.Unknown() -> Optional.empty();
            case Answer.Unconfirmed(var retryAfter) ->
                throw new ProblemException(new Problem(LedgerRefusal.UNCONFIRMED).retryAfter(retryAfter));
        };
    }
}
