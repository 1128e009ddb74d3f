package cn.dangjian.organization.people.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** 加密: AES-256-GCM with the place of the value as associated data. */
@Component
public class PersonalData {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Map<String, SecretKeySpec> keys;
    private final String current;
    private final SecureRandom random = new SecureRandom();

    PersonalData(PersonalDataSettings settings) {
        this.keys = settings.keys().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> new SecretKeySpec(derived(entry.getValue(), "seal"), "AES")));
        this.current = settings.current();
        if (!keys.containsKey(current)) {
            throw new IllegalStateException(
                    "dangjian.personal-data.current names no key of dangjian.personal-data.keys");
        }
    }

    /** The name of the key that encrypts now. */
    public String currentKey() {
        return current;
    }

    public Sealed seal(String plain, Field field) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, current, nonce, field).doFinal(plain.getBytes(UTF_8));
            byte[] all = new byte[NONCE + text.length];
            System.arraycopy(nonce, 0, all, 0, NONCE);
            System.arraycopy(text, 0, all, NONCE, text.length);
            return new Sealed(current, all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException if the value was altered, or belongs to another place */
    public String open(Sealed sealed, Field field) {
        byte[] all = sealed.bytes();
        byte[] nonce = new byte[NONCE];
        System.arraycopy(all, 0, nonce, 0, NONCE);
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, sealed.key(), nonce, field);
            return new String(cipher.doFinal(all, NONCE, all.length - NONCE), UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value of " + field.place() + " does not decrypt", e);
        }
    }

    private Cipher cipher(int mode, String name, byte[] nonce, Field field) throws GeneralSecurityException {
        var key = keys.get(name);
        if (key == null) throw new IllegalStateException("There is no key " + name + " for personal data");
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(field.place().getBytes(UTF_8));
        return cipher;
    }

    /** A secret of any length becomes a key of 256 bits for one purpose. */
    private static byte[] derived(String secret, String purpose) {
        return mac(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"), purpose);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
