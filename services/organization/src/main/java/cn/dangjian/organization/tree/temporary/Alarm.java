package cn.dangjian.organization.tree.temporary;

import cn.dangjian.platform.rules.book.Rules;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a temporary unit ends soon or should have ended. Nothing happens by itself: somebody proposes one of the options.
 *
 * @param days until then; negative when it is over
 * @param rule which says so, with its source; null when it is over, for then none is needed
 */
record Alarm(
        Level level,
        long days,
        @Nullable String rule,
        @Nullable String source,
        List<Option> options) {

    private static final String FIRST = "temporary.warning.first.days";
    private static final String LAST = "temporary.warning.last.days";

    enum Level {
        /** 首次提醒. */
        FIRST,
        /** 末次提醒. */
        LAST,
        /** 已逾期. */
        OVERDUE
    }

    /** Changes (变更) that would end the unit. */
    enum Option {
        /** 撤销. */
        ABOLISH,
        /** 合并. */
        MERGE
    }

    /** Null while there is time. */
    static @Nullable Alarm of(LocalDate until, LocalDate today, String path, Rules rules) {
        long days = ChronoUnit.DAYS.between(today, until);
        if (days < 0) return new Alarm(Level.OVERDUE, days, null, null, List.of(Option.values()));
        if (days <= rules.number(LAST, path)) return of(Level.LAST, days, LAST, path, rules);
        if (days <= rules.number(FIRST, path)) return of(Level.FIRST, days, FIRST, path, rules);
        return null;
    }

    private static Alarm of(Level level, long days, String rule, String path, Rules rules) {
        return new Alarm(level, days, rule, rules.source(rule, path), List.of(Option.values()));
    }
}
