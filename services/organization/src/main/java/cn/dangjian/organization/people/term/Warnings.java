package cn.dangjian.organization.people.term;

import cn.dangjian.platform.rules.book.Rules;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** 届满提醒 (F-08): how many days before the due day people are told, three times. */
public record Warnings(int first, int second, int last) {

    /** What holds at the unit with this path; a province sets it for all its units alike. */
    static Warnings of(Rules rules, String path) {
        return new Warnings(
                rules.number("team.term.warning.first.days", path),
                rules.number("team.term.warning.second.days", path),
                rules.number("team.term.warning.last.days", path));
    }

    /** The warning that counts on a day, in days; null before the first one. */
    public @Nullable Integer of(LocalDate dueOn, LocalDate day) {
        long left = ChronoUnit.DAYS.between(day, dueOn);
        if (left <= last) return last;
        if (left <= second) return second;
        return left <= first ? first : null;
    }
}
