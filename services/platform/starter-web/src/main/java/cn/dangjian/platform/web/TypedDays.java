package cn.dangjian.platform.web;

import cn.dangjian.platform.web.problem.RefusedParameterException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterRegistry;

/** Days and times of paths and queries, as {@link WrittenTime} reads those of bodies. */
final class TypedDays {

    private TypedDays() {}

    static void register(ConverterRegistry registry, Years years) {
        registry.addConverter(String.class, LocalDate.class, new Reader<>(LocalDate::parse, years));
        registry.addConverter(String.class, YearMonth.class, new Reader<>(YearMonth::parse, years));
        registry.addConverter(String.class, Instant.class, new Reader<>(Instant::parse, years));
        registry.addConverter(String.class, OffsetDateTime.class, new Reader<>(OffsetDateTime::parse, years));
    }

    private record Reader<T extends Temporal>(Function<String, T> parse, Years years) implements Converter<String, T> {

        /** Of a blank there is nothing: Spring's own converters say null, although their type does not. */
        @Override
        @SuppressWarnings("NullAway")
        public @Nullable T convert(String text) {
            if (text.isBlank()) return null;
            var time = parse.apply(text.strip());
            if (!years.hold(time)) throw new RefusedParameterException("", "Years");
            return time;
        }
    }
}
