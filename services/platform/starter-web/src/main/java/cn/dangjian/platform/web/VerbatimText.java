package cn.dangjian.platform.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a {@link Verbatim} text. */
class VerbatimText extends StdScalarDeserializer<String> {

    VerbatimText() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        return StringDeserializer.instance.deserialize(parser, context);
    }
}
