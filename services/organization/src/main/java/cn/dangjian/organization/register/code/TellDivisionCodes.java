package cn.dangjian.organization.register.code;

import cn.dangjian.platform.directory.desk.Days;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 区划代码维护: says what division codes stand for from which day to which; all rows are taken or none. */
@Service
class TellDivisionCodes {

    private final DivisionCodeRepository codes;
    private final Days days;

    TellDivisionCodes(DivisionCodeRepository codes, Days days) {
        this.codes = codes;
        this.days = days;
    }

    /** @param own what every code must begin with; empty for the administrator, who may tell all */
    @Transactional
    Outcome tell(List<DivisionPeriod> told, String own, String subject) {
        codes.lock();
        var foreign = codes(
                told.stream().filter(period -> !period.code().startsWith(own)).toList());
        if (!foreign.isEmpty()) return new Outcome.NotYours(foreign);
        var backwards = codes(told.stream().filter(DivisionPeriod::isEmpty).toList());
        if (!backwards.isEmpty()) return new Outcome.NoDays(backwards);
        var twice = twice(told);
        if (!twice.isEmpty()) return new Outcome.Twice(twice);
        var known = codes.list(codes(told));
        var overlapping = DivisionPeriod.overlapping(DivisionPeriod.merged(known, told));
        if (!overlapping.isEmpty()) return new Outcome.Overlapping(overlapping);

        var news = told.stream().filter(period -> !known.contains(period)).toList();
        codes.save(news, new DivisionCodeRepository.Told(subject, days.now()));
        long changed = news.stream()
                .filter(period -> known.stream().anyMatch(period::isSameAs))
                .count();
        return new Outcome.Told(news.size() - (int) changed, (int) changed, told.size() - news.size());
    }

    private static Set<String> codes(Collection<DivisionPeriod> periods) {
        return periods.stream().map(DivisionPeriod::code).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> twice(List<DivisionPeriod> told) {
        var seen = new TreeSet<String>();
        return told.stream()
                .filter(period -> !seen.add(period.code() + " " + period.from()))
                .map(DivisionPeriod::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    sealed interface Outcome {
        record Told(int added, int changed, int unchanged) implements Outcome {}

        /** Codes of another province. */
        record NotYours(Set<String> codes) implements Outcome {}

        /** Periods that end before or when they begin. */
        record NoDays(Set<String> codes) implements Outcome {}

        /** Two rows for one code and first day. */
        record Twice(Set<String> codes) implements Outcome {}

        /** Codes that would stand for two divisions on one day. */
        record Overlapping(Set<String> codes) implements Outcome {}
    }
}
