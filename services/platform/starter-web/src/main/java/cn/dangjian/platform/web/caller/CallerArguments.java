package cn.dangjian.platform.web.caller;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import cn.dangjian.platform.web.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads who is calling from the verified token, or refuses. */
public class CallerArguments implements HandlerMethodArgumentResolver {

    private static final List<Class<?>> KINDS = List.of(Caller.class, Administrator.class, ServiceCaller.class);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return KINDS.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer mavContainer,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        var token = token(request);
        if (parameter.getParameterType() == Caller.class) return caller(token);
        if (parameter.getParameterType() == Administrator.class) return administrator(token);
        return service(token);
    }

    /** The caller of a request whose token has been verified. */
    public static Caller caller(NativeWebRequest request) {
        return caller(token(request));
    }

    private static Jwt token(NativeWebRequest request) {
        if (request.getUserPrincipal() instanceof JwtAuthenticationToken authentication)
            return authentication.getToken();
        throw new ProblemException(UNAUTHORIZED, "token.missing");
    }

    private static Caller caller(Jwt token) {
        if (isService(token)) throw new ProblemException(FORBIDDEN, "caller.no-post");
        Long unit = number(token, "unit");
        Long post = number(token, "post");
        if (unit == null || post == null) throw new ProblemException(FORBIDDEN, "caller.no-post");
        String duty = token.getClaimAsString("duty");
        return new Caller(account(token), unit, post, duty == null ? "" : duty);
    }

    private static Administrator administrator(Jwt token) {
        if (!isAdministrator(token)) {
            throw new ProblemException(FORBIDDEN, "caller.not-administrator");
        }
        return new Administrator(account(token));
    }

    private static ServiceCaller service(Jwt token) {
        if (!isService(token)) throw new ProblemException(FORBIDDEN, "caller.not-a-service");
        return new ServiceCaller(subject(token));
    }

    static AccountId account(Jwt token) {
        try {
            return AccountId.valueOf(subject(token));
        } catch (NumberFormatException e) {
            var refusal = new ProblemException(UNAUTHORIZED, "token.invalid");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static String subject(Jwt token) {
        String subject = token.getSubject();
        if (subject == null) throw new ProblemException(UNAUTHORIZED, "token.invalid");
        return subject;
    }

    static boolean isAdministrator(Jwt token) {
        List<String> roles = token.getClaimAsStringList("roles");
        return !isService(token) && roles != null && roles.contains(Administrator.ROLE);
    }

    static boolean isService(Jwt token) {
        return Boolean.TRUE.equals(token.getClaim("svc"));
    }

    private static @Nullable Long number(Jwt token, String claim) {
        return token.getClaim(claim) instanceof Number number ? number.longValue() : null;
    }
}
