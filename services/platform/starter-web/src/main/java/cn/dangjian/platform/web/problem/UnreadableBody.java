package cn.dangjian.platform.web.problem;

import cn.dangjian.platform.web.problem.Problem.FieldProblem;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a body that cannot be read: its JSON, a field that nobody knows, a value of a wrong type. */
class UnreadableBody {

    private final ProblemTexts texts;

    UnreadableBody(ProblemTexts texts) {
        this.texts = texts;
    }

    ProblemTexts texts() {
        return texts;
    }

    Problem explain(HttpMessageNotReadableException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) return refusal.problem();
            if (cause instanceof UnrecognizedPropertyException unknown) {
                return field(DoorRefusal.UNKNOWN_FIELD, path(unknown), "Unknown");
            }
            if (cause instanceof RefusedTextException refused) {
                return field(DoorRefusal.INVALID, path(refused), refused.constraint());
            }
            if (isWrongType(cause))
                return field(DoorRefusal.WRONG_TYPE, path((JacksonException) cause), "TypeMismatch");
            if (cause instanceof JacksonException malformed) {
                var at = malformed.getLocation();
                return new Problem(
                        DoorRefusal.BODY_MALFORMED, at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr());
            }
        }
        return new Problem(DoorRefusal.BODY_MISSING);
    }

    private Problem field(DoorRefusal refusal, String field, String fieldCode) {
        String message = texts.field(fieldCode, fieldCode, LocaleContextHolder.getLocale());
        return new Problem(refusal, field).with(List.of(new FieldProblem(field, fieldCode, message)));
    }

    private static boolean isWrongType(Throwable cause) {
        if (cause instanceof InputCoercionException) return true;
        // Jackson reports a second value behind the first one as if the first had the wrong type
        return cause instanceof DatabindException mismatch
                && !mismatch.getOriginalMessage().startsWith("Trailing token");
    }

    private static String path(JacksonException e) {
        if (e.getPath().isEmpty()) return "body";
        return e.getPath().stream()
                .map(reference -> reference.getPropertyName() == null
                        ? "[" + reference.getIndex() + "]"
                        : reference.getPropertyName())
                .collect(Collectors.joining("."));
    }
}
