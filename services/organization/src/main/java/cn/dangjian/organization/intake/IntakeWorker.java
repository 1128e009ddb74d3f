package cn.dangjian.organization.intake;

import cn.dangjian.organization.intake.IntakeTable.Lease;
import cn.dangjian.organization.intake.IntakeTable.LeaseLostException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.event.TransactionalEventListener;

/** Applies files that wait, one at a time, also those that a dead process has left half done. */
@Component
class IntakeWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IntakeWorker.class);

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final IntakeTable intakes;
    private final RowTable rows;
    private final ApplyRows applyRows;
    private final IntakeSettings settings;
    private final Semaphore signal = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean running;

    IntakeWorker(IntakeTable intakes, RowTable rows, ApplyRows applyRows, IntakeSettings settings) {
        this.intakes = intakes;
        this.rows = rows;
        this.applyRows = applyRows;
        this.settings = settings;
    }

    @TransactionalEventListener
    void received(ReceiveFile.Received received) {
        wake();
    }

    void wake() {
        signal.release();
    }

    private void loop() {
        while (running) {
            try {
                if (!round() && signal.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    signal.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Whether there was something to do. */
    private boolean round() {
        try {
            var lease = intakes.claim();
            lease.ifPresent(this::apply);
            return lease.isPresent() || forget();
        } catch (RuntimeException e) {
            log.warn("Intakes wait: {}", e.toString());
            return false;
        }
    }

    private void apply(Lease lease) {
        long id = lease.intake().id();
        try {
            boolean more = true;
            while (more && running) more = applyRows.apply(lease);
            intakes.end(lease, more ? Intake.State.WAITING : Intake.State.DONE);
            if (!more) rows.forgetApplied(id);
        } catch (LeaseLostException e) {
            log.info("{}", e.getMessage());
        } catch (RuntimeException e) {
            if (!running || isPassing(e)) {
                intakes.end(lease, Intake.State.WAITING);
                throw e;
            }
            log.error("Intake {} stopped", id, e);
            intakes.end(lease, Intake.State.FAILED);
        }
    }

    /** Faults after which trying again makes sense: the database was away, or somebody else was faster. */
    private static boolean isPassing(RuntimeException e) {
        return e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof DataAccessResourceFailureException
                || e instanceof DuplicateKeyException
                || e instanceof CannotCreateTransactionException
                || e instanceof TransactionSystemException;
    }

    private boolean forget() {
        var found = intakes.forget();
        found.ifPresent(rows::forget);
        return found.isPresent();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("intake-worker").daemon().start(this::loop);
    }

    /** Waits for the rows at work, but not long: what is not committed is taken up again by whoever comes next. */
    @Override
    public void stop() {
        running = false;
        wake();
        var working = thread;
        if (working == null) return;
        try {
            working.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
