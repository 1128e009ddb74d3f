package cn.dangjian.task.voice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a unit answered. */
record VoiceId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static VoiceId valueOf(Long value) {
        return new VoiceId(value);
    }

    /** @throws NumberFormatException if the text is not a number */
    public static VoiceId valueOf(String text) {
        return new VoiceId(Long.parseLong(text));
    }
}
