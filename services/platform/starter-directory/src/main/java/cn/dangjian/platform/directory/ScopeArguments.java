package cn.dangjian.platform.directory;

import cn.dangjian.platform.web.caller.CallerArguments;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Resolves a {@link Scope} parameter from the caller's unit; a Scope without an annotation is a mistake. */
class ScopeArguments implements HandlerMethodArgumentResolver {

    private final Directory directory;

    ScopeArguments(Directory directory) {
        this.directory = directory;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Scope.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer mavContainer,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        var unit = directory.unitOf(CallerArguments.caller(request));
        if (parameter.hasParameterAnnotation(Subtree.class)) return Scope.subtree(unit.path());
        if (parameter.hasParameterAnnotation(OwnUnit.class)) return Scope.own(unit.path());
        throw new IllegalStateException("@OwnUnit or @Subtree expected on " + parameter);
    }
}
