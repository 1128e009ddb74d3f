package cn.dangjian.organization.field.contact;

import cn.dangjian.organization.field.contact.ContactVisitRepository.Stay;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.rules.book.Rules;
import cn.dangjian.platform.rules.calendar.WorkingCalendar;
import cn.dangjian.platform.rules.calendar.WorkingDays;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 进村入户时间 (TSK-11): the share of working days that officials spent in villages, next to what is asked. */
@Component
class VillageTime {

    private static final String RULE = "contact.village-days.township";

    /** The longest visit that one entry can hold. */
    private static final int LONGEST = 31;

    private final ContactVisitRepository visits;
    private final WorkingDays workingDays;
    private final Rulebook rulebook;
    private final Directory directory;

    VillageTime(ContactVisitRepository visits, WorkingDays workingDays, Rulebook rulebook, Directory directory) {
        this.visits = visits;
        this.workingDays = workingDays;
        this.rulebook = rulebook;
        this.directory = directory;
    }

    record Period(LocalDate from, LocalDate to) {

        boolean isYear() {
            return from.getDayOfYear() == 1 && to.equals(from.plusYears(1).minusDays(1));
        }
    }

    /**
     * One official's time.
     *
     * @param share percent of the working days
     * @param asked the percent that the rule asks of this official's tier; null if it asks none
     * @param reached null unless the period is a whole year, of which the rule speaks
     */
    record Share(
            long leader,
            String name,
            UnitId unit,
            BigDecimal days,
            int workingDays,
            BigDecimal share,
            @Nullable BigDecimal asked,
            @Nullable Boolean reached) {}

    /** In the order of the officials given, and in no other: nobody is ranked. */
    List<Share> shares(List<Leader> leaders, Period period) {
        var ids = leaders.stream().map(Leader::id).toList();
        var stays = visits.listStays(ids, period.from().minusDays(LONGEST), period.to()).stream()
                .collect(Collectors.groupingBy(Stay::leader));
        var units = directory
                .named(leaders.stream()
                        .map(one -> one.unitId().value())
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Unit::id, Function.identity()));
        var rules = rulebook.on(period.to());
        var calendar = workingDays.calendar();
        return leaders.stream()
                .map(leader -> share(
                        leader,
                        stays.getOrDefault(leader.id(), List.of()),
                        asked(rules, units.get(leader.unitId())),
                        period,
                        calendar))
                .toList();
    }

    boolean isProvisional(Period period) {
        return !workingDays.calendar().isWhole(period.from(), period.to());
    }

    private static @Nullable BigDecimal asked(Rules rules, @Nullable Unit unit) {
        if (unit == null || unit.tier() != Tier.TOWNSHIP) return null;
        return rules.find(RULE, unit.path()).orElse(null);
    }

    private static Share share(
            Leader leader, List<Stay> stays, @Nullable BigDecimal asked, Period period, WorkingCalendar calendar) {
        int working = calendar.count(period.from(), period.to());
        var days = new BigDecimal(HalfDays.count(stays, period.from(), period.to(), calendar::isWorking))
                .divide(BigDecimal.TWO, 1, RoundingMode.UNNECESSARY);
        var percent = days.movePointRight(2);
        var share =
                working == 0 ? BigDecimal.ZERO : percent.divide(BigDecimal.valueOf(working), 1, RoundingMode.HALF_UP);
        Boolean reached = (asked == null || !period.isYear())
                ? null
                : percent.compareTo(asked.multiply(BigDecimal.valueOf(working))) >= 0;
        return new Share(leader.id(), leader.name(), leader.unitId(), days, working, share, asked, reached);
    }
}
