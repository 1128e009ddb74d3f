package cn.dangjian.platform.web.caller;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** The token with which this service calls another one; fetched once and renewed before it expires. */
public interface ServiceTokens {

    /**
     * The value for {@code Authorization: Bearer}.
     *
     * @throws org.springframework.security.oauth2.core.OAuth2AuthorizationException if identity does not answer or refuses
     */
    String bearer();

    /** Tokens by client credentials from the token endpoint of identity. */
    static ServiceTokens byClientCredentials(
            String service, String secret, String tokenUrl, RestClientClientCredentialsTokenResponseClient client) {
        var registration = ClientRegistration.withRegistrationId("house")
                .clientId(service)
                .clientSecret(secret)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(tokenUrl)
                .build();
        var registrations = new InMemoryClientRegistrationRepository(registration);
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials(credentials -> credentials.accessTokenResponseClient(client))
                .build());
        var principal =
                new AnonymousAuthenticationToken(service, service, AuthorityUtils.createAuthorityList("ROLE_SERVICE"));
        var request = OAuth2AuthorizeRequest.withClientRegistrationId("house")
                .principal(principal)
                .build();
        return () -> {
            var authorized = manager.authorize(request);
            if (authorized == null) throw new IllegalStateException("No token for service " + service);
            return authorized.getAccessToken().getTokenValue();
        };
    }
}
