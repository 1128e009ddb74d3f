package cn.dangjian.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.gateway.GatewayTest;
import cn.dangjian.gateway.House;
import cn.dangjian.gateway.Token;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What goes over a village's line. */
class CompressionTest extends GatewayTest {

    private static final Token COUNTY = Token.of("17");

    @Test
    void compressesLongAnswersForWhoeverTakesThem() throws Exception {
        var answer =
                send(request("/task/v1/list", COUNTY).header("Accept-Encoding", "gzip"), BodyHandlers.ofByteArray());
        var plain = send(request("/task/v1/list", COUNTY));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(House.LIST);
        }
        assertThat(answer.body().length).isLessThan(House.LIST.getBytes(StandardCharsets.UTF_8).length / 5);
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.body()).isEqualTo(House.LIST);
    }

    @Test
    void leavesShortAnswersAsTheyAre() throws Exception {
        var answer = send(request("/task/v1/dispatches/1", COUNTY).header("Accept-Encoding", "gzip"));

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(json(answer).path("path").asString()).isEqualTo("/v1/dispatches/1");
    }

    @Test
    void leavesStreamsAsTheyAre() throws Exception {
        var answer = send(
                request("/push/v1/stream", COUNTY).header("Accept-Encoding", "gzip"), BodyHandlers.ofInputStream());

        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: first");
        }
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    }
}
