package cn.dangjian.task.heir;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.task.heir.Estate.Passing;
import cn.dangjian.task.heir.HeirTable.Ended;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 承继: passes what a unit has not finished to its heir, and if that one has ended too, to the last heir at once: whatever
 * order the ends are heard in, the same unit has it.
 */
@Service
class Inherit {

    private final HeirTable table;
    private final Estate estate;

    Inherit(HeirTable table, Estate estate) {
        this.table = table;
        this.estate = estate;
    }

    /** That a unit ended, on whose behalf, and when that was decided. */
    record Decided(Ended ended, String subject, Instant at) {}

    /** All ends are written down before the heirs are looked for: some may be heirs of others. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(List<Decided> ends) {
        if (ends.isEmpty()) return;
        // before anything else: a dispatch that is being addressed to one of them comes first, or not at all
        table.lock(ends.stream().map(end -> end.ended().unit()).toList());
        ends.forEach(end -> table.save(end.ended()));
        ends.forEach(this::pass);
    }

    /** The same of whatever was addressed to units while they ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAgain(List<UnitId> units, Instant now) {
        if (units.isEmpty()) return;
        table.lock(units);
        for (var unit : units)
            table.findEnded(unit).ifPresent(ended -> pass(new Decided(ended, "unit:" + unit.value(), now)));
    }

    private void pass(Decided end) {
        var ended = end.ended();
        var passing =
                new Passing(ended.unit(), lastHeir(ended), ended.day(), ended.document(), end.subject(), end.at());
        int passed = estate.pass(passing);
        if (passed > 0) table.addTo(ended.unit(), passed);
    }

    /** Nobody if the line ends with a unit without an heir. */
    private @Nullable UnitId lastHeir(Ended ended) {
        var seen = new HashSet<UnitId>();
        var heir = ended.heir();
        while (heir != null && seen.add(heir)) {
            Optional<Ended> next = table.findEnded(heir);
            if (next.isEmpty()) return heir;
            heir = next.get().heir();
        }
        return null;
    }
}
