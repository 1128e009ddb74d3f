package cn.dangjian.gateway.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The cookie with the refresh token: only this door gets it, no script reads it, and it goes with the browser. */
final class SessionCookie {

    private static final String NAME = "dangjian-session";

    private SessionCookie() {}

    static ResponseCookie of(String token, ServerRequest request) {
        return cookie(token, request).build();
    }

    static ResponseCookie none(ServerRequest request) {
        return cookie("", request).maxAge(Duration.ZERO).build();
    }

    static @Nullable String read(ServerRequest request) {
        var cookie = request.cookies().getFirst(NAME);
        return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, ServerRequest request) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure("https".equals(request.uri().getScheme()))
                .path("/session");
    }
}
