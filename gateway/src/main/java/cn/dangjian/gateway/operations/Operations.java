package cn.dangjian.gateway.operations;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.gateway.problem.ProblemException;
import cn.dangjian.gateway.session.HousePage;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The operator's door: what services hide from the outside, for the administrator alone. */
@Configuration(proxyBeanMethods = false)
class Operations implements HousePage {

    /** Parked events of all services; each says up to some thousand characters. */
    private static final int FEW = 50;

    private static final String SERVICES = "/operations/services";

    private static final String ADMINISTRATOR = "administrator";

    private final AskServices services;

    Operations(AskServices services) {
        this.services = services;
    }

    record Answer(List<ServiceState> services) {

        private boolean isShort() {
            return services.stream().mapToInt(state -> state.parked().size()).sum() <= FEW;
        }
    }

    @Bean
    RouterFunction<ServerResponse> operationsDoor() {
        return RouterFunctions.route()
                .GET(SERVICES, this::states)
                .POST(SERVICES + "/{name}/parked/{id}", this::sendAgain)
                .build();
    }

    @Override
    public String path() {
        return SERVICES;
    }

    /** Each service looks at the token itself. */
    @Override
    public Mono<Answer> read(String token) {
        return all(token).filter(Answer::isShort);
    }

    private Mono<Answer> all(String token) {
        return services.all(token).map(Answer::new);
    }

    private Mono<ServerResponse> states(ServerRequest request) {
        return administrator(request)
                .flatMap(token -> all(token.getTokenValue()))
                .flatMap(states ->
                        ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(states));
    }

    private Mono<ServerResponse> sendAgain(ServerRequest request) {
        String id = request.pathVariable("id");
        return administrator(request)
                .flatMap(token -> id.matches("\\d{1,18}")
                        ? services.sendAgain(request.pathVariable("name"), Long.parseLong(id), token.getTokenValue())
                        : Mono.error(new ProblemException(NOT_FOUND, "path.unknown")))
                .flatMap(outcome -> ServerResponse.ok().bodyValue(outcome));
    }

    private static Mono<Jwt> administrator(ServerRequest request) {
        return request.principal()
                .ofType(JwtAuthenticationToken.class)
                .map(JwtAuthenticationToken::getToken)
                .filter(token -> {
                    var roles = token.getClaimAsStringList("roles");
                    return roles != null && roles.contains(ADMINISTRATOR);
                })
                .switchIfEmpty(Mono.error(() -> new ProblemException(FORBIDDEN, "access.denied")));
    }
}
