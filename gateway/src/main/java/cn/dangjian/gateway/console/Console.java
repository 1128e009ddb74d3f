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

/**
 * The door of the pages. What the front page names never changes. The page itself is kept for some days, since it costs a
 * slow line a whole round trip: each answer of a session says which version is the one of today, and a page of another
 * one is opened anew.
 */
@Configuration(proxyBeanMethods = false)
class Console {

    private static final String FOR_SOME_DAYS = "private, max-age=604800";
    private static final String ASK_EACH_TIME = "no-cache";
    private static final String NEVER_KEPT = "no-store";
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
        // with a code in its address it is opened once
        String caching = request.queryParams().isEmpty() ? FOR_SOME_DAYS : ASK_EACH_TIME;
        return files.frontPage().answer(request, caching, headers);
    }

    private Mono<ServerResponse> file(ServerRequest request) {
        String version = request.pathVariable("version");
        String name = request.pathVariable("name");
        var file = files.find(version, name);
        if (file != null) return file.answer(request, FOR_A_YEAR, new HttpHeaders());
        var anew = files.anew(version, name);
        if (anew != null) return anew.answer(request, NEVER_KEPT, new HttpHeaders());
        return Mono.error(new ProblemException(NOT_FOUND, "path.unknown"));
    }
}
