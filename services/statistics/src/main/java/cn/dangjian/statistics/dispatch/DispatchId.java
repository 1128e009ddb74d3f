package cn.dangjian.statistics.dispatch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A dispatch of the task service. */
public record DispatchId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DispatchId valueOf(Long value) {
        return new DispatchId(value);
    }

    /** @throws NumberFormatException if the text is not a number */
    public static DispatchId valueOf(String text) {
        return new DispatchId(Long.parseLong(text));
    }
}
