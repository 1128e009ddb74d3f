package cn.dangjian.platform.web.trial;

import cn.dangjian.testkit.Keys;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in for identity, which is another service: publishes keys, gives tokens, and fails when it is told to. */
class Issuer {

    enum Mood {
        WELL,
        BROKEN,
        SILENT,
        GARBLED
    }

    final AtomicInteger tokensGiven = new AtomicInteger();
    volatile Mood mood = Mood.WELL;
    volatile int tokenLife = 900;

    private final CountDownLatch silence = new CountDownLatch(1);
    private final HttpServer server;
    private final AtomicInteger changes = new AtomicInteger();
    private volatile RSAKey key = Keys.rsa("issuer");

    Issuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/jwks", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", exchange -> {
            boolean mine = "Basic dHJpYWw6dHJpYWwtc2VjcmV0"
                    .equals(exchange.getRequestHeaders().getFirst("Authorization"));
            if (!mine) send(exchange, 401, "{\"error\":\"invalid_client\"}");
            else {
                String token = "token-" + tokensGiven.incrementAndGet();
                answer(
                        exchange,
                        "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + tokenLife
                                + "}");
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void changeKey() {
        key = Keys.rsa("issuer-" + changes.incrementAndGet());
    }

    static JWTClaimsSet.Builder claims(String issuer) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("17")
                .audience("dangjian")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .claim("unit", 111)
                .claim("post", 5)
                .claim("duty", "office");
    }

    String sign(JWTClaimsSet claims) {
        return sign(claims, key);
    }

    /** With the same key id, by someone who has not the key. */
    String forge(JWTClaimsSet claims) {
        return sign(claims, Keys.rsa("forger"));
    }

    /** With the public key as if it were a shared secret. */
    String signWithThePublicKey(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    void stop() {
        silence.countDown();
        server.stop(0);
    }

    private String sign(JWTClaimsSet claims, RSAKey with) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        switch (mood) {
            case WELL -> send(exchange, 200, body);
            case BROKEN -> send(exchange, 500, "");
            case GARBLED -> send(exchange, 200, "<html>");
            case SILENT -> {
                try {
                    silence.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
