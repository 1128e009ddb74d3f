package cn.dangjian.statistics.progress;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A number of the progress view whose units can be listed. */
enum Figure {
    ADDRESSED("true"),
    DELIVERED("f.delivered = 1"),
    FAILED("f.failed = 1"),
    PENDING("f.delivered = 0 and f.failed = 0"),
    SIGNED("f.signed = 1"),
    UNSIGNED("f.signed = 0"),
    SUBMITTED("f.submitted = 1"),
    RETURNED("f.returned = 1"),
    APPROVED("f.approved = 1"),
    OVERDUE("f.submitted = 0");

    private final String condition;

    Figure(String condition) {
        this.condition = condition;
    }

    /** Which facts {@code f} are counted in this number, in SQL; whether the deadline has passed is asked elsewhere. */
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

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
