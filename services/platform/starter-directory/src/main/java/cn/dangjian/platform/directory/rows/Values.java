package cn.dangjian.platform.directory.rows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What values are in columns. */
final class Values {

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            var components = type.getRecordComponents();
            for (var component : components) component.getAccessor().setAccessible(true);
            return components;
        }
    };

    private Values() {}

    static @Nullable Object column(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> constant -> constant.name();
            case Instant instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
            case OffsetDateTime time ->
                time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
            case Record id
            when COMPONENTS.get(id.getClass()).length == 1 ->
                column(get(COMPONENTS.get(id.getClass())[0], id));
            case Collection<?> many -> many.stream().map(Values::column).toList();
            default -> value;
        };
    }

    static Map<String, @Nullable Object> of(Record record) {
        var values = new HashMap<String, @Nullable Object>();
        for (var component : COMPONENTS.get(record.getClass())) {
            values.put(component.getName(), column(get(component, record)));
        }
        return values;
    }

    private static @Nullable Object get(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(record.getClass().getName(), e);
        }
    }
}
