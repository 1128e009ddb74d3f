package cn.dangjian.identity.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * 续期令牌: which refresh token follows another. It is made of the one before with a secret of the house, so that requests
 * which bring the same token at a time, to whichever replica, all get the same one, and none has to be stored in clear.
 */
final class Successors {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "successor of a refresh token";

    /** Within the grace hardly more than one exchange can have followed. */
    private static final int STEPS = 8;

    private final SecretKeySpec key;

    Successors(SigningKeys keys) {
        byte[] secret =
                keys.all().getKeys().getFirst().toRSAKey().getPrivateExponent().decode();
        this.key = new SecretKeySpec(mac(new SecretKeySpec(secret, ALGORITHM), PURPOSE), ALGORITHM);
    }

    String of(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, token));
    }

    /** The newest of those that follow, or the next one if the newest is not among them. */
    String newest(String token, String newestHash) {
        String follower = token;
        for (int i = 0; i < STEPS; i++) {
            follower = of(follower);
            if (TokenHash.of(follower).equals(newestHash)) return follower;
        }
        return of(token);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
