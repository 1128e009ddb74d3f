package cn.dangjian.identity.client;

import java.util.Map;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** A public client that says its name where there is no PKCE to check: anything but the exchange of a code. */
class PublicClient extends OAuth2ClientAuthenticationToken {

    PublicClient(String clientId) {
        super(clientId, ClientAuthenticationMethod.NONE, null, Map.of());
    }
}
