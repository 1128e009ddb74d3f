package cn.dangjian.organization.files.decision;

import cn.dangjian.platform.files.intake.IntakeSettings;
import cn.dangjian.platform.files.queue.Lease;
import cn.dangjian.platform.files.queue.Worker;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Works off decisions that wait. */
@Component
class DecisionWorker extends Worker<Decision> {

    private final DecisionTable decisions;
    private final DecideNext decideNext;

    DecisionWorker(DecisionTable decisions, DecideNext decideNext, IntakeSettings settings) {
        super("decision-worker", settings.poll());
        this.decisions = decisions;
        this.decideNext = decideNext;
    }

    @TransactionalEventListener
    void queued(QueueDecision.Queued queued) {
        wake();
    }

    @Override
    protected Optional<Lease<Decision>> claim() {
        return decisions.claim();
    }

    @Override
    protected boolean work(Lease<Decision> lease) {
        boolean more = true;
        while (more && isRunning()) more = decideNext.decide(lease);
        return !more;
    }

    @Override
    protected void done(Lease<Decision> lease) {
        decisions.end(lease, Decision.State.DONE);
    }

    @Override
    protected void release(Lease<Decision> lease) {
        decisions.end(lease, Decision.State.WAITING);
    }

    @Override
    protected void failed(Lease<Decision> lease) {
        decisions.end(lease, Decision.State.FAILED);
    }

    @Override
    protected boolean tidy() {
        return decisions.forget();
    }
}
