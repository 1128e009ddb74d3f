package cn.dangjian.member.care.lost;

import cn.dangjian.platform.rules.book.Rulebook;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.stereotype.Component;

/** From which day on what may be proposed (党员教育管理工作条例 第二十四条, R-17). */
@Component
class Deadlines {

    private static final String STOP = "lost.stop.months";
    private static final String REMOVE = "lost.remove.years";

    private final Rulebook rulebook;

    Deadlines(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** @param source where it is written */
    record Deadline(LocalDate earliest, String source) {

        /** The day with the same number so many months later; the last of the month where it has none. */
        static Deadline after(LocalDate day, Period time, String source) {
            return new Deadline(day.plus(time), source);
        }
    }

    /** For stopping a membership. */
    Deadline stop(LocalDate lastContact, String path, LocalDate today) {
        var rules = rulebook.on(today);
        return Deadline.after(lastContact, Period.ofMonths(rules.number(STOP, path)), rules.source(STOP, path));
    }

    /** For removing somebody whose membership was stopped. */
    Deadline remove(LocalDate stopped, String path, LocalDate today) {
        var rules = rulebook.on(today);
        return Deadline.after(stopped, Period.ofYears(rules.number(REMOVE, path)), rules.source(REMOVE, path));
    }
}
