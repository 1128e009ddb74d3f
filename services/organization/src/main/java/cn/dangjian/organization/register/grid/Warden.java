package cn.dangjian.organization.register.grid;

import static cn.dangjian.organization.register.grid.GridRefusal.CLOSED;
import static cn.dangjian.organization.register.grid.GridRefusal.FUTURE;
import static cn.dangjian.organization.register.grid.GridRefusal.NOT_WARDEN;
import static cn.dangjian.organization.register.grid.GridRefusal.TOO_EARLY;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import java.time.LocalDate;

/** Who keeps places, and from when on: a community or above, in its subtree, never ahead. */
final class Warden {

    private Warden() {}

    static void requireOpen(Place place) {
        if (place.isClosed()) throw CLOSED.with(place.name());
    }

    static void require(LocalDate on, LocalDate earliest, Desk desk) {
        NOT_WARDEN.when(desk.isBelow(Tier.VILLAGE));
        if (on.isAfter(desk.today())) throw FUTURE.with(desk.today());
        if (on.isBefore(earliest)) throw TOO_EARLY.with(earliest);
    }
}
