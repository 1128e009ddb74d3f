package cn.dangjian.platform.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A unit of the organization service. */
public record UnitId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UnitId valueOf(Long value) {
        return new UnitId(value);
    }

    /** @throws NumberFormatException if the text is not a number */
    public static UnitId valueOf(String text) {
        return new UnitId(Long.parseLong(text));
    }
}
