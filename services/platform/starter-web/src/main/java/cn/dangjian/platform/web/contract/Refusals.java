package cn.dangjian.platform.web.contract;

import cn.dangjian.platform.web.caller.OpenPaths;
import cn.dangjian.platform.web.problem.DoorRefusal;
import cn.dangjian.platform.web.problem.Refusal.Reason;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.pattern.PathPatternParser;

/** With which problems a door refuses: those that were read from its bytecode, and those of the door itself. */
class Refusals implements OperationCustomizer {

    /** Codes of an operation whose status is not known; {@code *} if nothing is. */
    private static final String UNREAD = "x-codes-without-status";

    private final DoorAnswers doors;
    private final ProblemAnswers problems;
    private final List<OpenPaths> openPaths;

    Refusals(DoorAnswers doors, ProblemAnswers problems, List<OpenPaths> openPaths) {
        this.doors = doors;
        this.problems = problems;
        this.openPaths = openPaths;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod door) {
        var answer = doors.of(door);
        var reasons = new ArrayList<>(answer.refusals());
        for (var parameter : door.getMethodParameters()) reasons.addAll(ofParameter(parameter));
        if (!door.hasMethodAnnotation(GetMapping.class)) reasons.add(DoorRefusal.LOST_RACE.reason());
        if (isOpen(answer.path())) operation.setSecurity(List.of());
        else reasons.addAll(ProblemAnswers.TOKENS);
        var responses = operation.getResponses();
        DoorAnswers.byStatus(reasons)
                .forEach((status, each) -> responses.addApiResponse(String.valueOf(status), problems.of(each)));
        // what a reader of the document has to know, and what the house's own test looks for
        if (answer.path().isEmpty()) operation.addExtension(UNREAD, List.of("*"));
        else if (!answer.unread().isEmpty()) operation.addExtension(UNREAD, answer.unread());
        responses.addApiResponse("default", new ApiResponse().$ref(ProblemAnswers.OTHERS));
        return operation;
    }

    private boolean isOpen(String path) {
        return openPaths.stream()
                .flatMap(open -> open.patterns().stream())
                .anyMatch(pattern ->
                        PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(path)));
    }

    private static List<Reason> ofParameter(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(RequestBody.class)) return ofBody(parameter);
        boolean named = parameter.hasParameterAnnotation(PathVariable.class)
                || parameter.hasParameterAnnotation(RequestParam.class)
                || parameter.hasParameterAnnotation(RequestHeader.class);
        boolean refusable = isMissed(parameter)
                || parameter.getParameterType() != String.class
                || Arrays.stream(parameter.getParameterAnnotations()).anyMatch(Refusals::isConstraint);
        return named && refusable ? List.of(DoorRefusal.INVALID.reason()) : List.of();
    }

    private static List<Reason> ofBody(MethodParameter parameter) {
        var reasons = new ArrayList<>(List.of(
                DoorRefusal.BODY_MISSING.reason(),
                DoorRefusal.TOO_LARGE.reason(),
                DoorRefusal.UNSUPPORTED.reason(),
                DoorRefusal.BAD.reason()));
        if (parameter.getParameterType() != byte[].class) {
            reasons.add(DoorRefusal.BODY_MALFORMED.reason());
            reasons.add(DoorRefusal.UNKNOWN_FIELD.reason());
            reasons.add(DoorRefusal.WRONG_TYPE.reason());
        }
        if (parameter.hasParameterAnnotation(Valid.class)) reasons.add(DoorRefusal.INVALID.reason());
        return reasons;
    }

    private static boolean isMissed(MethodParameter parameter) {
        var query = parameter.getParameterAnnotation(RequestParam.class);
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        return (query != null && query.required() && query.defaultValue().equals(ValueConstants.DEFAULT_NONE))
                || (header != null && header.required() && header.defaultValue().equals(ValueConstants.DEFAULT_NONE));
    }

    private static boolean isConstraint(Annotation annotation) {
        return annotation.annotationType().isAnnotationPresent(Constraint.class);
    }
}
