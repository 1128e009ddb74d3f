package cn.dangjian.platform.directory.heir;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.heir.HeirTable.Ended;
import cn.dangjian.platform.directory.heir.Inherit.Decided;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hears which units ended; heard again, or in another order, it comes to the same. */
public class HeirListener {

    private final Inherit inherit;

    HeirListener(Inherit inherit) {
        this.inherit = inherit;
    }

    /** Of {@code organization.unit-changed.v1} what is about the end. */
    public record UnitChanged(
            long id,
            @Nullable LocalDate validTo,
            @Nullable MembersTo membersTo,
            @Nullable Ending ending) {}

    /** The heir of all that a unit had: of a split, the first part. */
    public record MembersTo(long unit, @Nullable String document) {}

    public record Ending(@Nullable String document) {}

    @Hears(value = "organization.unit-changed.v1", order = Order.OWN)
    public void on(List<Event<UnitChanged>> events) {
        var newest = new TreeMap<Long, Event<UnitChanged>>();
        for (var event : events) newest.merge(event.data().id(), event, (a, b) -> a.version() >= b.version() ? a : b);
        inherit.end(newest.values().stream().flatMap(HeirListener::decided).toList());
    }

    private static Stream<Decided> decided(Event<UnitChanged> event) {
        var data = event.data();
        var day = data.validTo();
        if (day == null) return Stream.of();
        var subject = Objects.requireNonNullElse(event.subject(), "organization");
        return Stream.of(new Decided(ended(data, day, event.version()), subject, event.occurredAt()));
    }

    private static Ended ended(UnitChanged data, LocalDate day, long version) {
        var unit = new UnitId(data.id());
        var to = data.membersTo();
        if (to != null) return new Ended(unit, new UnitId(to.unit()), day, to.document(), version);
        var ending = data.ending();
        return new Ended(unit, null, day, ending == null ? null : ending.document(), version);
    }
}
