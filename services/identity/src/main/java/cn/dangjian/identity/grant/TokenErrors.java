package cn.dangjian.identity.grant;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the endpoints for tokens refuse: as RFC 6749 says, whose {@code error_description} may hold no Chinese, and beside it
 * in {@code title} and {@code detail} what to do, in the reader's language.
 */
@Component
class TokenErrors implements AuthenticationFailureHandler {

    private static final String OTHER = "other";

    private final JsonMapper json;
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    TokenErrors(JsonMapper json) {
        this.json = json;
        texts.setBasename("cn/dangjian/identity/grant/token-errors");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        var error = refusal instanceof OAuth2AuthenticationException oauth ? oauth.getError() : null;
        String code = error == null ? OAuth2ErrorCodes.INVALID_REQUEST : error.getErrorCode();
        boolean isOfClient = OAuth2ErrorCodes.INVALID_CLIENT.equals(code);
        var language = language(request);
        var body = new LinkedHashMap<String, String>();
        body.put("error", code);
        if (error != null && error.getDescription() != null) body.put("error_description", error.getDescription());
        body.put("title", text(code, ".title", language));
        body.put("detail", text(code, ".detail", language));
        response.setStatus((isOfClient ? UNAUTHORIZED : BAD_REQUEST).value());
        if (isOfClient) response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"identity\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    private String text(String code, String part, Locale language) {
        String found = find(code + part, language);
        return found == null ? String.valueOf(find(OTHER + part, language)) : found;
    }

    private @Nullable String find(String key, Locale language) {
        return texts.getMessage(key, null, null, language);
    }

    private static Locale language(HttpServletRequest request) {
        boolean english = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                && request.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return english ? Locale.ENGLISH : Locale.CHINESE;
    }
}
