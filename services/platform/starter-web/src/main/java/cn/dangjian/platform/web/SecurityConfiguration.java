package cn.dangjian.platform.web;

import cn.dangjian.platform.web.caller.AccessVersions;
import cn.dangjian.platform.web.caller.Doors;
import cn.dangjian.platform.web.caller.FirstKeys;
import cn.dangjian.platform.web.caller.OpenPaths;
import cn.dangjian.platform.web.caller.RememberedTokens;
import cn.dangjian.platform.web.caller.ServiceTokens;
import cn.dangjian.platform.web.caller.SupersededFilter;
import cn.dangjian.platform.web.caller.TokenSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Fail closed: everything but health, metrics and the API document needs a token that is valid and still good. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenSettings.class)
class SecurityConfiguration {

    private static final String[] ALWAYS_OPEN = {
        "/actuator/health/**",
        "/actuator/info",
        "/actuator/prometheus",
        "/actuator/directory",
        "/v3/api-docs/**",
        "/error"
    };

    @Bean
    @Order(100)
    SecurityFilterChain resourceServer(
            HttpSecurity http,
            ObjectProvider<OpenPaths> open,
            AccessVersions access,
            JwtDecoder decoder,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        AuthenticationEntryPoint refuse =
                (request, response, e) -> problems.resolveException(request, response, null, e);
        String[] opened = open.stream()
                .map(OpenPaths::patterns)
                .flatMap(Collection::stream)
                .toArray(String[]::new);
        http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(ALWAYS_OPEN)
                        .permitAll()
                        .requestMatchers(opened)
                        .permitAll()
                        .requestMatchers("/internal/**")
                        .access(Doors.forServices())
                        .requestMatchers("/actuator/**")
                        .access(Doors.forAdministrators())
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(exceptions -> exceptions
                        .authenticationEntryPoint(refuse)
                        .accessDeniedHandler(
                                (request, response, e) -> problems.resolveException(request, response, null, e)))
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.decoder(RememberedTokens.of(decoder, Clock.systemUTC())))
                                .authenticationEntryPoint(refuse)
                                .withObjectPostProcessor(answerWhenKeysAreAway(refuse)))
                .addFilterBefore(new SupersededFilter(access, problems), AuthorizationFilter.class);
        return http.build();
    }

    /** The filter throws when the JWK set cannot be fetched; a client then deserves 503 rather than 500. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answerWhenKeysAreAway(
            AuthenticationEntryPoint refuse) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(refuse::commence);
                return filter;
            }
        };
    }

    /** What filters and managers of its own do is a tenth of a short request, and a trace shows the doors without it. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** Without this, a key server that is silent would hold every request for half a minute. */
    @Bean
    JwkSetUriJwtDecoderBuilderCustomizer keysAreFetchedInTime(TokenSettings settings) {
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(settings.timeout());
        return decoder -> decoder.restOperations(new RestTemplate(requests));
    }

    @Bean
    FirstKeys firstKeys(JwtDecoder decoder) {
        return new FirstKeys(decoder, Duration.ofSeconds(1));
    }

    /** There are no users here; without this bean Boot would make one with a password in the log. */
    @Bean
    @ConditionalOnMissingBean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    @Bean
    @ConditionalOnMissingBean
    ServiceTokens serviceTokens(TokenSettings settings, Environment environment) {
        String tokenUrl = settings.tokenUrl();
        if (tokenUrl == null || tokenUrl.isBlank()) {
            return () -> {
                throw new IllegalStateException("dangjian.token.token-url is not set");
            };
        }
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(settings.timeout());
        var client = new RestClientClientCredentialsTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return ServiceTokens.byClientCredentials(
                environment.getRequiredProperty("spring.application.name"),
                String.valueOf(settings.clientSecret()),
                tokenUrl,
                client);
    }
}
