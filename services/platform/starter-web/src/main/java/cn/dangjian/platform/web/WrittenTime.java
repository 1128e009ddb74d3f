package cn.dangjian.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;
import tools.jackson.databind.ext.javatime.deser.YearMonthDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads days and points in time as ISO-8601 texts only: nobody sees whether a number counts seconds or milliseconds. Their
 * years are bounded.
 */
class WrittenTime<T extends Temporal> extends StdDeserializer<T> {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]*[.]?[0-9]+");

    private final Class<T> type;
    private final ValueDeserializer<T> texts;
    private final Years years;

    private WrittenTime(Class<T> type, ValueDeserializer<T> texts, Years years) {
        super(type);
        this.type = type;
        this.texts = texts;
        this.years = years;
    }

    /** Points in time, wherever JSON is read. */
    static SimpleModule times(Years years) {
        return new SimpleModule("times " + years)
                .addDeserializer(Instant.class, new WrittenTime<>(Instant.class, InstantDeserializer.INSTANT, years))
                .addDeserializer(
                        OffsetDateTime.class,
                        new WrittenTime<>(OffsetDateTime.class, InstantDeserializer.OFFSET_DATE_TIME, years));
    }

    /** Days and months. */
    static SimpleModule days(Years years) {
        return new SimpleModule("days " + years)
                .addDeserializer(
                        LocalDate.class, new WrittenTime<>(LocalDate.class, LocalDateDeserializer.INSTANCE, years))
                .addDeserializer(
                        YearMonth.class, new WrittenTime<>(YearMonth.class, YearMonthDeserializer.INSTANCE, years));
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return type.cast(context.handleUnexpectedToken(getValueType(context), parser));
        }
        String text = Objects.requireNonNull(parser.getString());
        // Jackson takes digits in quotes for seconds
        if (NUMBER.matcher(text).matches()) {
            return type.cast(context.handleWeirdStringValue(type, text, "a number"));
        }
        var time = texts.deserialize(parser, context);
        if (time == null || years.hold(time)) return time;
        return type.cast(context.handleWeirdStringValue(type, text, "outside the years " + years));
    }
}
