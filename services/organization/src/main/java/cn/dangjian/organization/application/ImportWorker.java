package cn.dangjian.organization.application;

import cn.dangjian.organization.imports.Applications;
import cn.dangjian.organization.imports.FileTable;
import cn.dangjian.organization.imports.ImportSettings;
import cn.dangjian.organization.imports.ImportTable;
import cn.dangjian.organization.imports.ImportTable.LeaseLostException;
import cn.dangjian.organization.imports.Lease;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Applies queued imports, one at a time, also those that a dead process has left half done. */
@Component
class ImportWorker implements Applications, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ImportTable imports;
    private final FileTable files;
    private final StagingTable staging;
    private final ApplyImport applyImport;
    private final ImportSettings settings;
    private final Semaphore signal = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean running;

    ImportWorker(
            ImportTable imports,
            FileTable files,
            StagingTable staging,
            ApplyImport applyImport,
            ImportSettings settings) {
        this.imports = imports;
        this.files = files;
        this.staging = staging;
        this.applyImport = applyImport;
        this.settings = settings;
    }

    @Override
    public void wake() {
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
            var lease = imports.claim();
            lease.ifPresent(this::apply);
            return lease.isPresent() || forgetAbandoned();
        } catch (RuntimeException e) {
            log.warn("Imports wait: {}", e.toString());
            return false;
        }
    }

    private void apply(Lease lease) {
        long id = lease.imported().id();
        try {
            applyImport.apply(lease);
            imports.done(lease);
            forget(id);
        } catch (LeaseLostException e) {
            log.info("{}", e.getMessage());
        } catch (RuntimeException e) {
            if (!running || isPassing(e)) {
                imports.release(lease);
                throw e;
            }
            log.error("Import {} stopped", id, e);
            imports.failed(lease);
        }
    }

    /** Faults after which trying again makes sense: the database was away, or somebody else was faster. */
    private static boolean isPassing(RuntimeException e) {
        return e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof DataAccessResourceFailureException
                || e instanceof CannotCreateTransactionException
                || e instanceof TransactionSystemException;
    }

    private boolean forgetAbandoned() {
        var found = imports.forgetAbandoned();
        found.ifPresent(this::forget);
        return found.isPresent();
    }

    private void forget(long id) {
        files.forgetBytes(id);
        staging.forgetRows(id);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("import-worker").daemon().start(this::loop);
    }

    /** Waits for an import at work, but not long: what is not committed is taken up again by whoever comes next. */
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
