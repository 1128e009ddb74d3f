package cn.dangjian.task.preview;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.calendar.WorkingCalendar;
import cn.dangjian.platform.rules.calendar.WorkingDays;
import cn.dangjian.task.dispatch.DispatchRefusal;
import cn.dangjian.task.dispatch.Target;
import cn.dangjian.task.due.Deadline;
import cn.dangjian.task.due.Deadlines;
import cn.dangjian.task.due.Due;
import cn.dangjian.task.preview.LoadQueries.Load;
import cn.dangjian.task.preview.LoadQueries.TierUnits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 派送预览: says before anything is sent how much falls due on a day for those it would go to (U-10). */
@Service
public class PreviewDispatch {

    /** Working days before and after the deadline that are looked at. */
    private static final int AROUND = 5;

    /** How many units are named. */
    private static final int NAMED = 10;

    private final LoadQueries loads;
    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final Days days;

    PreviewDispatch(LoadQueries loads, Deadlines deadlines, WorkingDays workingDays, Days days) {
        this.loads = loads;
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.days = days;
    }

    /** What would be dispatched. */
    record PreviewRequest(
            @NotNull @Valid Deadline deadline,
            @NotNull @Valid Target target) {}

    /**
     * What it would come to.
     *
     * @param addressed how many units
     * @param first of the units addressed, in the order of the tree
     * @param leftOut how many of the units named do not fit; the dispatch would refuse those that are not below. Of what
     *     goes to the next tier, how many directly below are not in it
     * @param passedOver the first of these: branches, where the next tier leads them; they get it from there
     * @param deadline as it counts, on {@code day} where the province is
     * @param dayOff whether nobody works that day, as far as is known
     * @param provisional counted in working days of a year whose notice is not known yet
     * @param around that day, and the working days around it that are to come
     * @param lighter the nearest of these working days on which the least falls due, if that is less than on that day
     */
    public record Preview(
            long addressed,
            List<Named> first,
            long leftOut,
            List<Named> passedOver,
            OffsetDateTime deadline,
            LocalDate day,
            boolean dayOff,
            boolean provisional,
            List<DayLoad> around,
            @Nullable LocalDate lighter) {}

    /** What is due on a day without this dispatch. */
    public record DayLoad(LocalDate day, boolean working, long assignments, List<TierLoad> tiers) {}

    /**
     * @param units that it would go to
     * @param assignments that are due there
     * @param median of a unit; between two, half of both
     * @param most of any unit
     */
    public record TierLoad(Tier tier, long units, long assignments, double median, int most) {}

    Preview preview(PreviewRequest request, Desk desk) {
        var due = deadlines.resolve(request.deadline(), desk);
        DispatchRefusal.NONE_CHOSEN.when(request.target().choosesNothing());
        return preview(new Reach(request.target(), null), due, desk);
    }

    /** The same of whatever would be sent. */
    public Preview preview(Reach reach, Due due, Desk desk) {
        DispatchRefusal.DEADLINE_PAST.unless(due.at().toInstant().isAfter(desk.now()));
        var tiers = loads.listUnits(reach, desk.scope());
        DispatchRefusal.NOBODY_ADDRESSED.when(tiers.isEmpty());

        var calendar = workingDays.calendar();
        var around = around(due.day(), desk.today(), calendar);
        var loaded = loads.list(
                reach, desk.scope(), days.startOf(around.getFirst()), days.endOf(around.getLast()), offset(due.day()));
        var shown = around.stream()
                .map(day -> day(day, calendar.isWorking(day), tiers, loaded))
                .toList();
        long addressed = tiers.stream().mapToLong(TierUnits::units).sum();
        var next = reach.next();
        return new Preview(
                addressed,
                loads.listFirst(reach, NAMED, desk.scope()),
                next == null ? leftOut(reach.target(), addressed) : loads.countPassedOver(next, desk.scope()),
                next == null ? List.of() : loads.listPassedOver(next, NAMED, desk.scope()),
                due.at(),
                due.day(),
                due.dayOff(),
                due.provisional(),
                shown,
                lighter(due.day(), shown).orElse(null));
    }

    private static long leftOut(Target target, long addressed) {
        var named = target.units();
        return named == null || named.isEmpty() ? 0 : named.stream().distinct().count() - addressed;
    }

    /** In the order of the days; the day itself, also if it is off. */
    private static List<LocalDate> around(LocalDate due, LocalDate today, WorkingCalendar calendar) {
        var all = new ArrayList<LocalDate>();
        for (var day = due.minusDays(1); day.isAfter(today) && all.size() < AROUND; day = day.minusDays(1))
            if (calendar.isWorking(day)) all.addFirst(day);
        all.add(due);
        for (int after = 1; after <= AROUND; after++) all.add(calendar.after(due, after));
        return all;
    }

    private static DayLoad day(LocalDate day, boolean working, List<TierUnits> tiers, List<Load> loaded) {
        var shown = tiers.stream()
                .map(tier -> tier(
                        tier,
                        loaded.stream()
                                .filter(load ->
                                        load.tier() == tier.tier() && load.day().equals(day))
                                .sorted(Comparator.comparingInt(Load::assignments))
                                .toList()))
                .toList();
        return new DayLoad(
                day, working, shown.stream().mapToLong(TierLoad::assignments).sum(), shown);
    }

    /** @param loads the smallest first */
    private static TierLoad tier(TierUnits tier, List<Load> loads) {
        long sum = loads.stream()
                .mapToLong(load -> load.assignments() * load.units())
                .sum();
        long half = tier.units() / 2;
        boolean odd = tier.units() % 2 == 1;
        double median = odd
                ? at(half, tier.units(), loads)
                : (at(half - 1, tier.units(), loads) + at(half, tier.units(), loads)) / 2.0;
        return new TierLoad(
                tier.tier(),
                tier.units(),
                sum,
                median,
                loads.isEmpty() ? 0 : loads.getLast().assignments());
    }

    /** Of so many units in the order of what they have, the one at a place, from 0; those with nothing come first. */
    private static int at(long place, long units, List<Load> loads) {
        long before = units - loads.stream().mapToLong(Load::units).sum();
        if (place < before) return 0;
        for (var load : loads) {
            before += load.units();
            if (place < before) return load.assignments();
        }
        throw new IllegalStateException("No unit at " + place + " of " + units);
    }

    private static Optional<LocalDate> lighter(LocalDate due, List<DayLoad> around) {
        long that = around.stream()
                .filter(day -> day.day().equals(due))
                .mapToLong(DayLoad::assignments)
                .sum();
        return around.stream()
                .filter(day -> day.working() && day.assignments() < that)
                .min(Comparator.comparingLong(DayLoad::assignments)
                        .thenComparingLong(day -> Math.abs(ChronoUnit.DAYS.between(due, day.day()))))
                .map(DayLoad::day);
    }

    private int offset(LocalDate day) {
        var utc = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        return Math.toIntExact(ChronoUnit.SECONDS.between(days.startOf(day), utc));
    }
}
