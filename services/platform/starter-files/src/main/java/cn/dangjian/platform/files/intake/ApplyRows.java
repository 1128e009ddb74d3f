package cn.dangjian.platform.files.intake;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.files.form.Form.Judged;
import cn.dangjian.platform.files.form.Form.Row;
import cn.dangjian.platform.files.form.Forms;
import cn.dangjian.platform.files.intake.IntakeTable.Counts;
import cn.dangjian.platform.files.intake.RowTable.Waiting;
import cn.dangjian.platform.files.queue.Lease;
import cn.dangjian.platform.sheets.Rejection;
import cn.dangjian.platform.web.caller.AccessVersions;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.problem.ProblemException;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** 逐批处理: applies the next rows of a file, by what its sender may do and see now; their figures are stored with them. */
@Service
class ApplyRows {

    private final IntakeTable intakes;
    private final RowTable rows;
    private final Forms forms;
    private final Directory directory;
    private final AccessVersions access;

    ApplyRows(IntakeTable intakes, RowTable rows, Forms forms, Directory directory, AccessVersions access) {
        this.intakes = intakes;
        this.rows = rows;
        this.forms = forms;
        this.directory = directory;
        this.access = access;
    }

    /**
     * Whether there were any. What a room reads behind its own lock is what the one before has committed, although rows
     * were read before.
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    boolean apply(Lease<Intake> lease, int most) {
        return judge(lease, most, (intake, batch) -> {
            if (isOver(intake)) return new Judged(refuseAll(batch, "intake.sender-changed"));
            if (!isKnown(intake.caller())) return new Judged(refuseAll(batch, "caller.unit-unknown"));
            return forms.get(intake.what()).take(batch, intake.order(some -> rows.read(intake.id(), some)));
        });
    }

    /** Rejects the next row: the database does not take it, and the others are not lost with it. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    boolean reject(Lease<Intake> lease) {
        return judge(lease, 1, (intake, batch) -> new Judged(refuseAll(batch, "intake.not-stored")));
    }

    private boolean judge(Lease<Intake> lease, int most, BiFunction<Intake, List<Row>, Judged> judge) {
        intakes.hold(lease, Counts.NONE);
        var intake = lease.work();
        long id = intake.id();
        var batch = rows.waiting(id, most);
        if (batch.isEmpty()) return false;

        var judged = judge.apply(intake, batch.stream().map(Waiting::row).toList());
        int rejected = judged.rejections().size();
        int unchanged = judged.unchanged().size();
        rows.judged(id, batch.getLast(), judged.rejections());
        intakes.hold(lease, new Counts(batch.size() - rejected - unchanged, unchanged, rejected));
        return true;
    }

    /** As his token would be refused now: in the name of somebody who has lost his post nothing more is done. */
    private boolean isOver(Intake intake) {
        var version = intake.accessVersion();
        return version != null && access.isSuperseded(intake.caller().account(), version);
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

    private static List<Rejection> refuseAll(List<Row> batch, String why) {
        return batch.stream().map(row -> Rejection.of(row.line(), "", why)).toList();
    }
}
