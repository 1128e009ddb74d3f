package cn.dangjian.platform.web.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which fields may be missing or null: the components of records that are {@code @Nullable}, and no others. */
class RequiredFields {

    private static final String NULL = "null";

    private final SchemaNames names;

    RequiredFields(SchemaNames names) {
        this.names = names;
    }

    void mark(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        if (schemas == null) return;
        schemas.forEach(
                (name, schema) -> names.type(name).filter(Class::isRecord).ifPresent(type -> mark(schema, type)));
    }

    private static void mark(Schema<?> schema, Class<?> type) {
        if (schema.getProperties() == null) return;
        var required = schema.getRequired() == null ? new TreeSet<String>() : new TreeSet<>(schema.getRequired());
        mark(schema, type, required);
        schema.setRequired(required.isEmpty() ? null : List.copyOf(required));
    }

    private static void mark(Schema<?> schema, Class<?> type, Set<String> required) {
        for (var component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                mark(schema, component.getType(), required);
                continue;
            }
            String name = name(component);
            var property = schema.getProperties().get(name);
            if (property == null) continue;
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.remove(name);
                schema.getProperties().put(name, orNull(property));
            } else {
                required.add(name);
            }
        }
    }

    private static String name(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            var nothing = new Schema<>();
            nothing.setTypes(Set.of(NULL));
            return new Schema<>().oneOf(List.of(schema, nothing));
        }
        if (schema.getTypes() == null || schema.getTypes().contains(NULL)) return schema;
        var types = new LinkedHashSet<>(schema.getTypes());
        types.add(NULL);
        schema.setTypes(types);
        addNull(schema);
        return schema;
    }

    /** A list of values that null is not among would refuse it. */
    private static <T> void addNull(Schema<T> schema) {
        if (schema.getEnum() != null && !schema.getEnum().contains(null))
            schema.getEnum().add(null);
    }
}
