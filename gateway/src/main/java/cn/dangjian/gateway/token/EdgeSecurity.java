package cn.dangjian.gateway.token;

import static java.util.Collections.disjoint;
import static java.util.Objects.requireNonNull;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import cn.dangjian.gateway.address.Network;
import cn.dangjian.gateway.problem.ProblemException;
import cn.dangjian.gateway.problem.ProblemWriter;
import cn.dangjian.gateway.trace.TraceId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** What is open, what needs a token, and what a token must be; whose data it opens is decided by the services. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class EdgeSecurity {

    private static final String[] OPEN = {"/", "/actuator/health/**"};
    private static final String CONSOLE = "/console/**";

    /** Whoever comes here has no token yet; his code or his cookie is looked at by the room itself. */
    private static final String[] SESSION = {"/session", "/session/renewal"};

    private static final String[] CATALOGUE = {
        "/docs", "/docs/**", "/swagger-ui/**", "/webjars/**", "/v3/api-docs/swagger-config", "/*/v3/api-docs"
    };
    private static final String[] SIGN_IN = {
        "/identity/oauth2/**",
        "/identity/.well-known/**",
        "/identity/login/**",
        "/.well-known/oauth-authorization-server/identity"
    };

    /** A proxy that says so sends strangers along, however near it is itself. */
    private static final List<String> PROXIED =
            List.of("x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "forwarded", "x-real-ip", "via");

    /** What the payment provider tells is signed, and checked by dues. */
    private static final String PROVIDER = "/dues/v1/provider-callbacks";

    /** Where whoever has an order's address pays, in the sandbox; without one dues asks for a token. */
    private static final String SANDBOX = "/dues/v1/sandbox/pages/**";

    private static final String SWAGGER_NEEDS_STYLES =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; "
                    + "base-uri 'self'; frame-ancestors 'none'";

    @Bean
    SecurityWebFilterChain door(ServerHttpSecurity http, DoorSettings settings, ProblemWriter problems) {
        ServerAuthenticationEntryPoint noToken = (exchange, error) -> {
            boolean invalid = error instanceof InvalidBearerTokenException;
            var problem = new ProblemException(UNAUTHORIZED, invalid ? "token.invalid" : "token.missing");
            return problems.write(
                    exchange,
                    problem,
                    HttpHeaders.WWW_AUTHENTICATE,
                    invalid ? "Bearer error=\"invalid_token\"" : "Bearer");
        };
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .cors(cors -> cors.configurationSource(origins(settings.origins())))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .contentSecurityPolicy(csp -> csp.policyDirectives(SWAGGER_NEEDS_STYLES)))
                .authorizeExchange(exchanges -> exchanges
                        .pathMatchers(OPEN)
                        .permitAll()
                        .pathMatchers(GET, CONSOLE)
                        .permitAll()
                        .pathMatchers(SESSION)
                        .permitAll()
                        .pathMatchers(GET, CATALOGUE)
                        .permitAll()
                        .pathMatchers(SIGN_IN)
                        .permitAll()
                        .pathMatchers(POST, "/identity/v1/activations")
                        .permitAll()
                        .pathMatchers(POST, PROVIDER)
                        .permitAll()
                        .pathMatchers(SANDBOX)
                        .permitAll()
                        .pathMatchers(GET, "/actuator/**")
                        .access((authentication, context) ->
                                Mono.just(new AuthorizationDecision(isNear(context, settings))))
                        .anyExchange()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {}).authenticationEntryPoint(noToken))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(noToken)
                        .accessDeniedHandler((exchange, error) ->
                                problems.write(exchange, new ProblemException(FORBIDDEN, "access.denied"))))
                .build();
    }

    @Bean
    ReactiveJwtDecoder tokens(OAuth2ResourceServerProperties server, DoorSettings settings) {
        var rules = server.getJwt();
        var keys = new SigningKeys(required(rules.getJwkSetUri()), settings.keysFor(), Clock.systemUTC());
        var decoder = NimbusReactiveJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(required(rules.getIssuerUri())),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD,
                        audiences -> audiences != null && !disjoint(audiences, rules.getAudiences()))));
        return new RememberedTokens(decoder, Clock.systemUTC());
    }

    /** A trace shows the routes without what filters and managers of its own do. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    ServerExchangeRejectedHandler oddRequests(ProblemWriter problems) {
        return (exchange, rejected) -> problems.write(exchange, new ProblemException(BAD_REQUEST, "request.invalid"));
    }

    private static String required(@Nullable String rule) {
        return requireNonNull(rule, "spring.security.oauth2.resourceserver.jwt is incomplete");
    }

    private static boolean isNear(AuthorizationContext context, DoorSettings settings) {
        var request = context.getExchange().getRequest();
        var peer = request.getRemoteAddress();
        // as they came: the headers of the request have been cleaned
        HttpServerRequest sent = ServerHttpRequestDecorator.getNativeRequest(request);
        return peer != null
                && PROXIED.stream().noneMatch(name -> sent.requestHeaders().contains(name))
                && peer.getAddress() != null
                && Network.anyContains(settings.metricsFrom(), peer.getAddress());
    }

    private static CorsConfigurationSource origins(List<String> origins) {
        if (origins.isEmpty()) return exchange -> null;

        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of(
                "Authorization",
                "Accept-Language",
                "Content-Type",
                "Idempotency-Key",
                "If-Match",
                "If-None-Match",
                "Last-Event-ID",
                "Upload-Offset",
                "traceparent"));
        cors.setExposedHeaders(List.of("ETag", "Location", "Retry-After", "Upload-Offset", TraceId.HEADER));
        cors.setMaxAge(Duration.ofHours(1));
        return exchange -> cors;
    }
}
