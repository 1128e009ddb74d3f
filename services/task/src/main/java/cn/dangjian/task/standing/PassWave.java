package cn.dangjian.task.standing;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.task.assignment.MoveAssignment;
import cn.dangjian.task.dispatch.DispatchTask;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 一波: forwards some of what waits, and is one transaction. */
@Service
class PassWave {

    private final QueueTable queue;
    private final DispatchTask dispatchTask;
    private final MoveAssignment assignments;
    private final WaveSettings settings;
    private final Days days;

    PassWave(
            QueueTable queue, DispatchTask dispatchTask, MoveAssignment assignments, WaveSettings settings, Days days) {
        this.queue = queue;
        this.dispatchTask = dispatchTask;
        this.assignments = assignments;
        this.settings = settings;
        this.days = days;
    }

    /** Whether anything waited. What its unit has taken in hand itself, or whose instruction was ended, is left to the unit. */
    @Transactional
    boolean pass() {
        var taken = queue.take(settings.wave());
        if (taken.isEmpty()) return false;
        var now = days.now();
        var passable = assignments.passable(taken);
        var due = passable.isEmpty() ? passable : queue.listDue(passable, now);
        if (!due.isEmpty()) {
            var passedOn = dispatchTask.passOn(due, now);
            if (!passedOn.isEmpty()) assignments.passedOn(passedOn, now);
        }
        queue.done(taken);
        return true;
    }
}
