package cn.dangjian.platform.web.trial.thing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class BodyLimitTest {

    private static final int MEGABYTE = 1024 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    ThingTable things;

    @ParameterizedTest
    @CsvSource({
        "declared, 0, 201",
        "chunked, 0, 201",
        "declared, 1, 413",
        "chunked, 1, 413",
        "declared, 19922944, 413",
        "chunked, 19922944, 413"
    })
    void takesABodyUpToTheLimitAndStoresNothingOfALargerOne(String how, int more, int status) throws Exception {
        String name = UUID.randomUUID().toString();

        String answer = send(body(name, MEGABYTE + more), how.equals("declared"));

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(things.count(name)).isEqualTo(status == 201 ? 1 : 0);
        if (status == 413) {
            assertThat(answer).contains("application/problem+json", "body.too-large", "1,048,576");
        }
    }

    /** White space is no part of what is read, but it is part of the body. */
    private static byte[] body(String name, int length) {
        String json = "{\"name\": \"" + name + "\", \"then\": \"KEEP\"}";
        return (json + " ".repeat(length - json.length())).getBytes(UTF_8);
    }

    /** Writes and reads at the same time: whoever only writes does not hear the refusal. */
    private String send(byte[] body, boolean declared) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var writer = Executors.newVirtualThreadPerTaskExecutor()) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(head(declared ? "Content-Length: " + body.length : "Transfer-Encoding: chunked"));
            writer.execute(() -> write(out, body, declared));
            var answer = new StringBuilder();
            var in = socket.getInputStream();
            while (!answer.toString().contains("\r\n0\r\n")
                    && !answer.toString().contains("\"traceId\"")) {
                byte[] buffer = new byte[8192];
                int n = in.read(buffer);
                if (n < 0) break;
                answer.append(new String(buffer, 0, n, UTF_8));
                if (answer.toString().contains("\"version\":1}")) break;
            }
            return answer.toString();
        }
    }

    private byte[] head(String length) {
        return ("POST /v1/things HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer " + tokens.at(1) + "\r\n"
                        + "Idempotency-Key: " + UUID.randomUUID() + "\r\n"
                        + length + "\r\n\r\n")
                .getBytes(US_ASCII);
    }

    private static void write(OutputStream out, byte[] body, boolean declared) {
        try {
            for (int at = 0; at < body.length; at += 65536) {
                int length = Math.min(65536, body.length - at);
                if (!declared) out.write((Integer.toHexString(length) + "\r\n").getBytes(US_ASCII));
                out.write(body, at, length);
                if (!declared) out.write("\r\n".getBytes(US_ASCII));
            }
            if (!declared) out.write("0\r\n\r\n".getBytes(US_ASCII));
            out.flush();
        } catch (IOException e) {
            // the service has hung up, as it should
        }
    }
}
