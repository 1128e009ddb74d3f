package cn.dangjian.gateway;

import cn.dangjian.testkit.server.Servers;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The started gateway with the files of config-repo, in front of a {@link House}. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=application,gateway",
            "spring.config.additional-location=file:${repository.root}/config-repo/",
            "dangjian.door.metrics-from=127.0.0.0/8",
            "dangjian.session.first-pages=10s"
        })
public abstract class GatewayTest {

    protected static final House HOUSE = new House();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        var servers = Servers.shared();
        registry.add("REDIS_HOST", servers::redisHost);
        registry.add("REDIS_PORT", servers::redisPort);
        registry.add("REDIS_PASSWORD", servers::redisPassword);
        registry.add("TOKEN_ISSUER", () -> Token.ISSUER);
        registry.add("JWKS_URL", () -> HOUSE.url() + "/oauth2/jwks");
        for (var service :
                new String[] {"ORGANIZATION", "TASK", "ASSESSMENT", "NOTIFICATION", "PUSH", "STATISTICS", "IDENTITY"}) {
            registry.add(service + "_URL", HOUSE::url);
        }
        registry.add("DUES_URL", () -> HOUSE.url() + House.ODD);
        registry.add("ARCHIVE_URL", () -> HOUSE.url() + House.OLDER);
        String dead = "http://127.0.0.1:" + closedPort();
        registry.add("MEMBER_URL", () -> dead);
    }

    private static int closedPort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void forget() {
        HOUSE.forget();
    }

    protected HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
    }

    protected HttpRequest.Builder request(String path, Token token) {
        return request(path).header("Authorization", "Bearer " + token.text());
    }

    protected HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    protected <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return CLIENT.send(request.build(), handler);
    }

    protected static HttpRequest.BodyPublisher bytes(int size) {
        return BodyPublishers.ofByteArray(new byte[size]);
    }

    protected static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
