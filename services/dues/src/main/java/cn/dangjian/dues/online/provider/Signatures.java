package cn.dangjian.dues.online.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** 签名: SHA256 with RSA over what a message is for, its second, a number used once, and its bytes. */
public final class Signatures {

    public static final String TIME = "Pay-Time";
    public static final String NONCE = "Pay-Nonce";
    public static final String SIGNATURE = "Pay-Signature";

    /** What the provider tells by itself is signed for this. */
    public static final String CALLBACK = "CALLBACK";

    private static final String ALGORITHM = "SHA256withRSA";
    private static final int LONGEST_NONCE = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Signatures() {}

    /** What stands beside a message; null where it was missing. */
    public record Seal(
            @Nullable String time,
            @Nullable String nonce,
            @Nullable String signature) {}

    /** @throws IllegalStateException if the text is no key */
    public static PrivateKey privateKey(String base64) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("No private key of RSA (PKCS #8, base64)", e);
        }
    }

    /** @throws IllegalStateException if the text is no key */
    public static PublicKey publicKey(String base64) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("No public key of RSA (X.509, base64)", e);
        }
    }

    /** @param what the method and the path of a request, the number of an answer, or {@link #CALLBACK} */
    public static Seal sign(PrivateKey key, String what, byte[] body, Instant at) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String nonce = HexFormat.of().formatHex(random);
        String time = String.valueOf(at.getEpochSecond());
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            feed(signature, what, time, nonce, body);
            return new Seal(time, nonce, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it was signed with the other half of the key, for this, and within the window around now. */
    public static boolean isRight(PublicKey key, String what, Seal seal, byte[] body, Instant now, Duration window) {
        String time = seal.time();
        String nonce = seal.nonce();
        String text = seal.signature();
        if (time == null || nonce == null || text == null || nonce.isEmpty() || nonce.length() > LONGEST_NONCE)
            return false;
        try {
            var at = Instant.ofEpochSecond(Long.parseLong(time));
            if (Duration.between(at, now).abs().compareTo(window) > 0) return false;
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            feed(signature, what, time, nonce, body);
            return signature.verify(Base64.getDecoder().decode(text));
        } catch (GeneralSecurityException | IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    private static void feed(Signature signature, String what, String time, String nonce, byte[] body)
            throws GeneralSecurityException {
        signature.update((what + "\n" + time + "\n" + nonce + "\n").getBytes(UTF_8));
        signature.update(body);
        signature.update((byte) '\n');
    }
}
