package cn.dangjian.identity.grant;

import static org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames.GRANT_TYPE;

import cn.dangjian.identity.client.Clients;
import cn.dangjian.identity.device.DeviceToken;
import cn.dangjian.identity.session.Choice;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads login and password from the form; never from the address, which ends up in logs. */
class SignInGrantConverter implements AuthenticationConverter {

    private static final int LONGEST = 1024;

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (!Clients.SIGN_IN.getValue().equals(request.getParameter(GRANT_TYPE))) return null;
        var client = SecurityContextHolder.getContext().getAuthentication();
        if (client == null) throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        if (request.getQueryString() != null) throw invalid("in the body only");
        return new SignInGrant(
                client, one(request, "username"), one(request, "password"), choice(request), device(request));
    }

    /** From which post or mandate; without either from the first own post. */
    private static Choice choice(HttpServletRequest request) {
        var choice = new Choice(number(request, "post"), number(request, "mandate"));
        if (choice.post() != null && choice.mandate() != null) throw invalid("post or mandate");
        return choice;
    }

    private static @Nullable String device(HttpServletRequest request) {
        return request.getParameterValues(DeviceToken.FIELD) == null ? null : one(request, DeviceToken.FIELD);
    }

    private static @Nullable Long number(HttpServletRequest request, String name) {
        if (request.getParameterValues(name) == null) return null;
        String text = one(request, name);
        if (!text.matches("[1-9][0-9]{0,17}")) throw invalid(name);
        return Long.valueOf(text);
    }

    private static String one(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        if (values == null || values.length != 1) throw invalid(name + " once");
        if (values[0].isEmpty() || values[0].length() > LONGEST) throw invalid(name);
        return values[0];
    }

    private static OAuth2AuthenticationException invalid(String what) {
        return new OAuth2AuthenticationException(
                new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "Expected: " + what, null));
    }
}
