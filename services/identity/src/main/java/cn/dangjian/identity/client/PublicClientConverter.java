package cn.dangjian.identity.client;

import static org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames.CLIENT_ID;
import static org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames.CLIENT_SECRET;
import static org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames.GRANT_TYPE;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads the name of a public client from a request that Spring Authorization Server leaves alone: its own converter
 * knows public clients only where they exchange a code. A grant that nobody knows is for the token endpoint to refuse.
 */
class PublicClientConverter implements AuthenticationConverter {

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var names = request.getParameterValues(CLIENT_ID);
        if (names == null || names.length != 1 || names[0].isBlank()) return null;
        if (request.getParameter(CLIENT_SECRET) != null || request.getHeader(HttpHeaders.AUTHORIZATION) != null)
            return null;
        boolean exchangesACode =
                AuthorizationGrantType.AUTHORIZATION_CODE.getValue().equals(request.getParameter(GRANT_TYPE));
        return exchangesACode ? null : new PublicClient(names[0]);
    }
}
