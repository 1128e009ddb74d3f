package cn.dangjian.platform.web.contract;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes values that fit schemas, by type, limits and the name of the field. */
@SuppressWarnings("rawtypes") // as the library has it
class Samples {

    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Schema> schemas;
    /** What is being made: a type that holds itself ends at the second time. */
    private final Deque<String> open = new ArrayDeque<>();

    Samples(@Nullable Map<String, Schema> schemas) {
        this.schemas = schemas == null ? Map.of() : schemas;
    }

    /** Empty if the schema says nothing that an example could show. */
    Optional<Object> of(Schema<?> schema) {
        return Optional.ofNullable(value("", schema));
    }

    private @Nullable Object value(String name, Schema<?> schema) {
        if (schema.get$ref() != null) return referred(name, schema.get$ref());
        if (schema.getEnum() != null && !schema.getEnum().isEmpty())
            return schema.getEnum().getFirst();
        if (schema.getAllOf() != null) return merged(name, schema.getAllOf());
        var choices = schema.getOneOf() == null ? schema.getAnyOf() : schema.getOneOf();
        if (choices != null && !choices.isEmpty()) return value(name, choices.getFirst());
        return switch (type(schema)) {
            case "object" -> object(name, schema);
            case "array" -> array(name, schema);
            case "string" -> SampleTexts.text(name, schema);
            case "integer" -> number(schema).longValue();
            case "number" -> number(schema);
            case "boolean" -> true;
            default -> null;
        };
    }

    private @Nullable Object referred(String name, String reference) {
        String target = reference.substring(REFERENCE.length());
        var schema = schemas.get(target);
        if (schema == null || open.contains(target)) return null;
        open.push(target);
        try {
            return value(name, schema);
        } finally {
            open.pop();
        }
    }

    private Map<String, Object> merged(String name, List<Schema> parts) {
        var all = new LinkedHashMap<String, Object>();
        for (Schema<?> part : parts) {
            if (value(name, part) instanceof Map<?, ?> fields)
                fields.forEach((key, value) -> all.put(String.valueOf(key), value));
        }
        return all;
    }

    static String type(Schema<?> schema) {
        var types = schema.getTypes() == null ? Stream.<String>empty() : schema.getTypes().stream();
        return types.filter(type -> !type.equals("null"))
                .findFirst()
                .or(() -> Optional.ofNullable(schema.getType()))
                .orElse(schema.getProperties() == null ? "" : "object");
    }

    private Object object(String name, Schema<?> schema) {
        var fields = new LinkedHashMap<String, Object>();
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((field, property) -> fields.put(field, value(field, property)));
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> each) {
            Object value = value(name, each);
            if (value != null) fields.put("1", value);
        }
        return fields;
    }

    private List<Object> array(String name, Schema<?> schema) {
        Object item = schema.getItems() == null ? null : value(name, schema.getItems());
        return item == null ? List.of() : List.of(item);
    }

    private static BigDecimal number(Schema<?> schema) {
        var least = schema.getMinimum();
        if (schema.getExclusiveMinimumValue() != null)
            least = schema.getExclusiveMinimumValue().add(BigDecimal.ONE);
        var most = schema.getMaximum();
        var usual = BigDecimal.valueOf(42);
        if (least != null && usual.compareTo(least) < 0) return least;
        return most != null && usual.compareTo(most) > 0 ? most : usual;
    }
}
