package cn.dangjian.statistics.progress;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A number of the progress view whose units can be listed. */
enum Figure {
    ADDRESSED("true"),
    DELIVERED("f.delivery = 'DELIVERED'"),
    FAILED("f.delivery = 'FAILED'"),
    PENDING("f.delivery = 'PENDING'"),
    SIGNED("f.state not in ('ADDRESSED', 'WITHDRAWN', 'MERGED', 'CLOSED')"),
    UNSIGNED("f.state = 'ADDRESSED'"),
    HANDED_IN("f.state in ('SUBMITTED', 'IN_REVIEW', 'APPROVED')"),
    SUBMITTED("f.state in ('SUBMITTED', 'IN_REVIEW')"),
    RETURNED("f.state = 'RETURNED'"),
    APPROVED("f.state = 'APPROVED'"),
    MERGED("f.state = 'MERGED'"),
    CLOSED("f.state = 'CLOSED'"),
    WITHDRAWN("f.state = 'WITHDRAWN'"),
    OVERDUE("f.state in ('ADDRESSED', 'SIGNED', 'BROKEN_DOWN', 'WORKING', 'RETURNED')"
            + " and (f.due_at is null or f.due_at < :now)");

    private final String condition;

    Figure(String condition) {
        this.condition = condition;
    }

    /** Which facts {@code f} are counted in this number, in SQL; the dispatch's deadline aside. */
    String condition() {
        return condition;
    }

    static Optional<Figure> find(String text) {
        return Arrays.stream(values())
                .filter(figure -> figure.word().equals(text))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Figure::word).collect(Collectors.joining(", "));
    }

    /** As the figure is called in an answer. */
    private String word() {
        return this == HANDED_IN ? "handedIn" : name().toLowerCase(Locale.ROOT);
    }
}
