package cn.dangjian.identity.client;

import static org.springframework.security.oauth2.core.AuthorizationGrantType.AUTHORIZATION_CODE;
import static org.springframework.security.oauth2.core.AuthorizationGrantType.CLIENT_CREDENTIALS;
import static org.springframework.security.oauth2.core.AuthorizationGrantType.REFRESH_TOKEN;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_POST;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.NONE;

import cn.dangjian.identity.token.TokenSettings;
import java.time.Duration;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;

/** The registered clients, from configuration: they change with a release, not with a request. */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ClientConfiguration.class);

    @Bean
    RegisteredClientRepository registeredClients(HouseClients house, TokenSettings tokens) {
        var clients = new ArrayList<RegisteredClient>();
        clients.add(app(tokens));
        if (!house.webRedirects().isEmpty()) clients.add(web(house, tokens));
        house.services().forEach((service, secret) -> {
            if (secret.isBlank()) log.warn("Service {} has no client secret and will get no tokens", service);
            else clients.add(service(service, secret, tokens));
        });
        return new InMemoryRegisteredClientRepository(clients);
    }

    /** The app of the house: asks for login and password itself. */
    private static RegisteredClient app(TokenSettings tokens) {
        return person(Clients.APP, tokens)
                .authorizationGrantType(Clients.SIGN_IN)
                .build();
    }

    /** Pages in a browser: sends people to identity to sign in. */
    private static RegisteredClient web(HouseClients house, TokenSettings tokens) {
        return person(Clients.WEB, tokens)
                .authorizationGrantType(AUTHORIZATION_CODE)
                .redirectUris(uris -> uris.addAll(house.webRedirects()))
                .build();
    }

    private static RegisteredClient.Builder person(String name, TokenSettings tokens) {
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientAuthenticationMethod(NONE)
                .authorizationGrantType(REFRESH_TOKEN)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(lives(tokens.access())
                        .refreshTokenTimeToLive(tokens.refresh())
                        .reuseRefreshTokens(false)
                        .authorizationCodeTimeToLive(tokens.code())
                        .build());
    }

    private static RegisteredClient service(String name, String secret, TokenSettings tokens) {
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientSecret(SecretComparison.hash(secret))
                .clientAuthenticationMethod(CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(CLIENT_SECRET_POST)
                .authorizationGrantType(CLIENT_CREDENTIALS)
                .tokenSettings(lives(tokens.service()).build())
                .build();
    }

    private static org.springframework.security.oauth2.server.authorization.settings.TokenSettings.Builder lives(
            Duration access) {
        return org.springframework.security.oauth2.server.authorization.settings.TokenSettings.builder()
                .accessTokenTimeToLive(access);
    }
}
