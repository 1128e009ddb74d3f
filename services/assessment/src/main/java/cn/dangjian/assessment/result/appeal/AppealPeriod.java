package cn.dangjian.assessment.result.appeal;

import static cn.dangjian.assessment.result.appeal.AppealRefusal.TOO_LATE;

import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** How long a score may be contested: any time while the year is open, and some days after it was frozen. */
@Component
class AppealPeriod {

    private static final String DAYS = "assessment.appeal.days";

    private final AppealRepository appeals;
    private final Rulebook rulebook;
    private final Days days;

    AppealPeriod(AppealRepository appeals, Rulebook rulebook, Days days) {
        this.appeals = appeals;
        this.rulebook = rulebook;
        this.days = days;
    }

    void refuseLate(Unit unit, int year, LocalDate part, Desk desk) {
        var frozen = appeals.frozenAt(unit.id(), year, part);
        if (frozen == null) return;
        var rules = rulebook.on(desk.today());
        int most = rules.number(DAYS, unit.path());
        var last = days.dayOf(frozen.toInstant(ZoneOffset.UTC)).plusDays(most);
        if (desk.today().isAfter(last)) throw TOO_LATE.with(most, last, rules.source(DAYS, unit.path()));
    }
}
