package cn.dangjian.platform.web.problem;

import cn.dangjian.platform.web.problem.Problem.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Which fields or parameters of a request were refused, and why. */
final class FieldProblems {

    private FieldProblems() {}

    static List<FieldProblem> of(Exception e, ProblemTexts texts) {
        return switch (e) {
            case MethodArgumentNotValidException body ->
                body.getFieldErrors().stream().map(error -> of(error, texts)).toList();
            case HandlerMethodValidationException method -> ofMethod(method, texts);
            case RefusedParameterException refused ->
                List.of(of(refused.parameter(), refused.constraint(), "refused", texts));
            case MissingServletRequestParameterException missing ->
                List.of(of(missing.getParameterName(), "Missing", "missing", texts));
            case MissingRequestHeaderException missing ->
                List.of(of(missing.getHeaderName(), "Missing", "missing", texts));
            case MissingRequestValueException missing -> List.of(of("request", "Missing", "missing", texts));
            case MethodArgumentTypeMismatchException mismatch ->
                List.of(of(mismatch.getName(), constraint(mismatch), "wrong type", texts));
            case TypeMismatchException mismatch ->
                List.of(of(String.valueOf(mismatch.getPropertyName()), "TypeMismatch", "wrong type", texts));
            default -> List.of();
        };
    }

    private static List<FieldProblem> ofMethod(HandlerMethodValidationException method, ProblemTexts texts) {
        var problems = new ArrayList<FieldProblem>();
        for (var result : method.getParameterValidationResults()) {
            String parameter = String.valueOf(result.getMethodParameter().getParameterName());
            for (var error : result.getResolvableErrors()) {
                if (error instanceof FieldError field) problems.add(of(field, texts));
                else problems.add(of(parameter, code(error), String.valueOf(error.getDefaultMessage()), texts));
            }
        }
        return problems;
    }

    private static FieldProblem of(FieldError error, ProblemTexts texts) {
        return of(error.getField(), String.valueOf(error.getCode()), String.valueOf(error.getDefaultMessage()), texts);
    }

    private static FieldProblem of(String field, String code, String fallback, ProblemTexts texts) {
        return new FieldProblem(field, code, texts.field(code, fallback, LocaleContextHolder.getLocale()));
    }

    /** Who converted may have said more than that it does not fit. */
    private static String constraint(MethodArgumentTypeMismatchException mismatch) {
        for (Throwable cause = mismatch.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedParameterException refused) return refused.constraint();
        }
        return "TypeMismatch";
    }

    private static String code(MessageSourceResolvable error) {
        var codes = error.getCodes();
        return codes == null || codes.length == 0 ? "Invalid" : codes[codes.length - 1];
    }
}
