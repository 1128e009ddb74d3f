package cn.dangjian.push.token;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Sends push's own token along, whoever's stream is the reason; fetched once and renewed before it expires. */
@Component
public class ServiceToken implements ExchangeFilterFunction {

    private static final String HOUSE = "house";
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final Authentication self;
    private final ReactiveOAuth2AuthorizedClientService clients;
    private final AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager manager;

    ServiceToken(TokenSettings settings, Environment environment) {
        String service = environment.getRequiredProperty("spring.application.name");
        this.self =
                new AnonymousAuthenticationToken(service, service, AuthorityUtils.createAuthorityList("ROLE_SERVICE"));
        var registrations =
                new InMemoryReactiveClientRegistrationRepository(ClientRegistration.withRegistrationId(HOUSE)
                        .clientId(service)
                        .clientSecret(settings.clientSecret())
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .tokenUri(settings.tokenUrl())
                        .build());
        this.clients = new InMemoryReactiveOAuth2AuthorizedClientService(registrations);
        this.manager = new AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager(registrations, clients);
        var tokens = new WebClientReactiveClientCredentialsTokenResponseClient();
        tokens.setWebClient(WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT.toMillis())
                        .responseTimeout(settings.timeout())))
                .build());
        manager.setAuthorizedClientProvider(ReactiveOAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials(credentials -> credentials.accessTokenResponseClient(tokens))
                .build());
    }

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        return manager.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(HOUSE)
                        .principal(self)
                        .build())
                .map(client -> ClientRequest.from(request)
                        .headers(headers ->
                                headers.setBearerAuth(client.getAccessToken().getTokenValue()))
                        .build())
                .flatMap(next::exchange)
                .flatMap(this::forgetIfRefused);
    }

    /** The keys may have changed: the next call fetches a new token. */
    private Mono<ClientResponse> forgetIfRefused(ClientResponse response) {
        if (response.statusCode() != HttpStatus.UNAUTHORIZED) return Mono.just(response);
        return clients.removeAuthorizedClient(HOUSE, self.getName()).thenReturn(response);
    }
}
