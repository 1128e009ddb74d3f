package cn.dangjian.member.telling.heir;

import cn.dangjian.member.telling.heir.HeirTable.Part;
import cn.dangjian.member.telling.heir.Inherit.Decided;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears which units ended or were split; heard again, or in another order, it comes to the same. */
@Component
class HeirListener {

    private final Inherit inherit;

    HeirListener(Inherit inherit) {
        this.inherit = inherit;
    }

    /** Of {@code organization.unit-changed.v1} what is about heirs. */
    record UnitChanged(
            long id,
            String code,
            @Nullable MembersTo membersTo,
            @Nullable Origin origin) {}

    record MembersTo(
            long unit,
            LocalDate from,
            @Nullable String document,
            @Nullable List<PartOf> parts) {}

    record PartOf(long unit, String code) {}

    record Origin(long unit, LocalDate from, @Nullable String document) {}

    @Hears(value = "organization.unit-changed.v1", order = Order.OWN)
    void on(List<Event<UnitChanged>> events) {
        var newest = new TreeMap<Long, Event<UnitChanged>>();
        for (var event : events) newest.merge(event.data().id(), event, (a, b) -> a.version() >= b.version() ? a : b);
        newest.values().forEach(this::settle);
    }

    private void settle(Event<UnitChanged> event) {
        var data = event.data();
        var unit = new UnitId(data.id());
        var origin = data.origin();
        if (origin != null)
            inherit.part(
                    new Part(unit, new UnitId(origin.unit()), data.code(), origin.from(), origin.document()),
                    decided(event));
        var to = data.membersTo();
        if (to == null) return;
        for (var part : Objects.requireNonNullElse(to.parts(), List.<PartOf>of()))
            inherit.part(
                    new Part(new UnitId(part.unit()), unit, part.code(), to.from(), to.document()), decided(event));
        inherit.end(
                new HeirTable.Ended(unit, new UnitId(to.unit()), to.from(), to.document()),
                to.parts() != null,
                decided(event));
    }

    private static Decided decided(Event<UnitChanged> event) {
        return new Decided(Objects.requireNonNullElse(event.subject(), "organization"), event.occurredAt());
    }
}
