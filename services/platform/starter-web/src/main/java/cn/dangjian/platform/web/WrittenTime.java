package cn.dangjian.platform.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * Reads points in time as ISO-8601 texts only: nobody sees whether a number counts seconds or milliseconds. Years have four
 * digits, in UTC: the database keeps no others.
 */
class WrittenTime<T extends Temporal> extends StdDeserializer<T> {

    private static final long FIRST = Instant.parse("1000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private final Class<T> type;
    private final InstantDeserializer<T> texts;

    private WrittenTime(Class<T> type, InstantDeserializer<T> texts) {
        super(type);
        this.type = type;
        this.texts = texts;
    }

    static WrittenTime<Instant> instants() {
        return new WrittenTime<>(Instant.class, InstantDeserializer.INSTANT);
    }

    static WrittenTime<OffsetDateTime> offsetDateTimes() {
        return new WrittenTime<>(OffsetDateTime.class, InstantDeserializer.OFFSET_DATE_TIME);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return type.cast(context.handleUnexpectedToken(getValueType(context), parser));
        }
        String text = Objects.requireNonNull(parser.getString());
        var time = texts.deserialize(parser, context);
        if (time == null || isKept(time)) return time;
        return type.cast(context.handleWeirdStringValue(type, text, "no year of four digits"));
    }

    private static boolean isKept(Temporal time) {
        long second = time.getLong(ChronoField.INSTANT_SECONDS);
        return FIRST <= second && second <= LAST;
    }
}
