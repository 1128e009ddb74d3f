package cn.dangjian.member.person.affiliation;

import cn.dangjian.member.person.affiliation.AffiliationRepository.Ending;
import cn.dangjian.member.person.affiliation.AffiliationRepository.GoingOn;
import cn.dangjian.member.person.standing.StandingObserver;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whoever is out takes part nowhere any more; whoever comes to another unit is no guest of it, nor of the one that he left
 * (ORG-07). In what lies outside the county to which he has gone he takes part no more either; what is in it, or above it,
 * goes on.
 */
@Component
class FollowAffiliations implements StandingObserver {

    private final AffiliationRepository affiliations;

    FollowAffiliations(AffiliationRepository affiliations) {
        this.affiliations = affiliations;
    }

    /** From one unit to another, from a day on; to none for whoever is out. */
    private record Leaving(@Nullable UnitId from, @Nullable UnitId to, LocalDate on) {}

    @Override
    public void standingsChanged(List<Change> changes) {
        var leaving = new HashMap<Long, Leaving>();
        for (var change : changes)
            leaving(change).ifPresent(one -> leaving.put(change.member().value(), one));
        if (leaving.isEmpty()) return;
        var going = affiliations.list(leaving.keySet());
        if (going.isEmpty()) return;

        var units = new ArrayList<UnitId>();
        for (var one : leaving.values()) {
            if (one.from() != null) units.add(one.from());
            if (one.to() != null) units.add(one.to());
        }
        going.forEach(one -> units.add(one.unit()));
        var areas = affiliations.areas(units);
        var endings = new ArrayList<Ending>();
        for (var one : going) {
            var left = Objects.requireNonNull(leaving.get(one.member()));
            if (!one.toOn().isBefore(left.on()) && ends(one, left, areas))
                endings.add(new Ending(one.id(), lastDay(one, left)));
        }
        affiliations.end(endings);
    }

    private static Optional<Leaving> leaving(Change change) {
        if (change.before().isEmpty()) return Optional.empty();
        var from = change.before().getLast().unitId();
        if (change.wentOut()) {
            return Optional.of(new Leaving(
                    from, null, change.since(period -> period.status().isOut())));
        }
        return change.movedTo().map(to -> new Leaving(from, to, change.since(period -> to.equals(period.unitId()))));
    }

    private static boolean ends(GoingOn one, Leaving left, Map<UnitId, String> areas) {
        if (left.to() == null || one.unit().equals(left.to()) || one.unit().equals(left.from())) return true;
        var there = areas.get(left.to());
        // a part that came out of his unit, of which this service is to hear yet, is where his unit was
        if (there == null || (left.from() != null && there.equals(areas.get(left.from())))) return false;
        return !there.startsWith(areas.getOrDefault(one.unit(), ""));
    }

    /** One that had not begun by then ends as it begins. */
    private static LocalDate lastDay(GoingOn one, Leaving left) {
        var before = left.on().minusDays(1);
        return before.isBefore(one.fromOn()) ? one.fromOn() : before;
    }
}
