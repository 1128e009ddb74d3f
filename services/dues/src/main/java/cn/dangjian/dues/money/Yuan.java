package cn.dangjian.dues.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount of money as clients write it: yuan with at most two digits behind the point, {@code "15.00"}; fen inside.
 *
 * @param fen whole fen, negative for what is taken back
 */
@Schema(type = "string", pattern = "^-?[0-9]{1,13}[.][0-9]{2}$", example = "15.00")
public record Yuan(long fen) {

    private static final Pattern WRITTEN = Pattern.compile("-?[0-9]{1,13}([.][0-9]{1,2})?");

    /**
     * Reads what a client wrote.
     *
     * @throws IllegalArgumentException if it is no amount, or has a part of a fen
     */
    @JsonCreator
    public static Yuan parse(String text) {
        if (!WRITTEN.matcher(text).matches()) throw new IllegalArgumentException("No amount in yuan");
        return new Yuan(new BigDecimal(text).movePointRight(2).longValueExact());
    }

    /** The amount as it is written: two digits, no groups. */
    @JsonValue
    public String text() {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    public boolean isPositive() {
        return fen > 0;
    }

    @Override
    public String toString() {
        return text();
    }
}
