package cn.dangjian.gateway.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** A file as it is sent, and as it is sent to whoever takes it compressed. */
record ConsoleFile(MediaType type, byte[] plain, byte[] zipped, String tag) {

    static ConsoleFile of(MediaType type, String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        String tag = HexFormat.of().formatHex(sha256(plain), 0, 8);
        return new ConsoleFile(type, plain, zipped(plain), tag);
    }

    /** The answer, or that the client's copy is still good. */
    Mono<ServerResponse> answer(ServerRequest request, String caching, HttpHeaders more) {
        boolean zip = request.headers().header(HttpHeaders.ACCEPT_ENCODING).stream()
                .anyMatch(coding -> coding.contains("gzip"));
        String etag = "\"" + tag + (zip ? "-gzip\"" : "\"");
        boolean known =
                request.headers().header(HttpHeaders.IF_NONE_MATCH).stream().anyMatch(tags -> tags.contains(etag));
        var answer = known ? ServerResponse.status(304) : ServerResponse.ok().contentType(type);
        answer.headers(headers -> headers.addAll(more))
                .header(HttpHeaders.CACHE_CONTROL, caching)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.ETAG, etag);
        if (known) return answer.build();
        if (zip) answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        byte[] body = zip ? zipped : plain;
        return answer.contentLength(body.length).bodyValue(body);
    }

    /** As a Content-Security-Policy names what may run. */
    static String hash(String text) {
        return "'sha256-" + Base64.getEncoder().encodeToString(sha256(text.getBytes(StandardCharsets.UTF_8))) + "'";
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] zipped(byte[] plain) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
