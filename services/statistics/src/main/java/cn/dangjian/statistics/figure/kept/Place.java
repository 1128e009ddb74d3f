package cn.dangjian.statistics.figure.kept;

import cn.dangjian.statistics.place.TreePath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit stands at the end of each of some months.
 *
 * @param from the first of these months
 * @param to the first month after them
 * @param last whether it stands nowhere else later
 * @param sort what the unit is, as it is known now
 */
public record Place(LocalDate from, LocalDate to, String path, boolean last, Sort sort) {

    /**
     * By what the values of a unit are counted beside where it stands.
     *
     * @param kind empty while it is not known
     */
    public record Sort(String kind, String domain) {}

    /** A unit that has moved to a path. */
    public record Move(LocalDate on, String path) {}

    /**
     * The places of a unit, month by month: of several in one month the last one counts.
     *
     * @param moves in order; the first one is where it was established
     * @param path where it stands now
     * @param ended the day on which it is no more; null while it is
     */
    public static List<Place> of(List<Move> moves, String path, @Nullable LocalDate ended, Sort sort) {
        var end = ended == null ? Months.FOREVER : Months.of(ended);
        var places = new ArrayList<Place>();
        var from = Months.ALWAYS;
        for (int i = 0; i < moves.size(); i++) {
            boolean last = i + 1 == moves.size();
            var to = last ? end : Months.earlier(end, Months.of(moves.get(i + 1).on()));
            if (from.isBefore(to)) places.add(new Place(from, to, moves.get(i).path(), false, sort));
            from = Months.later(from, to);
        }
        if (places.isEmpty()) places.add(new Place(Months.ALWAYS, end, path, false, sort));
        var latest = places.removeLast();
        places.add(new Place(latest.from(), latest.to(), latest.path(), true, sort));
        return List.copyOf(places);
    }

    /** Whether what happens in a month happens here: also what happens after the unit has ended. */
    boolean holds(LocalDate month) {
        return !month.isBefore(from) && (last || month.isBefore(to));
    }

    /**
     * Whether a sum of a unit is kept, in each month, with the one below which the unit stood.
     *
     * @param kept by whom it stood below, with which month it grew
     */
    static boolean areKeptRight(List<Place> stays, Map<Long, TreeMap<LocalDate, Long>> kept, boolean flow) {
        var months = new TreeSet<LocalDate>();
        stays.forEach(stay -> months.add(stay.from()));
        kept.values().forEach(grown -> months.addAll(grown.keySet()));
        var sums = new HashMap<Long, Long>();
        for (var month : months) {
            kept.forEach((parent, grown) -> sums.merge(
                    parent, grown.getOrDefault(month, 0L), (sum, value) -> flow ? value : Long.sum(sum, value)));
            long whole = sums.values().stream().mapToLong(Long::longValue).sum();
            for (var sum : sums.entrySet())
                if (sum.getValue() != (isBelow(sum.getKey(), month, stays) ? whole : 0)) return false;
        }
        return true;
    }

    private static boolean isBelow(long parent, LocalDate month, List<Place> stays) {
        return stays.stream().anyMatch(stay -> stay.holds(month) && TreePath.parentUnit(stay.path()) == parent);
    }
}
