package cn.dangjian.dues.roll;

import cn.dangjian.dues.roll.StayTable.Stay;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears who stays at which unit; each event carries all stays of the units that it names. */
@Component
class StayListener {

    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private final StayTable stays;

    StayListener(StayTable stays) {
        this.stays = stays;
    }

    record StaysChanged(List<UnitStays> units) {}

    record UnitStays(long unit, List<ToldStay> stays) {}

    record ToldStay(long member, LocalDate from, @Nullable LocalDate to) {}

    @Hears(value = "member.stays-changed.v1", order = Order.LATEST)
    void on(Event<StaysChanged> event) {
        var units = event.data().units();
        stays.replace(
                units.stream().map(UnitStays::unit).toList(),
                units.stream()
                        .flatMap(unit -> unit.stays().stream().map(stay -> stay(unit.unit(), stay)))
                        .toList());
    }

    private static Stay stay(long unit, ToldStay told) {
        return new Stay(unit, told.member(), told.from(), Objects.requireNonNullElse(told.to(), FOREVER));
    }
}
