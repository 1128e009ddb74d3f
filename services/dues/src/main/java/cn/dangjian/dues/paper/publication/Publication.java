package cn.dangjian.dues.paper.publication;

import cn.dangjian.dues.money.Yuan;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a branch has published, as it was then.
 *
 * @param seq 1, and more if it was published again
 * @param place where it was to be seen
 * @param reason why it was published again
 * @param payers how many members owed anything
 * @param members by number; empty if the sums alone were published
 */
record Publication(
        long id,
        long unit,
        String unitName,
        int year,
        Part part,
        int seq,
        String place,
        LocalDate day,
        @Nullable String reason,
        int payers,
        Yuan due,
        Yuan paid,
        List<Line> members,
        String subject,
        OffsetDateTime at) {

    /** Of which months. */
    enum Part {
        YEAR(1, 12),
        FIRST_HALF(1, 6),
        SECOND_HALF(7, 12);

        private final int first;
        private final int last;

        Part(int first, int last) {
            this.first = first;
            this.last = last;
        }

        YearMonth first(int year) {
            return YearMonth.of(year, first);
        }

        YearMonth last(int year) {
            return YearMonth.of(year, last);
        }
    }

    record Line(long member, Yuan due, Yuan paid) {}

    Publication with(List<Line> lines) {
        return new Publication(
                id, unit, unitName, year, part, seq, place, day, reason, payers, due, paid, lines, subject, at);
    }
}
