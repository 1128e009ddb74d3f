package cn.dangjian.notification.delivery;

import cn.dangjian.notification.delivery.DeliveryRepository.Address;
import cn.dangjian.notification.delivery.DeliveryRepository.Chunk;
import cn.dangjian.notification.notice.TellVerdicts;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears whom a dispatch is addressed to. */
@Component
class AddressedListener {

    private final ExpandDispatches expandDispatches;
    private final TellVerdicts tellVerdicts;

    AddressedListener(ExpandDispatches expandDispatches, TellVerdicts tellVerdicts) {
        this.expandDispatches = expandDispatches;
        this.tellVerdicts = tellVerdicts;
    }

    record Addressed(
            long dispatch,
            String number,
            String title,
            long issuer,
            Instant deadline,
            @Nullable Hierarchy hierarchy,
            int chunk,
            int chunks,
            List<Assignment> assignments) {

        record Assignment(long id, long unit) {}

        Chunk toChunk() {
            return new Chunk(
                    dispatch,
                    number,
                    title,
                    issuer,
                    deadline,
                    hierarchy == null ? Hierarchy.BLOCK : hierarchy,
                    chunk,
                    chunks,
                    assignments.stream()
                            .map(to -> new Address(dispatch, to.unit(), to.id(), 0))
                            .toList());
        }
    }

    @Hears("task.addressed.v1")
    void on(List<Event<Addressed>> events) {
        expandDispatches.expand(
                events.stream().map(event -> event.data().toChunk()).toList());
        tellVerdicts.tellWaiting(
                events.stream().map(event -> event.data().dispatch()).collect(Collectors.toSet()));
    }
}
