package cn.dangjian.task.due;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.rules.calendar.WorkingDays;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** 免打扰: when anybody is told: on working days, from the morning to the evening (NTF-02). */
@Component
public class Hours {

    private final WorkingDays workingDays;
    private final Rulebook rulebook;
    private final Days days;

    Hours(WorkingDays workingDays, Rulebook rulebook, Days days) {
        this.workingDays = workingDays;
        this.rulebook = rulebook;
        this.days = days;
    }

    /** Whether somebody may be told now. */
    public boolean isOpen(Instant now) {
        var today = days.dayOf(now);
        int hour = days.timeOf(now).getHour();
        var rules = rulebook.on(today);
        return hour >= rules.number("task.urge.from.hour", "")
                && hour < rules.number("task.urge.until.hour", "")
                && workingDays.calendar().isWorking(today);
    }
}
