package cn.dangjian.task.urge;

import cn.dangjian.platform.rules.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be told of a deadline on a day: the latest step that has been reached. It knows nothing of what was told
 * before, so that a clock that jumps changes nothing.
 *
 * @param steps those that are gone through, with their working days; 0 for those that have none
 */
record Ladder(Map<Step, Integer> steps, WorkingCalendar calendar) {

    /**
     * What is to be told.
     *
     * @param passed earlier steps that a later one makes needless
     */
    record Reached(Step latest, List<Step> passed) {}

    /**
     * @param due the day of the deadline
     * @param issued the day on which it was dispatched: what had been reached by then is not told, for it was dispatched
     * @param over whether the moment of the deadline has passed
     */
    Optional<Reached> reached(LocalDate due, LocalDate issued, LocalDate today, boolean over) {
        var reached = new ArrayList<Step>();
        for (var step : Step.LADDER) if (isReached(step, due, today, over)) reached.add(step);
        if (reached.isEmpty()) return Optional.empty();
        var latest = reached.removeLast();
        boolean new_ = latest.compareTo(Step.DUE) > 0 || !isReached(latest, due, issued, false);
        return new_ ? Optional.of(new Reached(latest, List.copyOf(reached))) : Optional.empty();
    }

    private boolean isReached(Step step, LocalDate due, LocalDate day, boolean over) {
        var working = steps.get(step);
        if (working == null) return false;
        return switch (step) {
            case FIRST, SECOND, THIRD -> !due.isAfter(calendar.after(day, working));
            case DUE -> !due.isAfter(day);
            case OVERDUE -> over;
            case UP -> over && !calendar.after(due, working).isAfter(day);
            case HAND -> false;
        };
    }
}
