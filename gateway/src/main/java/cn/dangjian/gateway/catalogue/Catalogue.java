package cn.dangjian.gateway.catalogue;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The front page is the catalogue. */
@Configuration(proxyBeanMethods = false)
class Catalogue {

    @Bean
    RouterFunction<ServerResponse> frontPage() {
        return RouterFunctions.route()
                .GET("/", request -> ServerResponse.temporaryRedirect(URI.create("/docs"))
                        .build())
                .build();
    }
}
