package cn.dangjian.platform.web.paging;

import cn.dangjian.platform.web.problem.RefusedParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads a controller's {@link Slice} parameter, or refuses its limit. */
public class SliceArguments implements HandlerMethodArgumentResolver {

    /** Of a request: what the page before said is next. */
    public static final String CURSOR = "cursor";

    /** Of a request: how many rows at most. */
    public static final String LIMIT = "limit";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Slice.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new Slice(request.getParameter(CURSOR), limit(request.getParameter(LIMIT)));
    }

    private static int limit(@Nullable String text) {
        if (text == null || text.isEmpty()) return Slice.USUAL;
        int limit = number(text);
        if (limit < 1) throw new RefusedParameterException(LIMIT, "Min");
        if (limit > Slice.MOST) throw new RefusedParameterException(LIMIT, "Max");
        return limit;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            var refusal = new RefusedParameterException(LIMIT, "TypeMismatch");
            refusal.initCause(e);
            throw refusal;
        }
    }
}
