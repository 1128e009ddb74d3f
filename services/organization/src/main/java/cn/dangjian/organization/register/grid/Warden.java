package cn.dangjian.organization.register.grid;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who keeps places, and from when on: a community or above, in its subtree, never ahead. */
@Component
class Warden {

    private final Directory directory;
    private final Days days;

    Warden(Directory directory, Days days) {
        this.directory = directory;
        this.days = days;
    }

    Scope scope(Caller caller) {
        return Scope.subtree(directory.unitOf(caller).path());
    }

    /** A unit that exists within the caller's scope. */
    Optional<Unit> find(long unit, Caller caller) {
        return directory.find(new UnitId(unit), scope(caller)).filter(found -> !found.isAbolished());
    }

    /** Why the caller may keep no places, or not on that day; null if it may. */
    @Nullable
    Refusal refuse(Caller caller, LocalDate on, LocalDate earliest) {
        if (directory.unitOf(caller).tier().compareTo(Tier.VILLAGE) > 0) return new Refusal.NotWarden();
        var today = days.today();
        if (on.isAfter(today)) return new Refusal.Future(today);
        return on.isBefore(earliest) ? new Refusal.TooEarly(earliest) : null;
    }

    PlaceRepository.Said said(Caller caller) {
        return new PlaceRepository.Said(caller.subject(), days.now());
    }
}
