package cn.dangjian.identity.activation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.dangjian.platform.web.caller.AccountId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/**
 * 激活码: 60 random bits in Crockford's base 32, in three groups that can be read out over the telephone.
 *
 * <p>Only its SHA-256 is stored, together with the account's number: a reader of the table would have to guess each
 * account's code by itself, against 60 bits and a code that expires.
 */
record ActivationCode(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    static ActivationCode random() {
        var text = new StringBuilder(LENGTH + 2);
        long bits = RANDOM.nextLong();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) text.append('-');
            text.append(ALPHABET.charAt((int) (bits >>> (i * 5)) & 31));
        }
        return new ActivationCode(text.toString());
    }

    /** What somebody typed: case, hyphens and spaces do not matter, O is 0, I and L are 1. */
    static ActivationCode typed(String text) {
        String plain = text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return new ActivationCode(plain.replaceAll("(.{4})(?=.)", "$1-"));
    }

    String hash(AccountId account) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((account.value() + ":" + text).getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this is the code whose hash is stored, without telling by time how much of it is right. */
    boolean matches(String hash, AccountId account) {
        return MessageDigest.isEqual(hash.getBytes(US_ASCII), hash(account).getBytes(US_ASCII));
    }

    @Override
    public String toString() {
        return "ActivationCode";
    }
}
