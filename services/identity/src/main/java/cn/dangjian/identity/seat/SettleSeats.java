package cn.dangjian.identity.seat;

import cn.dangjian.identity.post.Post;
import cn.dangjian.identity.post.PostObserver;
import cn.dangjian.platform.directory.UnitObserver;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 待开通: keeps on each seat whether it waits for access, so that a province where nearly nobody does has its few shown at
 * once. In the transaction of whatever changes it: the seat, the posts of its person, its unit; its end, a job sees.
 */
@Service
class SettleSeats implements PostObserver, UnitObserver {

    private static final int CHUNK = 500;

    private final SeatRepository seats;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SettleSeats(SeatRepository seats, TransactionTemplate transaction, Clock clock) {
        this.seats = seats;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void settle(Collection<Long> changed) {
        if (!changed.isEmpty()) seats.settle(changed, today());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void postsChanged(Collection<Long> posts) {
        settle(seats.lockOfPosts(posts));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void unitsChanged(List<Change> changes) {
        seats.settleAt(
                changes.stream().map(change -> change.after().id().value()).toList(), today());
    }

    /** Not in time for midnight, and need not be: who reads leaves out what is over. */
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    @SchedulerLock(name = "settle-seats")
    void settleOver() {
        while (Boolean.TRUE.equals(transaction.execute(status -> settleSome()))) {
            // one chunk after the other, so that no transaction grows long
        }
    }

    private boolean settleSome() {
        var over = seats.listWaitingOver(today(), CHUNK);
        settle(over);
        return !over.isEmpty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Post.CHINA);
    }
}
