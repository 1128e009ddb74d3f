package cn.dangjian.task.due;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.rules.calendar.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a deadline comes to that somebody says; other rooms ask here. */
@Component
public class Deadlines {

    private static final String MOST_YEARS = "task.deadline.years";
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
    /** As programs write the end of a day. */
    private static final Set<Integer> ENDS = Set.of(0, 999_000_000, 999_999_000, 999_999_999);

    private final WorkingDays workingDays;
    private final Rulebook rulebook;
    private final WorkingDeadlineTable kept;
    private final Days days;

    Deadlines(WorkingDays workingDays, Rulebook rulebook, WorkingDeadlineTable kept, Days days) {
        this.workingDays = workingDays;
        this.rulebook = rulebook;
        this.kept = kept;
        this.days = days;
    }

    /** Whether it is past is for whoever asks. */
    public Due resolve(Deadline said, Desk desk) {
        var due = due(said, desk);
        int years = rulebook.on(desk.today()).number(MOST_YEARS, desk.unit().path());
        var last = desk.today().plusYears(years);
        if (due.day().isAfter(last)) throw DueRefusal.TOO_FAR.with(last.toString());
        return due;
    }

    /** Remembers what was said in working days, so that it can be counted again; in the transaction that stores it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(long dispatch, Due due, Desk desk) {
        if (due.workingDays() != null) kept.insert(dispatch, desk.today(), due);
    }

    private Due due(Deadline said, Desk desk) {
        var calendar = workingDays.calendar();
        var count = said.workingDays();
        if (count != null) {
            var day = calendar.after(desk.today(), count);
            return new Due(end(day), day, false, !calendar.isWhole(desk.today(), day), count);
        }
        var whole = said.day();
        if (whole != null) return endOf(whole);
        var at = said.at();
        if (at == null) throw new IllegalArgumentException("No deadline: " + said);
        refuseEndOfAnotherDay(at);
        return at(at.toInstant());
    }

    /** Of an instant, however far away it is. */
    public Due at(Instant at) {
        var day = days.dayOf(at);
        return new Due(utc(at), day, !workingDays.calendar().isWorking(day), false, null);
    }

    /** Of a day, however far away it is. */
    public Due endOf(LocalDate day) {
        return new Due(end(day), day, !workingDays.calendar().isWorking(day), false, null);
    }

    /** 23:59:59 in UTC is the next morning here, which nobody means who writes it. */
    private void refuseEndOfAnotherDay(OffsetDateTime at) {
        boolean ends =
                at.toLocalTime().truncatedTo(ChronoUnit.SECONDS).equals(LAST_SECOND) && ENDS.contains(at.getNano());
        var time = days.timeOf(at.toInstant()).truncatedTo(ChronoUnit.SECONDS);
        if (!ends || time.equals(LAST_SECOND)) return;
        throw DueRefusal.END_OF_ANOTHER_DAY.with(
                days.dayOf(at.toInstant()) + " " + time, at.toLocalDate().toString());
    }

    private OffsetDateTime end(LocalDate day) {
        return utc(days.endOf(day));
    }

    /** As finely as tables keep it. */
    private static OffsetDateTime utc(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
