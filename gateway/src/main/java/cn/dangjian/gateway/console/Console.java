package cn.dangjian.gateway.console;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.gateway.problem.ProblemException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The door of the pages: the front page is asked for each time, what it names never changes. */
@Configuration(proxyBeanMethods = false)
class Console {

    private static final String ASK_EACH_TIME = "no-cache";
    private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

    private final ConsoleFiles files;

    Console(ConsoleFiles files) {
        this.files = files;
    }

    @Bean
    RouterFunction<ServerResponse> pages() {
        return RouterFunctions.route()
                .GET("/", this::frontPage)
                .GET("/console/{version}/{name}", this::file)
                .build();
    }

    private Mono<ServerResponse> frontPage(ServerRequest request) {
        var headers = new HttpHeaders();
        headers.set("Content-Security-Policy", files.policy());
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        return files.frontPage().answer(request, ASK_EACH_TIME, headers);
    }

    private Mono<ServerResponse> file(ServerRequest request) {
        var file = files.find(request.pathVariable("version"), request.pathVariable("name"));
        if (file == null) return Mono.error(new ProblemException(NOT_FOUND, "path.unknown"));
        return file.answer(request, FOR_A_YEAR, new HttpHeaders());
    }
}
