package cn.dangjian.platform.files.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Does work that waits, one piece at a time, also what a dead process has left half done. */
public abstract class Worker<T> implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String name;
    private final Duration poll;
    private final Semaphore signal = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean running;

    /** @param poll how often to look for work that another process left; whoever queues some wakes this one */
    protected Worker(String name, Duration poll) {
        this.name = name;
        this.poll = poll;
    }

    /** The next piece of work. */
    protected abstract Optional<Lease<T>> claim();

    /** All of it; false if the process ends first, and what is left waits for the next one. */
    protected abstract boolean work(Lease<T> lease);

    protected abstract void done(Lease<T> lease);

    protected abstract void release(Lease<T> lease);

    protected abstract void failed(Lease<T> lease);

    /** Forgets something old when there is nothing else to do; whether there was any. */
    protected abstract boolean tidy();

    /** Faults after which trying again makes sense: the database was away, or somebody else was faster. */
    protected boolean isPassing(RuntimeException e) {
        return e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof DataAccessResourceFailureException
                || e instanceof CannotCreateTransactionException
                || e instanceof TransactionSystemException;
    }

    /** Says that there is something to do. */
    public void wake() {
        signal.release();
    }

    private void loop() {
        while (running) {
            try {
                if (!round() && signal.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) signal.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Whether there was something to do. */
    private boolean round() {
        try {
            var lease = claim();
            lease.ifPresent(this::settle);
            return lease.isPresent() || tidy();
        } catch (RuntimeException e) {
            log.warn("{} waits: {}", name, e.toString());
            return false;
        }
    }

    private void settle(Lease<T> lease) {
        try {
            if (work(lease)) done(lease);
            else release(lease);
        } catch (LeaseLostException e) {
            log.info("{}", e.getMessage());
        } catch (RuntimeException e) {
            if (!running || isPassing(e)) {
                release(lease);
                throw e;
            }
            log.error("{} stopped over {}", name, lease.id(), e);
            failed(lease);
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(this::loop);
    }

    /** Waits for what is at work, but not long: what is not committed is taken up again by whoever comes next. */
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
