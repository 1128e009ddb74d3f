package cn.dangjian.platform.web;

import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/** Reads instants as ISO-8601 texts only: nobody sees whether a number counts seconds or milliseconds. */
class WrittenInstant extends StdDeserializer<Instant> {

    WrittenInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (Instant) context.handleUnexpectedToken(getValueType(context), parser);
        }
        return InstantDeserializer.INSTANT.deserialize(parser, context);
    }
}
