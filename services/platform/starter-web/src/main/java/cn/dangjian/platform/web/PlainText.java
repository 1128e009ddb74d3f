package cn.dangjian.platform.web;

import cn.dangjian.platform.web.problem.RefusedTextException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads every other text of a request: with its blanks, but without what nobody sees. */
class PlainText extends StdScalarDeserializer<String> {

    PlainText() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text == null) return null;
        String visible = Wording.visible(text);
        if (!Wording.isPrintable(visible, true)) throw new RefusedTextException(parser, StrippedText.PRINTABLE);
        return visible;
    }
}
