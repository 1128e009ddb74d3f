package cn.dangjian.platform.seals;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * 加密: seals values with the place of each as associated data, opens those under any key that is known, and makes an HMAC
 * by which a value is found without being opened.
 */
public class Seals {

    private static final int NONCE = 12;

    private final Map<String, Key> keys = new HashMap<>();
    private final byte @Nullable [] indexKey;
    private final String current;
    private final SecureRandom random = new SecureRandom();

    public Seals(SealSettings settings) {
        settings.keys()
                .forEach((name, secret) ->
                        keys.put(name, key(secret, settings.sm4().contains(name))));
        String index = settings.indexKey();
        this.indexKey = index == null ? null : derived(index, "index");
        this.current = settings.current();
        if (!keys.containsKey(current)) {
            throw new IllegalStateException("dangjian.seals.current names no key of dangjian.seals.keys");
        }
        if (!keys.keySet().containsAll(settings.sm4())) {
            throw new IllegalStateException("dangjian.seals.sm4 names no key of dangjian.seals.keys");
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Key(Aead cipher, byte[] bytes) {}

    private static Key key(String secret, boolean sm4) {
        var cipher = sm4 ? Aead.SM4 : Aead.AES;
        byte[] bytes = derived(secret, sm4 ? "seal-sm4" : "seal");
        return new Key(cipher, Arrays.copyOf(bytes, cipher.keyBytes()));
    }

    /** The name of the key that seals now. */
    public String currentKey() {
        return current;
    }

    public Sealed seal(String plain, Field field) {
        return seal(plain.getBytes(UTF_8), field);
    }

    public Sealed seal(byte[] plain, Field field) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] text = run(true, current, nonce, field, plain);
            byte[] all = Arrays.copyOf(nonce, NONCE + text.length);
            System.arraycopy(text, 0, all, NONCE, text.length);
            return new Sealed(current, all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException if the value was altered, belongs to another place, or its key is not known */
    public String open(Sealed sealed, Field field) {
        return new String(openBytes(sealed, field), UTF_8);
    }

    /** @throws IllegalStateException as {@link #open} does */
    public byte[] openBytes(Sealed sealed, Field field) {
        byte[] all = sealed.bytes();
        if (all.length < NONCE) throw new IllegalStateException("A value of " + field.place() + " is cut short");
        byte[] nonce = Arrays.copyOf(all, NONCE);
        byte[] text = Arrays.copyOfRange(all, NONCE, all.length);
        try {
            return run(false, sealed.key(), nonce, field, text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value of " + field.place() + " does not open", e);
        }
    }

    /** The same value under the current key. */
    public Sealed reseal(Sealed sealed, Field field) {
        return seal(openBytes(sealed, field), field);
    }

    /**
     * The same for the same value, wherever it stands in the column; of no use without the key.
     *
     * @throws IllegalStateException if the service has no key for indexes
     */
    public String index(String plain, Field field) {
        if (indexKey == null) throw new IllegalStateException("There is no dangjian.seals.index-key");
        return HexFormat.of().formatHex(mac(indexKey, field.name() + "|" + plain));
    }

    private byte[] run(boolean seals, String name, byte[] nonce, Field field, byte[] text)
            throws GeneralSecurityException {
        var key = keys.get(name);
        if (key == null) throw new IllegalStateException("There is no key " + name + " for " + field.name());
        return key.cipher().run(seals, key.bytes(), nonce, field.place().getBytes(UTF_8), text);
    }

    /** A secret of any length becomes a key of 256 bits for one purpose. */
    private static byte[] derived(String secret, String purpose) {
        return mac(secret.getBytes(UTF_8), purpose);
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
