package cn.dangjian.dues.rate.scale;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the rates: whoever has a base above {@code over} and up to {@code upto} pays so much of the whole base.
 *
 * @param id names the row for ever: bills of the past say by which one they were computed
 * @param overFen the base is above this, in fen
 * @param uptoFen and at most this, which is included; null without an upper bound
 * @param millionths of the base, of the whole of it
 * @param source the regulation and its article
 * @param certainty V: its text was read; S: seen in a secondary source only; K: known and not verified
 */
public record Rate(
        int id,
        Scale scale,
        LocalDate since,
        long overFen,
        @Nullable Long uptoFen,
        int millionths,
        String source,
        String certainty,
        String note) {

    /** The rate in percent, as the regulation writes it. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(millionths, 4).stripTrailingZeros();
    }

    boolean fits(long baseFen) {
        return baseFen > overFen && (uptoFen == null || baseFen <= uptoFen);
    }
}
