package cn.dangjian.identity.client;

import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.NONE;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Accepts the name of a client that is registered as public; what it then presents is its own proof. */
class PublicClientProvider implements AuthenticationProvider {

    private final RegisteredClientRepository clients;

    PublicClientProvider(RegisteredClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var client = clients.findByClientId(authentication.getName());
        if (client == null || !client.getClientAuthenticationMethods().contains(NONE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, NONE, null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return PublicClient.class.isAssignableFrom(authentication);
    }
}
