package cn.dangjian.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.gateway.GatewayTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.RepeatedTest;

class KeepAliveTest extends GatewayTest {

    /** Reactor Netty 1.3.7 stopped reading here: the third request was never seen (reactor-netty#4361). */
    @RepeatedTest(5)
    void readsOnAfterTwoRequestsThatCameAtOnce() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.setSoTimeout(5000);
            var out = socket.getOutputStream();

            // the first is answered by another thread, the second at once
            out.write(bytes("/actuator/health/readiness", "/task/internal/x"));
            assertThat(statusAndSkip(in)).contains("200");
            assertThat(statusAndSkip(in)).contains("404");
            out.write(bytes("/task/v1/dispatches"));
            assertThat(statusAndSkip(in)).contains("401");
        }
    }

    private static byte[] bytes(String... paths) {
        var text = new StringBuilder();
        for (var path : paths) text.append("GET ").append(path).append(" HTTP/1.1\r\nHost: gateway\r\n\r\n");
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String statusAndSkip(BufferedReader in) throws IOException {
        String status = in.readLine();
        int length = 0;
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            if (line.regionMatches(true, 0, "Content-Length: ", 0, 16)) length = Integer.parseInt(line.substring(16));
        }
        // the body is UTF-8, its length is in bytes
        for (int read = 0; read < length; )
            read += Character.toString(in.read()).getBytes(StandardCharsets.UTF_8).length;
        return status;
    }
}
