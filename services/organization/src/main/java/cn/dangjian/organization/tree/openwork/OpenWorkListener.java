package cn.dangjian.organization.tree.openwork;

import cn.dangjian.organization.tree.openwork.OpenWorkTable.Work;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears what units are asked to do; the rows are the same whatever order the events come in and however often. */
@Component
class OpenWorkListener {

    /** Also what goes on with another assignment, or with nobody. */
    private static final Set<String> FINISHED = Set.of("APPROVED", "WITHDRAWN", "MERGED", "CLOSED");

    private final OpenWorkTable work;

    OpenWorkListener(OpenWorkTable work) {
        this.work = work;
    }

    record Addressed(List<Assignment> assignments) {
        record Assignment(long id, long unit) {}
    }

    /**
     * @param fromUnit the unit that was addressed, if another one has it now
     * @param reopened whether it was finished and goes on again
     */
    record Changed(
            long assignment,
            long unit,
            String state,
            @Nullable Long fromUnit,
            @Nullable Boolean reopened) {

        private boolean saysSomething() {
            return isFinished() || fromUnit != null || Boolean.TRUE.equals(reopened);
        }

        private boolean isFinished() {
            return FINISHED.contains(state);
        }
    }

    @Hears(value = "task.addressed.v1", order = Order.OWN)
    void onAddressed(List<Event<Addressed>> events) {
        work.save(events.stream()
                .flatMap(event -> event.data().assignments().stream())
                .map(assignment -> new Work(assignment.id(), assignment.unit(), false, 0))
                .toList());
    }

    @Hears(value = "task.assignment-changed.v1", order = Order.OWN)
    void onChanged(List<Event<Changed>> events) {
        work.save(events.stream()
                .filter(event -> event.data().saysSomething())
                .map(OpenWorkListener::work)
                .toList());
    }

    private static Work work(Event<Changed> event) {
        var changed = event.data();
        return new Work(changed.assignment(), changed.unit(), changed.isFinished(), event.version());
    }
}
