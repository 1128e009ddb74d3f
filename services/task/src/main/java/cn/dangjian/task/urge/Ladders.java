package cn.dangjian.task.urge;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.rules.book.Rules;
import cn.dangjian.platform.rules.calendar.WorkingCalendar;
import cn.dangjian.platform.rules.calendar.WorkingDays;
import cn.dangjian.task.urge.Ladder.Reached;
import cn.dangjian.task.urge.LadderTable.Falling;
import cn.dangjian.task.urge.LadderTable.Off;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The ladders of issuers: by the rules of the day and place, without the steps that they have switched off. */
@Component
class Ladders {

    private static final String LAST = "task.urge.last.days";
    /** Days: whoever sets a reminder for longer before hears it then. */
    private static final int AHEAD = 120;

    private final LadderTable table;
    private final WorkingDays workingDays;
    private final Rulebook rulebook;
    private final Days days;

    Ladders(LadderTable table, WorkingDays workingDays, Rulebook rulebook, Days days) {
        this.table = table;
        this.workingDays = workingDays;
        this.rulebook = rulebook;
        this.days = days;
    }

    Instant now() {
        return days.now();
    }

    /** What was due before is urged by hand only. */
    Instant earliest(Instant now) {
        var today = days.dayOf(now);
        return days.startOf(today.minusDays(rulebook.on(today).number(LAST, "")));
    }

    Instant latest(Instant now) {
        return days.endOf(days.dayOf(now).plusDays(AHEAD));
    }

    /** By issuer. */
    Map<Long, Ladder> of(Collection<Falling> falling, Instant now) {
        var rules = rulebook.on(days.dayOf(now));
        var calendar = workingDays.calendar();
        var paths = new HashMap<Long, String>();
        falling.forEach(one -> paths.put(one.issuer(), one.path()));
        var off = new HashSet<>(table.listOff(paths.keySet()));
        var ladders = new HashMap<Long, Ladder>();
        paths.forEach((issuer, path) -> ladders.put(issuer, ladder(issuer, path, rules, off, calendar)));
        return ladders;
    }

    private static Ladder ladder(long issuer, String path, Rules rules, Set<Off> off, WorkingCalendar calendar) {
        var steps = new EnumMap<Step, Integer>(Step.class);
        for (var step : Step.LADDER) {
            if (off.contains(new Off(issuer, step))) continue;
            days(step, path, rules).ifPresent(days -> steps.put(step, days));
        }
        return new Ladder(steps, calendar);
    }

    /** Of a step without a number 0; empty if the rule asks for none. */
    static Optional<Integer> days(Step step, String path, Rules rules) {
        var rule = step.rule();
        return rule == null ? Optional.of(0) : rules.find(rule, path).map(BigDecimal::intValue);
    }

    Optional<Reached> reached(Ladder ladder, Falling falling, Instant now) {
        return ladder.reached(
                days.dayOf(falling.due()),
                days.dayOf(falling.issuedAt()),
                days.dayOf(now),
                falling.due().isBefore(now));
    }

    /** The steps of the ladder as they stand for a unit. */
    record Rung(Step step, Integer days, boolean on, String source) {}

    List<Rung> rungs(long unit, String path) {
        var rules = rulebook.on(days.today());
        var off = new HashSet<>(table.listOff(List.of(unit)));
        return Step.LADDER.stream()
                .map(step -> {
                    var working = days(step, path, rules);
                    var rule = step.rule();
                    boolean on = working.isPresent() && !off.contains(new Off(unit, step));
                    return new Rung(step, working.orElse(0), on, rule == null ? "" : rules.source(rule, path));
                })
                .toList();
    }
}
