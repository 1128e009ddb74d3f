package cn.dangjian.platform.web.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

class FirstKeysTest {

    private final List<String> asked = new ArrayList<>();

    private int triesBefore(JwtException... answers) {
        Deque<JwtException> left = new ArrayDeque<>(List.of(answers));
        new FirstKeys(token -> decode(token, left), Duration.ZERO).run(new DefaultApplicationArguments());
        return asked.size();
    }

    private Jwt decode(String token, Deque<JwtException> left) {
        asked.add(token);
        throw left.isEmpty() ? new BadJwtException("no such key") : left.pop();
    }

    private static JwtException away(Exception cause) {
        return new JwtException("keys cannot be fetched", cause);
    }

    @Test
    void asksUntilTheKeysAreThere() {
        assertThat(triesBefore(away(new SocketTimeoutException()), away(new SocketTimeoutException())))
                .isEqualTo(3);
    }

    @Test
    void asksOnceWhereTheyAreThereAtOnce() {
        assertThat(triesBefore()).isEqualTo(1);
    }

    @Test
    void doesNotWaitForWhoeverIsNotThere() {
        assertThat(triesBefore(away(new ConnectException()), away(new ConnectException())))
                .isEqualTo(1);
    }

    @Test
    void isReadyInTheEndAllTheSame() {
        var slow = away(new SocketTimeoutException());

        assertThat(triesBefore(slow, slow, slow, slow, slow, slow, slow)).isEqualTo(5);
    }
}
