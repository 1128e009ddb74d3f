package cn.dangjian.organization.tree.hanging;

import cn.dangjian.organization.tree.announcement.UnitsMade;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the rooms which units have ended or moved; an heir that has ended since hands on what it has got. */
@Component
class FollowUnits implements UnitsMade {

    private final DepartureTable table;
    private final List<Hanging> rooms;

    FollowUnits(DepartureTable table, List<Hanging> rooms) {
        this.table = table;
        this.rooms = rooms;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void made(List<Unit> units) {
        var all = departures(
                units.stream().filter(Unit::isAbolished).map(Unit::id).toList());
        var days = new TreeMap<LocalDate, List<Departure>>();
        all.forEach(
                one -> days.computeIfAbsent(one.day(), day -> new ArrayList<>()).add(one));
        days.values().forEach(this::end);
        // a unit of which this is the first version has not been anywhere else
        var moved = table.listMoved(units.stream()
                .filter(unit -> !unit.isAbolished() && unit.version() > 1)
                .map(Unit::id)
                .toList());
        if (all.isEmpty() && moved.isEmpty()) return;
        table.saveRemovals(moved, all);
        rooms.forEach(Hanging::unitsMoved);
        table.deleteRemovals();
    }

    /** With those that followed: of heirs, and of units above, that have ended themselves by now. */
    private Collection<Departure> departures(List<UnitId> units) {
        var known = new HashMap<UnitId, Departure>();
        var asked = new HashSet<UnitId>();
        var next = List.copyOf(units);
        while (!next.isEmpty()) {
            asked.addAll(next);
            var found = table.list(next);
            found.forEach(one -> known.put(one.unit(), one));
            next = found.stream()
                    .flatMap(Departure::after)
                    .filter(unit -> !asked.contains(unit))
                    .distinct()
                    .toList();
        }
        return known.values();
    }

    private void end(List<Departure> ofOneDay) {
        var gone = new HashMap<UnitId, Departure>();
        ofOneDay.forEach(one -> gone.put(one.unit(), one));
        var ended = ofOneDay.stream()
                .map(one -> one.followedBy(heir(one, gone), next(one, gone)))
                .toList();
        table.saveDepartures(ended);
        rooms.forEach(room -> room.unitsEnded(ended));
        table.deleteDepartures();
    }

    /** The heir that there is on the day: one that ends on it, too, hands on at once. */
    private static @Nullable UnitId heir(Departure departure, Map<UnitId, Departure> gone) {
        var heir = departure.heir();
        while (heir != null && gone.containsKey(heir)) heir = gone.get(heir).heir();
        return heir;
    }

    /** The unit that there is on the day, and has what nobody else takes: the same of units above that end on it, too. */
    private static @Nullable UnitId next(Departure departure, Map<UnitId, Departure> gone) {
        var next = departure.next();
        while (next != null && gone.containsKey(next)) next = gone.get(next).next();
        return next;
    }
}
