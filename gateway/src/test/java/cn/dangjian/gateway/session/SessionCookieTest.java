package cn.dangjian.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.reactive.function.server.MockServerRequest;
import org.springframework.web.reactive.function.server.ServerRequest;

class SessionCookieTest {

    @Test
    void isSentOverTlsOnlyWhereThereIsTls() {
        assertThat(SessionCookie.of("t", asked("https://dj.example.gov.cn/session"))
                        .isSecure())
                .isTrue();
        assertThat(SessionCookie.none(asked("https://dj.example.gov.cn/session"))
                        .isSecure())
                .isTrue();
        assertThat(SessionCookie.of("t", asked("http://127.0.0.1:8080/session")).isSecure())
                .isFalse();
    }

    private static ServerRequest asked(String url) {
        return MockServerRequest.builder().uri(URI.create(url)).build();
    }
}
