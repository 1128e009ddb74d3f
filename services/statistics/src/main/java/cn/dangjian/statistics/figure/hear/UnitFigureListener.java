package cn.dangjian.statistics.figure.hear;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import cn.dangjian.statistics.figure.kept.FoldUnits;
import cn.dangjian.statistics.figure.kept.FoldUnits.Known;
import cn.dangjian.statistics.figure.kept.Place;
import cn.dangjian.statistics.figure.kept.Place.Move;
import cn.dangjian.statistics.figure.kept.Place.Sort;
import cn.dangjian.statistics.figure.kept.Told.Origin;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears which units there are, and where they have stood. */
@Component
class UnitFigureListener {

    private final FoldUnits foldUnits;

    UnitFigureListener(FoldUnits foldUnits) {
        this.foldUnits = foldUnits;
    }

    /** Of {@code organization.unit-changed.v1}. */
    record UnitChanged(
            long id,
            Tier tier,
            String kind,
            String domain,
            String path,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable List<Stay> places) {}

    record Stay(LocalDate from, String path) {}

    @Hears(value = "organization.unit-changed.v1", order = Order.OWN)
    void on(List<Event<UnitChanged>> events) {
        foldUnits.fold(events.stream().map(UnitFigureListener::known).toList());
    }

    private static Known known(Event<UnitChanged> event) {
        var unit = event.data();
        var stays = unit.places() == null ? List.<Stay>of() : unit.places();
        return new Known(
                unit.id(),
                event.version(),
                Origin.of(event),
                unit.tier(),
                unit.kind(),
                unit.domain(),
                unit.validFrom(),
                Place.of(
                        stays.stream()
                                .map(stay -> new Move(stay.from(), stay.path()))
                                .toList(),
                        unit.path(),
                        unit.validTo(),
                        new Sort(unit.kind(), unit.domain())));
    }
}
