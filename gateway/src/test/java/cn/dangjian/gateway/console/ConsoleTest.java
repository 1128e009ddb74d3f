package cn.dangjian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.gateway.GatewayTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ConsoleTest extends GatewayTest {

    private static final Pattern ADDRESS = Pattern.compile("\"(/console/[0-9a-f]{16}/[a-z-]+\\.[a-z]+)\"");

    @Test
    void isTheFrontPageAndIsKeptForSomeDays() throws Exception {
        var front = send(request("/"));

        assertThat(front.statusCode()).isEqualTo(200);
        assertThat(front.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(front.headers().firstValue("Cache-Control")).hasValue("private, max-age=604800");
        assertThat(front.headers().firstValue("Server-Timing").orElse("")).matches("house;dur=\\d+\\.\\d");
        String tag = front.headers().firstValue("ETag").orElseThrow();
        var again = send(request("/").header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(send(request("/").header("If-None-Match", "\"another\"")).statusCode())
                .isEqualTo(200);
        assertThat(send(request("/?code=once&state=s")).headers().firstValue("Cache-Control"))
                .hasValue("no-cache");
    }

    /** A front page that a browser has kept names modules that are no more: what comes in their place opens it anew. */
    @Test
    void opensAnOldFrontPageAnew() throws Exception {
        String version = version();
        var old = send(request("/console/0123456789abcdef/app.js"));

        assertThat(version).isNotEqualTo("0123456789abcdef");
        assertThat(old.statusCode()).isEqualTo(200);
        assertThat(old.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(old.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(old.body()).contains("location.reload()").doesNotContain("import ");
        assertThat(send(request("/console/" + version + "/app.js")).body()).contains("import ");
        assertThat(send(request("/")).body()).contains("<meta name=\"version\" content=\"" + version + "\">");
    }

    @Test
    void namesFilesThatNeverChangeAndAreCompressedOnce() throws Exception {
        var files = ADDRESS.matcher(send(request("/")).body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(files).hasSize(4);
        for (var file : files) {
            var plain = send(request(file));
            var zipped = send(request(file).header("Accept-Encoding", "br, gzip"), BodyHandlers.ofByteArray());
            assertThat(plain.statusCode()).as(file).isEqualTo(200);
            assertThat(plain.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
            assertThat(plain.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
            assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(zipped.headers().firstValue("ETag"))
                    .isNotEqualTo(plain.headers().firstValue("ETag"));
            try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
                assertThat(new String(unzipped.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .isEqualTo(plain.body());
            }
        }
    }

    @Test
    void hasNoFileOfAnotherVersionOrName() throws Exception {
        String version = version();

        assertThat(send(request("/console/0123456789abcdef/style.css")).statusCode())
                .isEqualTo(404);
        assertThat(send(request("/console/" + version + "/application.yml")).statusCode())
                .isEqualTo(404);
        assertThat(send(request("/console/" + version + "/..%2f..%2fapplication.yml"))
                        .statusCode())
                .isIn(400, 404);
        assertThat(send(request("/console/" + version + "/pages/todo.js")).statusCode())
                .isIn(401, 404);
    }

    @Test
    void allowsNoScriptButItsOwnAndTheTwoInItsFrontPage() throws Exception {
        var front = send(request("/"));
        String policy = front.headers().firstValue("Content-Security-Policy").orElseThrow();
        String map = front.body().replaceFirst("(?s).*<script type=\"importmap\">(.*?)</script>.*", "$1");

        String early = front.body().replaceFirst("(?s).*<script>(.*?)</script>.*", "$1");

        assertThat(early).contains("/session/renewal");
        assertThat(policy)
                .startsWith("default-src 'none'; script-src 'self' " + ConsoleFile.hash(map) + " "
                        + ConsoleFile.hash(early) + "; ")
                .contains("style-src 'self';", "frame-ancestors 'none'", "base-uri 'none'", "require-trusted-types-for")
                .doesNotContain("unsafe", "*", "http:", "data:");
        assertThat(front.body()).doesNotContain("{version}", "{home}", "{importmap}", "{early}", "style=", "onclick");
    }

    @Test
    void leavesTheCatalogueItsOwnPolicy() throws Exception {
        assertThat(send(request("/docs"))
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .startsWith("default-src 'self'");
    }

    private String version() throws Exception {
        return send(request("/")).body().replaceFirst("(?s).*/console/([0-9a-f]{16})/.*", "$1");
    }
}
