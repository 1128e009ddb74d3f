package cn.dangjian.statistics.progress;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.neighbours.Answer;
import cn.dangjian.platform.neighbours.Neighbour;
import cn.dangjian.platform.web.problem.Problem;
import cn.dangjian.platform.web.problem.ProblemException;
import cn.dangjian.statistics.dispatch.Dispatch;
import cn.dangjian.statistics.dispatch.DispatchId;
import cn.dangjian.statistics.dispatch.Dispatches;
import cn.dangjian.statistics.place.DayTable.Standing;
import cn.dangjian.statistics.task.Issued;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * What the unit that dispatched sees, and those above it, also while nothing or not all has been heard here. Of a dispatch
 * that was not announced yet task is asked; never inside a transaction.
 */
@Component
class Issuers {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Dispatches dispatches;
    private final Neighbour<Long, Issued> task;
    private final Directory directory;
    private final ProgressQueries progress;

    Issuers(Dispatches dispatches, Neighbour<Long, Issued> task, Directory directory, ProgressQueries progress) {
        this.dispatches = dispatches;
        this.task = task;
        this.directory = directory;
        this.progress = progress;
    }

    /** A dispatch that was announced, whoever asks, or of which task tells those who see its issuer. */
    Dispatch getDispatch(DispatchId id, Scope scope) {
        return dispatches.find(id).orElseGet(() -> ask(id, scope));
    }

    private Dispatch ask(DispatchId id, Scope scope) {
        return switch (task.ask(id.value())) {
            case Answer.Confirmed(var issued) -> {
                var dispatch = dispatch(issued);
                ProgressRefusal.UNKNOWN.unless(isSeen(dispatch, scope));
                yield dispatch;
            }
            case Answer.Unknown() -> throw ProgressRefusal.UNKNOWN.get();
            case Answer.Unconfirmed(var retryAfter) ->
                throw new ProblemException(new Problem(ProgressRefusal.UNCONFIRMED).retryAfter(retryAfter));
        };
    }

    private static Dispatch dispatch(Issued issued) {
        return new Dispatch(
                new DispatchId(issued.id()),
                issued.number(),
                issued.title(),
                new UnitId(issued.issuer()),
                issued.hierarchy(),
                issued.deadline(),
                LocalDate.ofInstant(issued.issuedAt(), BEIJING),
                issued.addressed());
    }

    /** Whether the unit that dispatched is within the scope. */
    boolean isSeen(Dispatch dispatch, Scope scope) {
        return directory.find(dispatch.issuer(), scope).isPresent();
    }

    /** Whether as many units are counted as the dispatch addresses. */
    boolean isComplete(Dispatch dispatch) {
        return progress.countAddressed(dispatch.id()) >= dispatch.announced();
    }

    /**
     * Whether a unit sees the figures of all that was addressed, also of units that have moved away since: the one that
     * dispatched, and those above it, by the hierarchy by which it went down.
     */
    boolean seesWhole(Dispatch dispatch, Standing at, Scope scope) {
        return scope.by() == dispatch.hierarchy() && isAtOrAbove(dispatch, at, scope);
    }

    /**
     * Whether a unit at which nothing is counted is shown all the same: to those who see the issuer, at it and above, and
     * elsewhere until all is counted.
     */
    boolean isShown(Dispatch dispatch, Standing at, Scope scope) {
        return isSeen(dispatch, scope) && (isAtOrAbove(dispatch, at, scope) || !isComplete(dispatch));
    }

    private boolean isAtOrAbove(Dispatch dispatch, Standing at, Scope scope) {
        return directory
                .find(at.id(), scope)
                .map(scope::below)
                .flatMap(below -> directory.find(dispatch.issuer(), below))
                .isPresent();
    }
}
