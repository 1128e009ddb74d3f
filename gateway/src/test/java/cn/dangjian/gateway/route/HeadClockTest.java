package cn.dangjian.gateway.route;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.gateway.GatewayTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "dangjian.gateway.head-pause=700ms")
class HeadClockTest extends GatewayTest {

    private static final String WHOLE = "GET /task/internal/x HTTP/1.1\r\nHost: gateway\r\n\r\n";
    private static final String HALF = "GET /task/v1/x HTTP/1.1\r\nHost: ";

    @Test
    void closesAConnectionOnWhichAHeadDoesNotEnd() throws IOException {
        try (var socket = socket()) {
            write(socket, HALF);

            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void takesTheTimeFromTheFirstByte() throws IOException {
        try (var socket = socket()) {
            write(socket, HALF);

            // each byte that comes is a sign of life, and none ends the head
            await().atMost(Duration.ofSeconds(10)).until(() -> isClosedAfter(socket, "a"));
        }
    }

    @Test
    void looksAtTheHeadsThatFollowToo() throws IOException {
        try (var socket = socket()) {
            write(socket, WHOLE);
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            write(socket, HALF);

            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .contains("path.unknown");
        }
    }

    private static boolean isClosedAfter(Socket socket, String more) {
        try {
            write(socket, more);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private Socket socket() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }
}
