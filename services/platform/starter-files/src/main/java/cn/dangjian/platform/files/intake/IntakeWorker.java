package cn.dangjian.platform.files.intake;

import cn.dangjian.platform.files.form.Forms;
import cn.dangjian.platform.files.queue.Lease;
import cn.dangjian.platform.files.queue.Worker;
import cn.dangjian.platform.sheets.BusyException;
import cn.dangjian.platform.web.problem.ProblemException;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Applies files that wait. */
@Component
class IntakeWorker extends Worker<Intake> {

    private final IntakeTable intakes;
    private final RowTable rows;
    private final ReadUpload readUpload;
    private final ApplyRows applyRows;
    private final Forms forms;

    IntakeWorker(
            IntakeTable intakes,
            RowTable rows,
            ReadUpload readUpload,
            ApplyRows applyRows,
            Forms forms,
            IntakeSettings settings) {
        super("intake-worker", settings.poll());
        this.intakes = intakes;
        this.rows = rows;
        this.readUpload = readUpload;
        this.applyRows = applyRows;
        this.forms = forms;
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
        var upload = lease.work().uploadId();
        if (upload != null && lease.work().rowsRead() == 0 && !isRead(lease, upload)) return true;
        boolean more = true;
        int atOnce = forms.get(lease.work().what()).atOnce();
        while (more && isRunning()) more = apply(lease, atOnce);
        return !more;
    }

    /** Of rows that the database does not take, the first is found by halves. */
    private boolean apply(Lease<Intake> lease, int most) {
        try {
            return applyRows.apply(lease, most);
        } catch (DuplicateKeyException e) {
            throw e;
        } catch (DataIntegrityViolationException e) {
            return most == 1 ? applyRows.reject(lease) : apply(lease, most / 2);
        }
    }

    /** Whether an upload is what it should be. */
    private boolean isRead(Lease<Intake> lease, long upload) {
        try {
            readUpload.read(lease, upload);
            return true;
        } catch (BusyException e) {
            throw e;
        } catch (ProblemException e) {
            readUpload.refuse(lease, upload, e);
            return false;
        }
    }

    /** A file that was refused has no lease any more that could end. */
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
        rows.forgetApplied(lease.id());
    }

    /**
     * Two requests may enter the same unit at once: the next try sees the one that was faster. Files that are being read make
     * room.
     */
    @Override
    protected boolean isPassing(RuntimeException e) {
        return e instanceof DuplicateKeyException || e instanceof BusyException || super.isPassing(e);
    }

    /** The file last: what is left of it after a kill is found by it. */
    @Override
    protected boolean tidy() {
        var found = intakes.findOld();
        found.ifPresent(intake -> {
            rows.forget(intake.id());
            readUpload.forget(intake);
            intakes.forget(intake.id());
        });
        return found.isPresent();
    }
}
