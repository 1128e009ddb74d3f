package cn.dangjian.dues.online.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.dues.SandboxKeys;
import cn.dangjian.dues.online.provider.OnlineSettings.Provider;
import cn.dangjian.platform.neighbours.NeighbourSettings;
import cn.dangjian.testkit.Keys;
import com.nimbusds.jose.JOSEException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A provider that says what nobody has signed, and one that is not there. */
class ProviderLineTest {

    private static final byte[] NOTHING = new byte[0];
    private static final int WINDOW = 4;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void somebodyElse() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void believesNoAnswerThatIsNotSignedAndAsksNoMoreAfterAWhile() throws JOSEException {
        var line = line("http://127.0.0.1:" + server.getAddress().getPort());

        for (int i = 0; i < 2 * WINDOW; i++) {
            assertThatThrownBy(() -> line.ask("GET", "/orders/1", NOTHING)).isInstanceOf(ProviderSilentException.class);
        }

        assertThat(asked).hasValue(WINDOW / 2);
    }

    @Test
    void saysThatNobodyAnswers() throws JOSEException {
        var line = line("http://127.0.0.1:" + server.getAddress().getPort());
        stop();

        assertThatThrownBy(() -> line.ask("GET", "/orders/1", NOTHING))
                .isInstanceOf(ProviderSilentException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void asksNothingInsideATransaction() throws JOSEException {
        var line = line("http://127.0.0.1:" + server.getAddress().getPort());
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> line.ask("GET", "/orders/1", NOTHING)).isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(asked).hasValue(0);
    }

    private static ProviderLine line(String url) throws JOSEException {
        var its = Keys.rsa("stranger").toRSAPublicKey();
        var call = new NeighbourSettings(
                url, Duration.ofSeconds(2), Duration.ofSeconds(5), 2, WINDOW, 50, Duration.ofMinutes(1));
        var settings = new OnlineSettings(
                Provider.SANDBOX,
                "we",
                SandboxKeys.providerKey(),
                Base64.getEncoder().encodeToString(its.getEncoded()),
                "own",
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                call);
        return new ProviderLine(settings, new Addresses(settings), Clock.systemUTC());
    }
}
