package cn.dangjian.testkit;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Holds events against the schemas of their producers. */
public final class EventSchemas {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private EventSchemas() {}

    /** What is wrong with a whole event; empty if it fits the schema of its type. */
    public static List<String> violations(String type, String event) {
        var schema = REGISTRY.getSchema(EventExamples.read(EventExamples.file(type, "schema")), InputFormat.JSON);
        return schema.validate(event, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** @throws AssertionError if the event does not fit the schema of its type */
    public static void validate(String type, String event) {
        var violations = violations(type, event);
        if (!violations.isEmpty()) throw new AssertionError(type + ": " + violations + " in " + event);
    }
}
