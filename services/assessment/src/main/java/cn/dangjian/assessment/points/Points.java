package cn.dangjian.assessment.points;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Points as clients write them, with at most two digits behind the point, {@code "87.50"}; whole hundredths inside.
 *
 * @param hundredths never less than nothing
 */
@Schema(type = "string", pattern = "^[0-9]{1,6}[.][0-9]{2}$", example = "10.00")
public record Points(int hundredths) {

    /** What the indicators of a scheme add up to. */
    public static final Points HUNDRED = new Points(10_000);

    public static final Points NONE = new Points(0);

    private static final Pattern WRITTEN = Pattern.compile("[0-9]{1,6}([.][0-9]{1,2})?");

    /**
     * Reads what a client wrote.
     *
     * @throws IllegalArgumentException if these are no points, or have a part of a hundredth
     */
    @JsonCreator
    public static Points parse(String text) {
        if (!WRITTEN.matcher(text).matches()) throw new IllegalArgumentException("No points");
        return new Points(new BigDecimal(text).movePointRight(2).intValueExact());
    }

    /** As they are written: two digits behind the point. */
    @JsonValue
    public String text() {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }

    @Override
    public String toString() {
        return text();
    }
}
