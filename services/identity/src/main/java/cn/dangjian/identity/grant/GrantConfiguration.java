package cn.dangjian.identity.grant;

import static org.springframework.security.oauth2.core.AuthorizationGrantType.AUTHORIZATION_CODE;
import static org.springframework.security.oauth2.core.AuthorizationGrantType.CLIENT_CREDENTIALS;
import static org.springframework.security.oauth2.core.AuthorizationGrantType.REFRESH_TOKEN;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_POST;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.NONE;

import cn.dangjian.identity.client.ClientAuthentication;
import cn.dangjian.identity.client.Clients;
import cn.dangjian.identity.token.TokenSettings;
import cn.dangjian.platform.web.caller.OpenPaths;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadata;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The authorization server: its endpoints come before the doors of the resource server. */
@Configuration(proxyBeanMethods = false)
class GrantConfiguration {

    private static final List<String> SECRETS = List.of(CLIENT_SECRET_BASIC.getValue(), CLIENT_SECRET_POST.getValue());

    private static final String AUTHORIZE = "/oauth2/authorize";

    @Bean
    AuthorizationServerSettings authorizationServerSettings(TokenSettings tokens) {
        return AuthorizationServerSettings.builder().issuer(tokens.issuer()).build();
    }

    /** What is open beside the authorization server's own endpoints. */
    @Bean
    OpenPaths openPaths() {
        return new OpenPaths("/login", "/v1/activations");
    }

    /** Keeps no session: whoever signed in at the page brings proof in a cookie, to whichever replica. */
    @Bean
    @Order(10)
    SecurityFilterChain authorizationServer(
            HttpSecurity http,
            ClientAuthentication clientAuthentication,
            TokenEndpoint tokenEndpoint,
            TokenErrors errors,
            SignedInCookie cookie,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.clientAuthentication(client -> {
                                clientAuthentication.customize(client);
                                client.errorResponseHandler(errors);
                            })
                            .tokenEndpoint(tokenEndpoint)
                            .tokenRevocationEndpoint(revocation -> revocation.errorResponseHandler(errors))
                            .authorizationServerMetadataEndpoint(document ->
                                    document.authorizationServerMetadataCustomizer(GrantConfiguration::describe));
                })
                // services check tokens by themselves: nobody in the house asks what one says
                .authorizeHttpRequests(requests -> requests.requestMatchers("/oauth2/introspect")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(exceptions -> exceptions.defaultAuthenticationEntryPointFor(
                        new ToLoginPage(), PathPatternRequestMatcher.pathPattern(AUTHORIZE)))
                .addFilterBefore(new ProblemsFilter(problems), SecurityContextHolderFilter.class)
                .addFilterAfter(new SignedInCookieFilter(cookie), SecurityContextHolderFilter.class);
        return http.build();
    }

    /** What is there and nothing else: Spring's own document names grants that no client here has, and no public client. */
    private static void describe(OAuth2AuthorizationServerMetadata.Builder document) {
        document.grantTypes(grants -> {
                    grants.clear();
                    grants.addAll(List.of(
                            AUTHORIZATION_CODE.getValue(),
                            REFRESH_TOKEN.getValue(),
                            CLIENT_CREDENTIALS.getValue(),
                            Clients.SIGN_IN.getValue()));
                })
                .tokenEndpointAuthenticationMethods(GrantConfiguration::publicOrSecret)
                .tokenRevocationEndpointAuthenticationMethods(GrantConfiguration::publicOrSecret)
                .claims(claims -> {
                    claims.keySet()
                            .removeIf(name -> name.startsWith("introspection_")
                                    || name.startsWith("tls_client_")
                                    || name.startsWith("dpop_"));
                });
    }

    private static void publicOrSecret(List<String> methods) {
        methods.clear();
        methods.add(NONE.getValue());
        methods.addAll(SECRETS);
    }
}
