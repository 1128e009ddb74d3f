package cn.dangjian.platform.web;

import cn.dangjian.platform.web.problem.RefusedParameterException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Texts of paths and queries: {@link Stripped} where people type them, as they are where they are {@link Verbatim}, else
 * codes, which the database keeps in ASCII and does not compare with anything else.
 */
class TypedParameters implements ConditionalGenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, String.class));
    }

    @Override
    public boolean matches(TypeDescriptor source, TypeDescriptor target) {
        boolean parameter = target.hasAnnotation(PathVariable.class) || target.hasAnnotation(RequestParam.class);
        return parameter && !target.hasAnnotation(Verbatim.class);
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor target) {
        if (!(source instanceof String text)) return source;
        return target.hasAnnotation(Stripped.class) ? typed(text) : code(text);
    }

    private static String typed(String text) {
        String clean = Wording.clean(text);
        if (!Wording.isPrintable(clean, false)) throw refused(StrippedText.PRINTABLE);
        return clean;
    }

    private static String code(String text) {
        if (!text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) throw refused("Ascii");
        return text;
    }

    /** Who converts does not know the name; the door does. */
    private static RefusedParameterException refused(String constraint) {
        return new RefusedParameterException("", constraint);
    }
}
