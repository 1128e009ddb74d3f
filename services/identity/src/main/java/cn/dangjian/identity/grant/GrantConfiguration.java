package cn.dangjian.identity.grant;

import cn.dangjian.identity.client.ClientAuthentication;
import cn.dangjian.identity.token.TokenSettings;
import cn.dangjian.platform.web.caller.OpenPaths;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The authorization server: its endpoints come before the doors of the resource server. */
@Configuration(proxyBeanMethods = false)
class GrantConfiguration {

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
            SignedInCookie cookie,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.clientAuthentication(clientAuthentication).tokenEndpoint(tokenEndpoint);
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(exceptions -> exceptions.defaultAuthenticationEntryPointFor(
                        new ToLoginPage(), PathPatternRequestMatcher.pathPattern(AUTHORIZE)))
                .addFilterBefore(new ProblemsFilter(problems), SecurityContextHolderFilter.class)
                .addFilterAfter(new SignedInCookieFilter(cookie), SecurityContextHolderFilter.class);
        return http.build();
    }
}
