package cn.dangjian.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.gateway.GatewayTest;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class CatalogueTest extends GatewayTest {

    @Test
    void isAtDocs() throws Exception {
        var docs = send(request("/docs"));
        assertThat(docs.statusCode()).isIn(302, 307);
        String page = docs.headers().firstValue("Location").orElseThrow();
        var html = send(request(page));
        assertThat(html.statusCode()).isEqualTo(200);
        assertThat(html.body()).contains("swagger-ui");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("'self'");
        String folder = page.substring(0, page.lastIndexOf('/'));
        assertThat(send(request(folder + "/swagger-ui-bundle.js")).statusCode()).isEqualTo(200);
        assertThat(send(request(folder + "/swagger-initializer.js")).body()).contains("/v3/api-docs/swagger-config");
    }

    @Test
    void listsEveryService() throws Exception {
        var config = json(send(request("/v3/api-docs/swagger-config")));

        var urls = new ArrayList<String>();
        config.get("urls").forEach(entry -> urls.add(entry.get("url").asString()));
        assertThat(urls)
                .containsExactlyInAnyOrder(
                        "/task/v3/api-docs",
                        "/organization/v3/api-docs",
                        "/notification/v3/api-docs",
                        "/push/v3/api-docs",
                        "/statistics/v3/api-docs",
                        "/identity/v3/api-docs",
                        "/member/v3/api-docs",
                        "/dues/v3/api-docs",
                        "/assessment/v3/api-docs",
                        "/archive/v3/api-docs");
    }

    @Test
    void tellsAServiceUnderWhichPrefixItsDocumentIsRead() throws Exception {
        send(request("/statistics/v3/api-docs"));

        var asked = HOUSE.asked();
        assertThat(asked.path()).isEqualTo("/v3/api-docs");
        assertThat(asked.headers().getFirst("X-Forwarded-Prefix")).isEqualTo("/statistics");
        assertThat(asked.headers().getFirst("X-Forwarded-Host")).isEqualTo("127.0.0.1:" + port);
    }
}
