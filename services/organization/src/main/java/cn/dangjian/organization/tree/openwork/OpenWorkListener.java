package cn.dangjian.organization.tree.openwork;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears what units are asked to do; the rows are the same whatever order the events come in and however often. */
@Component
class OpenWorkListener {

    private static final String FINISHED = "APPROVED";

    private final OpenWorkTable work;

    OpenWorkListener(OpenWorkTable work) {
        this.work = work;
    }

    record Addressed(List<Assignment> assignments) {
        record Assignment(long id, long unit) {}
    }

    record Changed(long assignment, long unit, String state) {}

    @Hears(value = "task.addressed.v1", order = Order.OWN)
    void onAddressed(List<Event<Addressed>> events) {
        work.save(
                events.stream()
                        .flatMap(event -> event.data().assignments().stream())
                        .map(assignment -> new long[] {assignment.id(), assignment.unit()})
                        .toList(),
                false);
    }

    @Hears(value = "task.assignment-changed.v1", order = Order.OWN)
    void onChanged(List<Event<Changed>> events) {
        work.save(
                events.stream()
                        .map(Event::data)
                        .filter(changed -> changed.state().equals(FINISHED))
                        .map(changed -> new long[] {changed.assignment(), changed.unit()})
                        .toList(),
                true);
    }
}
