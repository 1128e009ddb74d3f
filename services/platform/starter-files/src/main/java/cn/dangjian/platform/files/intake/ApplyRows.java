package cn.dangjian.platform.files.intake;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.files.form.Form.Judged;
import cn.dangjian.platform.files.form.Form.Row;
import cn.dangjian.platform.files.form.Forms;
import cn.dangjian.platform.files.intake.IntakeTable.Counts;
import cn.dangjian.platform.files.queue.Lease;
import cn.dangjian.platform.files.sheet.Rejection;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.problem.ProblemException;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** 逐批处理: applies the next rows of a file, by what its sender may do and see now; their figures are stored with them. */
@Service
class ApplyRows {

    private static final int AT_ONCE = 1000;

    private final IntakeTable intakes;
    private final RowTable rows;
    private final Forms forms;
    private final Directory directory;

    ApplyRows(IntakeTable intakes, RowTable rows, Forms forms, Directory directory) {
        this.intakes = intakes;
        this.rows = rows;
        this.forms = forms;
        this.directory = directory;
    }

    /**
     * Whether there were any. What a room reads behind its own lock is what the one before has committed, although rows
     * were read before.
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    boolean apply(Lease<Intake> lease) {
        intakes.hold(lease, Counts.NONE);
        var intake = lease.work();
        long id = intake.id();
        var batch = rows.waiting(id, AT_ONCE);
        if (batch.isEmpty()) return false;

        var judged = isKnown(intake.caller())
                ? forms.get(intake.what()).take(batch, intake.order())
                : new Judged(refuseAll(batch));
        int rejected = judged.rejections().size();
        int unchanged = judged.unchanged().size();
        rows.judged(id, batch.getLast().line(), judged.rejections());
        intakes.hold(lease, new Counts(batch.size() - rejected - unchanged, unchanged, rejected));
        return true;
    }

    /** A sender whose unit has been abolished meanwhile may do nothing any more. */
    private boolean isKnown(Caller caller) {
        try {
            directory.unitOf(caller);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    private static List<Rejection> refuseAll(List<Row> batch) {
        return batch.stream()
                .map(row -> Rejection.of(row.line(), "", "caller.unit-unknown"))
                .toList();
    }
}
