package cn.dangjian.organization.advice;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * What a rule says about one subject today.
 *
 * @param path of the Party unit, or of the place of the register unit, by the hierarchy that was asked by
 * @param rule in {@code rules.csv}
 * @param value what the rule says there
 * @param source where that is written
 * @param fact what there is
 * @param sizes further numbers for the text
 */
record Advice(
        Kind kind,
        Level level,
        Subject subject,
        long subjectId,
        String subjectName,
        String path,
        String rule,
        BigDecimal value,
        String source,
        int fact,
        List<BigDecimal> sizes) {

    static final Comparator<Advice> ORDER = Comparator.comparing(Advice::path).thenComparingLong(Advice::position);

    /** Before every register unit of its place, a Party unit has room for its own kinds. */
    private static final long REGISTER_UNITS = 1000;

    enum Kind {
        JOIN(1),
        DIVIDE(2),
        GENERAL_BRANCH(3),
        COMMITTEE(4),
        DELEGATES(5),
        BRANCH_COMMITTEE(6),
        SECRETARY_ONLY(7),
        RETIREE_BRANCH(8),
        TOO_MANY_UNITS(9),
        COVER_UNIT(10);

        /** Its place in the list; cursors carry it. */
        private final int place;

        Kind(int place) {
            this.place = place;
        }
    }

    enum Level {
        ALARM,
        ADVICE,
        HINT
    }

    /** Whom it is about. */
    enum Subject {
        UNIT,
        REGISTER_UNIT
    }

    /** The same, listed at another path: that of the Party unit in its line. */
    Advice at(String path) {
        return new Advice(kind, level, subject, subjectId, subjectName, path, rule, value, source, fact, sizes);
    }

    /** Its place among those of the same path. */
    long position() {
        return subject == Subject.UNIT ? kind.place : REGISTER_UNITS + subjectId;
    }
}
