package cn.dangjian.task.urge;

import cn.dangjian.platform.directory.desk.Desk;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A unit switches a step of the ladder off, or on again, for what it has dispatched. */
@Service
class SwitchStep {

    private final LadderTable table;
    private final Ladders ladders;

    SwitchStep(LadderTable table, Ladders ladders) {
        this.table = table;
        this.ladders = ladders;
    }

    record SwitchRequest(@NotNull Boolean on) {}

    @Transactional
    List<Ladders.Rung> turn(Step step, boolean on, Desk desk) {
        UrgeRefusal.NO_STEP.unless(Step.LADDER.contains(step));
        if (on) table.deleteOff(step, desk);
        else table.saveOff(step, desk);
        return ladders.rungs(desk.unit().id().value(), desk.unit().path());
    }
}
