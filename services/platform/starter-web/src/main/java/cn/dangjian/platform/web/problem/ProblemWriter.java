package cn.dangjian.platform.web.problem;

import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Fills a problem's texts in the reader's language, its path and its trace id just before it is written. */
@ControllerAdvice
class ProblemWriter implements ResponseBodyAdvice<Object> {

    private final ProblemTexts texts;
    private final ObjectProvider<Tracer> tracer;
    private final LocaleResolver locales;

    ProblemWriter(ProblemTexts texts, ObjectProvider<Tracer> tracer, LocaleResolver locales) {
        this.texts = texts;
        this.tracer = tracer;
        this.locales = locales;
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType selectedContentType,
            Class<? extends HttpMessageConverter<?>> selectedConverterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Problem problem) fill(problem, request.getURI().getRawPath(), locale(request));
        return body;
    }

    /** Before the dispatcher has run, in filters, nobody else has looked at what the reader wants. */
    private Locale locale(ServerHttpRequest request) {
        return request instanceof ServletServerHttpRequest servlet
                ? locales.resolveLocale(servlet.getServletRequest())
                : LocaleContextHolder.getLocale();
    }

    private void fill(Problem problem, String path, Locale locale) {
        problem.setTitle(texts.title(problem.code(), locale));
        problem.setDetail(texts.detail(problem.code(), problem.args(), locale));
        problem.setInstance(URI.create(path));
        var span =
                tracer.stream().map(Tracer::currentSpan).filter(s -> s != null).findFirst();
        span.ifPresent(s -> problem.setProperty("traceId", s.context().traceId()));
    }
}
