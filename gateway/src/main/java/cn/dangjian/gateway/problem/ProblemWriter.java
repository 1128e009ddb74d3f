package cn.dangjian.gateway.problem;

import cn.dangjian.gateway.trace.TraceId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem in the reader's language. */
@Component
public class ProblemWriter {

    private final JsonMapper json;
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    ProblemWriter(JsonMapper json) {
        this.json = json;
        texts.setBasename("problems");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    public Mono<Void> write(ServerWebExchange exchange, ProblemException problem) {
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        // what a service had begun to answer is gone; only the permission to read the answer stays
        headers.headerNames().stream()
                .filter(name -> !name.toLowerCase(Locale.ROOT).startsWith("access-control-"))
                .toList()
                .forEach(headers::remove);
        response.setStatusCode(problem.status());
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        var retryAfter = problem.retryAfter();
        if (retryAfter != null)
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));

        Locale language = language(exchange.getRequest());
        headers.setContentLanguage(language);
        byte[] body = json.writeValueAsBytes(body(exchange, problem, language));
        headers.setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    /** Writes a problem with one more header. */
    public Mono<Void> write(ServerWebExchange exchange, ProblemException problem, String header, String value) {
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(
                        () -> exchange.getResponse().getHeaders().set(header, value)));
        return write(exchange, problem);
    }

    private Map<String, Object> body(ServerWebExchange exchange, ProblemException problem, Locale language) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:dangjian:problem:" + problem.code());
        body.put("title", texts.getMessage(problem.code() + ".title", null, language));
        body.put("status", problem.status().value());
        body.put("detail", texts.getMessage(problem.code() + ".detail", null, language));
        body.put("instance", exchange.getRequest().getURI().getRawPath());
        body.put("code", problem.code());
        String trace = TraceId.of(exchange);
        if (trace != null) body.put("traceId", trace);
        return body;
    }

    private static Locale language(ServerHttpRequest request) {
        try {
            for (Locale wanted : request.getHeaders().getAcceptLanguageAsLocales()) {
                if (wanted.getLanguage().equals("en")) return Locale.ENGLISH;
                if (wanted.getLanguage().equals("zh")) break;
            }
        } catch (IllegalArgumentException e) {
            return Locale.CHINESE;
        }
        return Locale.CHINESE;
    }
}
