package cn.dangjian.platform.rules.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * 工作日历: Monday to Friday, but for statutory holidays and for what the notices say that are known now. For one
 * question, or many that belong together; not for keeping.
 */
public final class WorkingCalendar {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Map<Integer, Notice> notices;
    private final IntFunction<Iterable<LocalDate>> statutory;
    private final Map<Integer, Set<LocalDate>> holidays = new HashMap<>();

    WorkingCalendar(Map<Integer, Notice> notices, IntFunction<Iterable<LocalDate>> statutory) {
        this.notices = notices;
        this.statutory = statutory;
    }

    /** Whether a day is worked on, as far as is known. */
    public boolean isWorking(LocalDate day) {
        var notice = notices.get(day.getYear());
        boolean usual = !WEEKEND.contains(day.getDayOfWeek()) && !isStatutory(day);
        return notice == null ? usual : notice.days().getOrDefault(day, usual);
    }

    private boolean isStatutory(LocalDate day) {
        return holidays.computeIfAbsent(day.getYear(), year -> {
                    var days = new HashSet<LocalDate>();
                    statutory.apply(year).forEach(days::add);
                    return days;
                })
                .contains(day);
    }

    /** Whether the notices of all years of a period are known; what is counted of another one is provisional. */
    public boolean isWhole(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear()).allMatch(year -> {
            var notice = notices.get(year);
            return notice != null && notice.whole();
        });
    }

    /** How many days of a period are worked on, its first and last one included. */
    public int count(LocalDate from, LocalDate to) {
        return (int) from.datesUntil(to.plusDays(1)).filter(this::isWorking).count();
    }

    /** The working day that so many working days after a day has passed; the day itself does not count. */
    public LocalDate after(LocalDate day, int workingDays) {
        var last = day;
        for (int left = workingDays; left > 0; ) {
            last = last.plusDays(1);
            if (isWorking(last)) left--;
        }
        return last;
    }
}
