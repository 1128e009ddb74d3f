package cn.dangjian.organization.field.advice;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * What a rule says about one subject today.
 *
 * @param path of the Party unit, of the place of the register unit or of the keeper of the chain, by the hierarchy that
 *     was asked by
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

    /** After every register unit of its keeper. */
    private static final long CHAINS = 1L << 50;

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
        COVER_UNIT(10),
        CHAIN_UNITS(11),
        CHAIN_MEMBERS(12);

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
        REGISTER_UNIT,
        /** An industrial chain (产业链), listed where its keeper stands. */
        CHAIN
    }

    /** The same, listed at another path: that of the Party unit in its line. */
    Advice at(String path) {
        return new Advice(kind, level, subject, subjectId, subjectName, path, rule, value, source, fact, sizes);
    }

    /** Its place among those of the same path. */
    long position() {
        return switch (subject) {
            case UNIT -> kind.place;
            case REGISTER_UNIT -> REGISTER_UNITS + subjectId;
            case CHAIN -> CHAINS + subjectId;
        };
    }
}
