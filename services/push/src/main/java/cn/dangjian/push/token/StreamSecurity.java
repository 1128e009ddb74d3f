package cn.dangjian.push.token;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import cn.dangjian.push.problem.ProblemException;
import cn.dangjian.push.problem.ProblemWriter;
import io.netty.channel.ChannelOption;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.JwkSetUriReactiveJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/** Fail closed: everything but health, metrics and the API document needs a valid token. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class StreamSecurity {

    private static final String[] OPEN = {
        "/actuator/health/**", "/actuator/info", "/actuator/prometheus", "/v3/api-docs/**"
    };

    /** Keys are fetched with a limit of time; those that are known outlive the identity service. */
    @Bean
    JwkSetUriReactiveJwtDecoderBuilderCustomizer keysInTime(TokenSettings settings) {
        var client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 1000)
                        .responseTimeout(settings.timeout())))
                .build();
        return decoder -> decoder.webClient(client);
    }

    @Bean
    OpenAPI openApi() {
        var token = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT");
        return new OpenAPI()
                .info(new Info().title("push").version("v1"))
                .components(new Components().addSecuritySchemes("token", token))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

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
