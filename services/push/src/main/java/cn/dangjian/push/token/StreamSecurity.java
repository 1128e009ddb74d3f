package cn.dangjian.push.token;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import cn.dangjian.push.problem.ProblemException;
import cn.dangjian.push.problem.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;

/** Fail closed: everything but health, metrics and the API document needs a valid token. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class StreamSecurity {

    private static final String[] OPEN = {
        "/actuator/health/**", "/actuator/info", "/actuator/prometheus", "/v3/api-docs/**"
    };

    @Bean
    SecurityWebFilterChain resourceServer(ServerHttpSecurity http, ProblemWriter problems) {
        ServerAuthenticationEntryPoint refuse = (exchange, error) -> problems.write(
                exchange,
                new ProblemException(
                        UNAUTHORIZED,
                        error instanceof InvalidBearerTokenException ? "token.invalid" : "token.missing"));
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(exchanges ->
                        exchanges.pathMatchers(OPEN).permitAll().anyExchange().authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {}).authenticationEntryPoint(refuse))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refuse)
                        .accessDeniedHandler((exchange, error) ->
                                problems.write(exchange, new ProblemException(FORBIDDEN, "access.denied"))))
                .build();
    }
}
