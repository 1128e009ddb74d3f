package cn.dangjian.platform.web.caller;

import cn.dangjian.platform.web.problem.DoorRefusal;
import java.util.function.Predicate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Whom whole groups of paths are for, also where a controller forgets to ask. */
public final class Doors {

    private Doors() {}

    /** Refuses everybody else with 403 {@code caller.not-a-service}. */
    public static AuthorizationManager<RequestAuthorizationContext> forServices() {
        return only(CallerArguments::isService, DoorRefusal.NOT_A_SERVICE);
    }

    /** Refuses everybody else with 403 {@code caller.not-administrator}. */
    public static AuthorizationManager<RequestAuthorizationContext> forAdministrators() {
        return only(CallerArguments::isAdministrator, DoorRefusal.NOT_ADMINISTRATOR);
    }

    private static AuthorizationManager<RequestAuthorizationContext> only(Predicate<Jwt> who, DoorRefusal refusal) {
        return (authentication, request) -> {
            if (!(authentication.get() instanceof JwtAuthenticationToken token))
                return new AuthorizationDecision(false);
            if (!who.test(token.getToken())) throw new WrongCaller(refusal);
            return new AuthorizationDecision(true);
        };
    }

    /** Someone who is known, at a door that is not for him. */
    public static final class WrongCaller extends AccessDeniedException {

        WrongCaller(DoorRefusal refusal) {
            super(refusal.reason().code(), refusal.get());
        }
    }
}
