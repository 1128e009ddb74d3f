package cn.dangjian.assessment.score.scoring;

import static java.util.stream.Collectors.groupingBy;

import cn.dangjian.assessment.fact.measure.ObjectKind;
import cn.dangjian.assessment.fact.place.StayTable;
import cn.dangjian.assessment.fact.place.StayTable.Stay;
import cn.dangjian.assessment.scheme.content.Domain;
import cn.dangjian.assessment.scheme.frame.Scheme;
import cn.dangjian.assessment.scheme.frame.SchemeTable;
import cn.dangjian.platform.directory.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says by which scheme a unit is scored on a day: of those that hold where it stands, the one of the nearest owner; of one
 * owner's, one for its field of work before one for town or country, and that before one for all.
 */
@Component
public class Placement {

    private final StayTable stays;
    private final SchemeTable schemes;

    Placement(StayTable stays, SchemeTable schemes) {
        this.stays = stays;
        this.schemes = schemes;
    }

    /** A scheme, and all places where its owner has stood. */
    private record Held(Scheme scheme, List<String> paths) {

        /** How near the owner is to a unit at this path; nothing if he is not above it. */
        int nearness(String path) {
            return paths.stream()
                    .filter(path::startsWith)
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
        }
    }

    private record Placed(PartStay stay, Scheme scheme) {}

    /**
     * The stays of some units from the first day of a year until a day, each one's first first. Units that are scored by
     * nothing have none.
     */
    public List<PartStay> of(Collection<Long> units, int year, LocalDate day) {
        var held = held(year);
        if (held.isEmpty()) return List.of();
        var placed = new ArrayList<PartStay>();
        for (var one :
                stays.list(units).stream().collect(groupingBy(Stay::unit)).values())
            placed.addAll(parts(one, held, LocalDate.of(year, 1, 1), day));
        return placed;
    }

    private List<Held> held(int year) {
        var published = schemes.listPublished(year);
        if (published.isEmpty()) return List.of();
        Map<Long, List<Stay>> owners = stays
                .list(published.stream().map(Scheme::unitId).distinct().toList())
                .stream()
                .collect(groupingBy(Stay::unit));
        return published.stream()
                .map(scheme -> new Held(
                        scheme,
                        owners.getOrDefault(scheme.unitId(), List.of()).stream()
                                .map(Stay::path)
                                .toList()))
                .toList();
    }

    private static List<PartStay> parts(List<Stay> stays, List<Held> held, LocalDate first, LocalDate day) {
        var placed = new ArrayList<Placed>();
        for (var stay : stays) {
            var from = stay.fromOn().isBefore(first) ? first : stay.fromOn();
            var upto = stay.toOn().isAfter(day) ? day.plusDays(1) : stay.toOn();
            if (!from.isBefore(upto)) continue;
            var scheme = scheme(stay, held, upto.minusDays(1)).orElse(null);
            if (scheme == null) continue;
            placed.add(
                    new Placed(new PartStay(stay.unit(), from, from, upto, stay.path(), scheme.id(), 1, ""), scheme));
        }
        return joined(placed);
    }

    /** Stays of one scheme's owner, one behind the other, are one part; the version of its last day scores all of it. */
    private static List<PartStay> joined(List<Placed> placed) {
        var parts = new ArrayList<PartStay>();
        int at = 0;
        while (at < placed.size()) {
            int end = at + 1;
            while (end < placed.size() && goesOn(placed.get(end - 1), placed.get(end))) end++;
            var first = placed.get(at).stay().from();
            long scheme = placed.get(end - 1).scheme().id();
            for (int one = at; one < end; one++)
                parts.add(placed.get(one).stay().within(first, scheme, one == end - 1));
            at = end;
        }
        return parts;
    }

    private static boolean goesOn(Placed before, Placed after) {
        return before.stay().upto().equals(after.stay().from())
                && before.scheme().isVersionOf(after.scheme());
    }

    private static Optional<Scheme> scheme(Stay stay, List<Held> held, LocalDate day) {
        var object = ObjectKind.of(Tier.valueOf(stay.tier()), stay.kind()).orElse(null);
        return held.stream()
                .filter(each -> fits(each.scheme(), object, stay) && counts(each.scheme(), day))
                .filter(each -> each.nearness(stay.path()) > 0 && each.scheme().unitId() != stay.unit())
                .max(Comparator.<Held>comparingInt(each -> each.nearness(stay.path()))
                        .thenComparingInt(each -> narrowness(each.scheme().domain()))
                        .thenComparingLong(each -> each.scheme().id()))
                .map(Held::scheme);
    }

    private static int narrowness(@Nullable Domain domain) {
        return domain == null ? 0 : domain.narrowness();
    }

    private static boolean fits(Scheme scheme, @Nullable ObjectKind object, Stay stay) {
        return scheme.object() == object
                && (scheme.domain() == null || scheme.domain().holds(stay.kind(), stay.domain()));
    }

    private static boolean counts(Scheme scheme, LocalDate day) {
        var to = scheme.toOn();
        return !Objects.requireNonNull(scheme.fromOn()).isAfter(day) && (to == null || to.isAfter(day));
    }

    /** Schemes that count from a day after one and until another one. */
    List<Scheme> listBegun(LocalDate after, LocalDate until) {
        return schemes.listPublished(until.getYear()).stream()
                .filter(scheme -> {
                    var from = Objects.requireNonNull(scheme.fromOn());
                    return from.isAfter(after) && !from.isAfter(until);
                })
                .toList();
    }
}
