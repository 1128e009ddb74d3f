package cn.dangjian.organization.files.intake;

import cn.dangjian.organization.queue.Lease;
import cn.dangjian.organization.queue.Worker;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Applies files that wait. */
@Component
class IntakeWorker extends Worker<Intake> {

    private final IntakeTable intakes;
    private final RowTable rows;
    private final ApplyRows applyRows;

    IntakeWorker(IntakeTable intakes, RowTable rows, ApplyRows applyRows, IntakeSettings settings) {
        super("intake-worker", settings.poll());
        this.intakes = intakes;
        this.rows = rows;
        this.applyRows = applyRows;
    }

    @TransactionalEventListener
    void received(ReceiveFile.Received received) {
        wake();
    }

    @Override
    protected Optional<Lease<Intake>> claim() {
        return intakes.claim();
    }

    @Override
    protected boolean work(Lease<Intake> lease) {
        boolean more = true;
        while (more && isRunning()) more = applyRows.apply(lease);
        return !more;
    }

    @Override
    protected void done(Lease<Intake> lease) {
        intakes.end(lease, Intake.State.DONE);
        rows.forgetApplied(lease.id());
    }

    @Override
    protected void release(Lease<Intake> lease) {
        intakes.end(lease, Intake.State.WAITING);
    }

    @Override
    protected void failed(Lease<Intake> lease) {
        intakes.end(lease, Intake.State.FAILED);
    }

    /** Two requests may enter the same unit at once: the next try sees the one that was faster. */
    @Override
    protected boolean isPassing(RuntimeException e) {
        return e instanceof DuplicateKeyException || super.isPassing(e);
    }

    @Override
    protected boolean tidy() {
        var found = intakes.forget();
        found.ifPresent(rows::forget);
        return found.isPresent();
    }
}
