package cn.dangjian.statistics.figure.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A ledger of this service. */
record LedgerId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LedgerId valueOf(Long value) {
        return new LedgerId(value);
    }

    /** @throws NumberFormatException if the text is not a number */
    public static LedgerId valueOf(String text) {
        return new LedgerId(Long.parseLong(text));
    }
}
