package cn.dangjian.organization.register.code;

import static cn.dangjian.organization.register.code.CodeRefusal.NOT_YOURS;
import static cn.dangjian.organization.register.code.CodeRefusal.NO_DAYS;
import static cn.dangjian.organization.register.code.CodeRefusal.OVERLAPPING;
import static cn.dangjian.organization.register.code.CodeRefusal.TWICE;

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

    /** How many rows of those told are new, say something else than before, or are known. */
    record ToldResponse(int added, int changed, int unchanged) {}

    /** @param own what every code must begin with; empty for the administrator, who may tell all */
    @Transactional
    ToldResponse tell(List<DivisionPeriod> told, String own, String subject) {
        codes.lock();
        NOT_YOURS.whenAny(codes(
                told.stream().filter(period -> !period.code().startsWith(own)).toList()));
        NO_DAYS.whenAny(codes(told.stream().filter(DivisionPeriod::isEmpty).toList()));
        TWICE.whenAny(twice(told));
        var known = codes.list(codes(told));
        OVERLAPPING.whenAny(DivisionPeriod.overlapping(DivisionPeriod.merged(known, told)));

        var news = told.stream().filter(period -> !known.contains(period)).toList();
        codes.save(news, subject, days.now());
        long changed = news.stream()
                .filter(period -> known.stream().anyMatch(period::isSameAs))
                .count();
        return new ToldResponse(news.size() - (int) changed, (int) changed, told.size() - news.size());
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
}
