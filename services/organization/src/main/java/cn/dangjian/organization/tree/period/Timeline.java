package cn.dangjian.organization.tree.period;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One unit over time: periods without gaps and without overlaps, from its first day for ever. Changes give the next
 * value; those of the past reach as far as what they change was still the same.
 */
public final class Timeline {

    private final List<Period> periods;

    Timeline(List<Period> periods) {
        if (periods.isEmpty()) throw new IllegalArgumentException("A unit without a day");
        this.periods = List.copyOf(periods);
    }

    /** A unit that begins with this period. */
    public static Timeline beginning(Period first) {
        return new Timeline(List.of(first.between(first.from(), Period.FOREVER)));
    }

    public UnitId unit() {
        return first().unit();
    }

    public List<Period> periods() {
        return periods;
    }

    public Period first() {
        return periods.getFirst();
    }

    public Period last() {
        return periods.getLast();
    }

    /** What it is on a day; empty before its first. */
    public Optional<Period> at(LocalDate day) {
        return periods.stream().filter(period -> period.contains(day)).findFirst();
    }

    /** Whether it exists on a day. */
    public boolean existsOn(LocalDate day) {
        return at(day).filter(period -> !period.ended()).isPresent();
    }

    /** Whether it exists on every day from one to the day before another. */
    public boolean existsThrough(LocalDate from, LocalDate to) {
        return existsOn(from) && !to.isAfter(end());
    }

    /** The first day on which it does not exist any more; {@link Period#FOREVER} if none is known. */
    public LocalDate end() {
        return periods.stream()
                .filter(Period::ended)
                .map(Period::from)
                .findFirst()
                .orElse(Period.FOREVER);
    }

    /** How long what it is on a day stays the same in one respect: the first day on which it is something else. */
    public LocalDate sameUntil(LocalDate day, Function<Period, ?> respect) {
        var same = at(day).map(respect);
        return periods.stream()
                .filter(period -> period.to().isAfter(day))
                .dropWhile(period -> Objects.equals(Optional.ofNullable(respect.apply(period)), same))
                .map(Period::from)
                .findFirst()
                .orElse(Period.FOREVER);
    }

    /**
     * Changes one respect from a day on, up to the day on which something else changed it.
     *
     * @throws IllegalArgumentException if it did not exist on the day
     */
    public Timeline with(LocalDate on, Approval approval, Function<Period, ?> respect, UnaryOperator<Period> change) {
        requireDay(on);
        var until = sameUntil(on, respect);
        var next = new ArrayList<Period>();
        for (var period : periods) {
            if (!period.to().isAfter(on) || !period.from().isBefore(until)) {
                next.add(period);
            } else if (period.from().isBefore(on)) {
                next.add(period.between(period.from(), on));
                next.add(change.apply(period.between(on, period.to())).because(approval));
            } else {
                var changed = change.apply(period);
                next.add(period.from().equals(on) ? changed.because(approval) : changed);
            }
        }
        return new Timeline(next);
    }

    /**
     * Ends it on a day, for ever; nothing may have been decided for later days.
     *
     * @throws IllegalArgumentException if it did not exist on the day
     */
    public Timeline end(LocalDate on, Approval approval) {
        requireDay(on);
        var next = new ArrayList<Period>();
        for (var period : periods) {
            if (period.from().isBefore(on)) next.add(period.between(period.from(), min(period.to(), on)));
        }
        var last = at(on).orElseThrow();
        next.add(last.between(on, Period.FOREVER).ended(approval));
        return new Timeline(next);
    }

    /** Whether anything was decided for a day after this one. */
    public boolean changesAfter(LocalDate day) {
        return last().from().isAfter(day);
    }

    private void requireDay(LocalDate day) {
        if (!existsOn(day)) throw new IllegalArgumentException("Unit " + unit().value() + " does not exist on " + day);
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Timeline timeline && timeline.periods.equals(periods);
    }

    @Override
    public int hashCode() {
        return periods.hashCode();
    }

    @Override
    public String toString() {
        return "Timeline" + periods;
    }
}
