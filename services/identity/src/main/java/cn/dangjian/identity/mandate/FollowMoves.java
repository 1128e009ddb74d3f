package cn.dangjian.identity.mandate;

import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.appointment.Appointments;
import cn.dangjian.identity.audit.Actor;
import cn.dangjian.identity.audit.Deed;
import cn.dangjian.identity.audit.Trail;
import cn.dangjian.identity.mandate.MandateRepository.GivenFromAbove;
import cn.dangjian.platform.directory.UnitObserver;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 改隶: a mandate that a unit above gave for a post ends when the post's unit has left it; the new one above gives another, or
 * none. Those that the holder of the post gave go on.
 */
@Component
class FollowMoves implements UnitObserver {

    private static final int AT_ONCE = 1000;

    private final MandateRepository mandates;
    private final Appointments appointments;
    private final Accounts accounts;
    private final Trail trail;

    FollowMoves(MandateRepository mandates, Appointments appointments, Accounts accounts, Trail trail) {
        this.mandates = mandates;
        this.appointments = appointments;
        this.accounts = accounts;
        this.trail = trail;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void unitsChanged(List<Change> changes) {
        var moved = changes.stream()
                .filter(FollowMoves::isMove)
                .map(change -> change.after().id().value())
                .toList();
        for (int from = 0; from < moved.size(); from += AT_ONCE) {
            end(mandates
                    .listGivenFromAbove(
                            moved.subList(from, Math.min(from + AT_ONCE, moved.size())), appointments.today())
                    .stream()
                    .filter(mandate -> !mandate.isBelowItsGiver())
                    .map(GivenFromAbove::id)
                    .toList());
        }
    }

    private static boolean isMove(Change change) {
        var before = change.before();
        return before != null && !before.path().equals(change.after().path());
    }

    private void end(List<Long> left) {
        if (left.isEmpty()) return;
        mandates.endMoved(left);
        accounts.endMandates(left);
        accounts.refreshAccess(mandates.listDeputies(left));
        trail.recordAll(left.stream()
                .map(id -> Deed.change(Actor.PLATFORM, "mandate.moved", "mandate", id, "mandate"))
                .toList());
    }
}
