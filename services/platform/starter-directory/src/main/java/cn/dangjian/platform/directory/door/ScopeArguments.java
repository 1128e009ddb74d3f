package cn.dangjian.platform.directory.door;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.FORBIDDEN;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.OwnUnit;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.caller.CallerArguments;
import cn.dangjian.platform.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves a {@link Scope} or {@link Desk} parameter from the caller's unit and the hierarchy that the request names; a
 * Scope without an annotation is a mistake, and a Desk without one sees its subtree.
 */
class ScopeArguments implements HandlerMethodArgumentResolver {

    /** Of a request: by which {@link Hierarchy} it asks. */
    static final String PARAMETER = "by";

    private final Directory directory;
    private final Days days;

    ScopeArguments(Directory directory, Days days) {
        this.directory = directory;
        this.days = days;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Scope.class || parameter.getParameterType() == Desk.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer mavContainer,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        var caller = CallerArguments.caller(request);
        var unit = directory.unitOf(caller);
        var scope = scope(parameter, unit, request);
        return parameter.getParameterType() == Scope.class ? scope : new Desk(caller, unit, scope, directory, days);
    }

    private static Scope scope(MethodParameter parameter, Unit unit, NativeWebRequest request) {
        var subtree = parameter.getParameterAnnotation(Subtree.class);
        boolean line = isByLine(request.getParameter(PARAMETER));
        if (line && (subtree == null || !subtree.lines())) throw new ProblemException(BAD_REQUEST, "scope.block-only");
        if (line) return Scope.line(linePath(unit));
        if (subtree != null) return Scope.subtree(unit.path());
        if (parameter.hasParameterAnnotation(OwnUnit.class)) return Scope.own(unit.path());
        if (parameter.getParameterType() == Desk.class) return Scope.subtree(unit.path());
        throw new IllegalStateException("@OwnUnit or @Subtree expected on " + parameter);
    }

    private static boolean isByLine(@Nullable String by) {
        if (by == null || by.equals(Hierarchy.BLOCK.name())) return false;
        if (by.equals(Hierarchy.LINE.name())) return true;
        throw new ProblemException(BAD_REQUEST, "scope.hierarchy-unknown");
    }

    private static String linePath(Unit unit) {
        var path = unit.linePath();
        if (path == null) throw new ProblemException(FORBIDDEN, "scope.no-line");
        return path;
    }
}
