package cn.dangjian.platform.web;

import cn.dangjian.platform.web.problem.RefusedTextException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a {@link Stripped} text as every other one is read, and then leaves out what nobody sees. */
class StrippedText extends StdScalarDeserializer<String> {

    /** Of a reader that refuses what is no character; what has been stored before stays readable. */
    static final String REFUSES = "refuses";

    /** The constraint that a text breaks which holds something else than characters. */
    static final String PRINTABLE = "Printable";

    private final boolean lines;

    StrippedText() {
        this(false);
    }

    private StrippedText(boolean lines) {
        super(String.class);
        this.lines = lines;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        var stripped = property == null ? null : property.getAnnotation(Stripped.class);
        return stripped == null ? this : new StrippedText(stripped.lines());
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text == null) return null;
        String clean = Wording.clean(text);
        boolean refuses = context.getAttribute(REFUSES) != null;
        if (refuses && !Wording.isPrintable(clean, lines)) throw new RefusedTextException(parser, PRINTABLE);
        return clean;
    }
}
