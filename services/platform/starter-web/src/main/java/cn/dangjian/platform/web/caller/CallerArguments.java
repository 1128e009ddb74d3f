package cn.dangjian.platform.web.caller;

import cn.dangjian.platform.web.problem.DoorRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the {@link Caller} from the verified token, or refuses. */
public class CallerArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer mavContainer,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        return caller(request);
    }

    /** The caller of a request whose token has been verified. */
    public static Caller caller(NativeWebRequest request) {
        return caller(token(request));
    }

    /** The account of a person whose token has been verified, with or without a post; services are refused. */
    public static AccountId person(NativeWebRequest request) {
        var token = token(request);
        if (isService(token)) throw DoorRefusal.NO_POST.get();
        return account(token);
    }

    static Jwt token(NativeWebRequest request) {
        if (request.getUserPrincipal() instanceof JwtAuthenticationToken authentication)
            return authentication.getToken();
        throw DoorRefusal.TOKEN_MISSING.get();
    }

    private static Caller caller(Jwt token) {
        if (isService(token)) throw DoorRefusal.NO_POST.get();
        Long unit = number(token, "unit");
        Long post = number(token, "post");
        if (unit == null || post == null) throw DoorRefusal.NO_POST.get();
        String duty = token.getClaimAsString("duty");
        return new Caller(account(token), unit, post, duty == null ? "" : duty);
    }

    static AccountId account(Jwt token) {
        try {
            return AccountId.valueOf(subject(token));
        } catch (NumberFormatException e) {
            throw DoorRefusal.TOKEN_INVALID.get();
        }
    }

    static String subject(Jwt token) {
        String subject = token.getSubject();
        if (subject == null) throw DoorRefusal.TOKEN_INVALID.get();
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
