package cn.dangjian.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.gateway.GatewayTest;
import cn.dangjian.gateway.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service that takes connections and says nothing. */
class HangingServiceTest extends GatewayTest {

    private static final ServerSocket SILENT = silent();

    @DynamicPropertySource
    static void hangs(DynamicPropertyRegistry registry) {
        registry.add("dangjian.gateway.routes.push.address", () -> "http://127.0.0.1:" + SILENT.getLocalPort());
    }

    private static ServerSocket silent() {
        try {
            return new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void close() throws IOException {
        SILENT.close();
    }

    /** Asked twice, one patience after the other, it would hold up the operator for four seconds. */
    @Test
    void holdsUpTheOperatorForOnePatience() throws Exception {
        var page = request("/operations/services", Token.ofTheAdministrator());
        send(page);
        long start = System.nanoTime();
        var answer = send(page);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(3800));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("services").valueStream())
                .anyMatch(service -> service.path("name").asString().equals("push")
                        && !service.path("ready").asBoolean(true)
                        && service.path("unsent").isNull())
                .anyMatch(service -> service.path("name").asString().equals("task")
                        && service.path("ready").asBoolean());
    }
}
