package cn.dangjian.identity.account;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.caller.Administrator;
import cn.dangjian.platform.web.caller.CallerArguments;
import cn.dangjian.platform.web.problem.DoorRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Resolves who is calling, for what only identity asks: a {@link Person}, or a {@link Superior}. */
@Configuration(proxyBeanMethods = false)
class PersonArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Superior.class, Person.class);
    }

    private final Directory directory;

    PersonArguments(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Superior.class || parameter.getParameterType() == Person.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer mavContainer,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        var token = token(request);
        AccountRefusal.NONE.when(Boolean.TRUE.equals(token.getClaim("svc")));
        var person = person(token);
        return parameter.getParameterType() == Person.class ? person : superior(person, token, request);
    }

    private static Person person(Jwt token) {
        var account = AccountId.valueOf(String.valueOf(token.getSubject()));
        return new Person(account, token.getClaimAsString("sid"), number(token, "post"), number(token, "mandate"));
    }

    private static @Nullable Long number(Jwt token, String claim) {
        return token.getClaim(claim) instanceof Number number ? number.longValue() : null;
    }

    private Superior superior(Person person, Jwt token, NativeWebRequest request) {
        var roles = token.getClaimAsStringList("roles");
        if (roles != null && roles.contains(Administrator.ROLE)) return Superior.administrator(person);
        var caller = CallerArguments.caller(request);
        var unit = directory.unitOf(caller);
        return new Superior(person, Scope.subtree(unit.path()), caller.unit());
    }

    private static Jwt token(NativeWebRequest request) {
        if (request.getUserPrincipal() instanceof JwtAuthenticationToken token) return token.getToken();
        throw DoorRefusal.TOKEN_MISSING.get();
    }
}
