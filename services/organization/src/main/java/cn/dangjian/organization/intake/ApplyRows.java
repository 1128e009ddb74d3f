package cn.dangjian.organization.intake;

import cn.dangjian.organization.intake.RowTable.Rejection;
import cn.dangjian.organization.intake.RowTable.Row;
import cn.dangjian.organization.queue.Lease;
import cn.dangjian.organization.register.EnterUnits;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 逐批处理: applies the next rows of a file, by what its sender may do and see now; their figures are stored with them. */
@Service
class ApplyRows {

    private static final int AT_ONCE = 1000;

    private final IntakeTable intakes;
    private final RowTable rows;
    private final EnterUnits enterUnits;
    private final Directory directory;

    ApplyRows(IntakeTable intakes, RowTable rows, EnterUnits enterUnits, Directory directory) {
        this.intakes = intakes;
        this.rows = rows;
        this.enterUnits = enterUnits;
        this.directory = directory;
    }

    /** Whether there were any. */
    @Transactional
    boolean apply(Lease<Intake> lease) {
        intakes.hold(lease, 0, 0);
        long id = lease.work().id();
        var batch = rows.waiting(id, AT_ONCE);
        if (batch.isEmpty()) return false;

        var rejections =
                isKnown(lease.work().caller()) ? enter(batch, lease.work().caller()) : refuseAll(batch);
        rows.judged(id, batch.getLast().line(), rejections);
        intakes.hold(lease, batch.size() - rejections.size(), rejections.size());
        return true;
    }

    private List<Rejection> enter(List<Row> batch, Caller caller) {
        var rejections = new ArrayList<Rejection>();
        var lines = new ArrayList<EnterUnits.Line>(batch.size());
        for (var row : batch) {
            switch (RegisterFile.read(row)) {
                case RegisterFile.Read.Good(var line) -> lines.add(line);
                case RegisterFile.Read.Bad(var why) -> rejections.add(why);
            }
        }
        for (var refused : enterUnits.enter(lines, caller)) {
            rejections.add(new Rejection(refused.number(), refused.field(), refused.problem(), refused.value()));
        }
        return rejections;
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
                .map(row -> new Rejection(row.line(), "", "caller.unit-unknown", ""))
                .toList();
    }
}
