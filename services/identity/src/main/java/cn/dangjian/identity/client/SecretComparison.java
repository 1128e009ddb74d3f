package cn.dangjian.identity.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares a service's secret, in constant time.
 *
 * <p>A slow hash protects what people think up; these secrets are random and never stored.
 */
class SecretComparison implements PasswordEncoder {

    static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : hash(secret.toString());
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
        if (secret == null || hash == null) return false;
        return MessageDigest.isEqual(hash(secret.toString()).getBytes(UTF_8), hash.getBytes(UTF_8));
    }
}
