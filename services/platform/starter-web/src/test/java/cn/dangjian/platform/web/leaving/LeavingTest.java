package cn.dangjian.platform.web.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LeavingTest {

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Leaving leaving = new Leaving(new LeavingSettings(PAUSE));

    @BeforeEach
    void aServiceThatRuns() {
        leaving.start();
    }

    @Test
    void keepsConnectionsWhileItRuns() throws Exception {
        assertThat(connection()).isNull();
    }

    @Test
    void answersForTheLastTimeOnEachConnectionWhileItLeaves() throws Exception {
        var gone = new CountDownLatch(1);
        long since = System.nanoTime();

        leaving.stop(gone::countDown);

        while (!leaving.hasBegun()) Thread.onSpinWait();
        assertThat(connection()).isEqualTo("close");
        assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isGreaterThanOrEqualTo(PAUSE);
    }

    private String connection() throws Exception {
        var response = new MockHttpServletResponse();
        new LastAnswerFilter(leaving).doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
        return response.getHeader("Connection");
    }
}
