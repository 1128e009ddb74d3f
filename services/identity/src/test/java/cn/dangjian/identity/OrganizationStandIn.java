package cn.dangjian.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Stands in for the organization service: answers as it is told, also not at all. */
public final class OrganizationStandIn {

    private final HttpServer server;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile int status = 404;
    private volatile String body = "{}";
    private volatile @Nullable CountDownLatch hanging;
    private volatile @Nullable String authorization;

    private OrganizationStandIn(HttpServer server) {
        this.server = server;
    }

    static OrganizationStandIn start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var standIn = new OrganizationStandIn(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/internal/units/", standIn::answer);
            server.start();
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void answers(int status, String body) {
        release();
        this.status = status;
        this.body = body;
        calls.set(0);
    }

    public void hangs() {
        this.hanging = new CountDownLatch(1);
        calls.set(0);
    }

    public void release() {
        var latch = hanging;
        hanging = null;
        if (latch != null) latch.countDown();
    }

    public int calls() {
        return calls.get();
    }

    public @Nullable String authorization() {
        return authorization;
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        authorization = exchange.getRequestHeaders().getFirst("Authorization");
        var latch = hanging;
        if (latch != null) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
