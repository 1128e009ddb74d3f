package cn.dangjian.organization.tree.projection;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 可见范围: other rooms ask here whom a caller may ask about as of a day: what he sees now, and what lay there then. */
@Component
public class Sight {

    private final DayTable places;
    private final Directory directory;

    Sight(DayTable places, Directory directory) {
        this.places = places;
        this.directory = directory;
    }

    /** Also one that exists no more, or lies elsewhere now; empty if the caller sees it neither way. No heading is one. */
    public Optional<Unit> find(UnitId id, LocalDate day, Desk desk) {
        return desk.known(id)
                .or(() -> places.find(id, day)
                        .filter(then -> desk.scope().contains(then.path()))
                        .flatMap(then ->
                                directory.named(List.of(id.value())).stream().findFirst()))
                .filter(unit -> !unit.isHeading());
    }

    /** Whether a unit is there on a day that is not before its first. */
    public static boolean isThere(Unit unit, LocalDate day) {
        return unit.validTo() == null || day.isBefore(unit.validTo());
    }
}
