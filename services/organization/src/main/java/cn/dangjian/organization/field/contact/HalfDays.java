package cn.dangjian.organization.field.contact;

import cn.dangjian.organization.field.contact.ContactVisitRepository.Stay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** 半天: how visits are counted. */
final class HalfDays {

    private static final int HALVES = 2;

    private HalfDays() {}

    /** Half working days of a period that the stays cover; what is written down twice counts once. */
    static int count(Collection<Stay> stays, LocalDate from, LocalDate to, Predicate<LocalDate> isWorking) {
        var covered = new HashMap<LocalDate, Integer>();
        for (var stay : stays) {
            int left = stay.halves();
            for (var day = stay.day(); left > 0; day = day.plusDays(1), left -= HALVES) {
                covered.merge(day, Math.min(HALVES, left), (a, b) -> Math.min(HALVES, a + b));
            }
        }
        return covered.entrySet().stream()
                .filter(day ->
                        !day.getKey().isBefore(from) && !day.getKey().isAfter(to) && isWorking.test(day.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
