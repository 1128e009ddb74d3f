package cn.dangjian.platform.web.caller;

import cn.dangjian.platform.web.problem.DoorRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the {@link Administrator} from the verified token, or refuses. */
public class AdministratorArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Administrator.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var token = CallerArguments.token(request);
        DoorRefusal.NOT_ADMINISTRATOR.unless(CallerArguments.isAdministrator(token));
        return new Administrator(CallerArguments.account(token));
    }
}
