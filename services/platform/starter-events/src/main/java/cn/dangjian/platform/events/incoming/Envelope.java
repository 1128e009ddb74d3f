package cn.dangjian.platform.events.incoming;

import cn.dangjian.platform.events.Event;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** Reads a record's value. */
final class Envelope {

    private static final TypeReference<Event<JsonNode>> EVENT = new TypeReference<>() {};

    private Envelope() {}

    /** @throws IllegalArgumentException if the text is not an event */
    static Event<JsonNode> read(String text) {
        Event<JsonNode> event;
        try {
            event = Hearers.json().readValue(text, EVENT);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("Not an event: " + e.getMessage(), e);
        }
        if (isMissing(event.id()) || isMissing(event.type()) || isMissing(event.key()) || isMissing(event.data())) {
            throw new IllegalArgumentException("An event has id, type, key and data");
        }
        return event;
    }

    @SuppressWarnings("ConstantValue")
    private static boolean isMissing(Object part) {
        return part == null;
    }
}
