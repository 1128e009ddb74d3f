package cn.dangjian.statistics.figure.kept;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
}
