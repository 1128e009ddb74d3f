package cn.dangjian.platform.seals;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** Ciphers that also notice what was altered, in text or place. */
enum Aead {
    /** AES-256-GCM (NIST SP 800-38D), of the JDK. */
    AES(32) {
        @Override
        byte[] run(boolean seals, byte[] key, byte[] nonce, byte[] place, byte[] text) throws GeneralSecurityException {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    seals ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place);
            return cipher.doFinal(text);
        }
    },
    /** 国密 SM4-GCM (GB/T 32907-2016, RFC 8998), of BouncyCastle; as a class and not as a provider of the whole JVM. */
    SM4(16) {
        @Override
        byte[] run(boolean seals, byte[] key, byte[] nonce, byte[] place, byte[] text) throws GeneralSecurityException {
            var cipher = GCMBlockCipher.newInstance(new SM4Engine());
            cipher.init(seals, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, place));
            byte[] all = new byte[cipher.getOutputSize(text.length)];
            int length = cipher.processBytes(text, 0, text.length, all, 0);
            try {
                cipher.doFinal(all, length);
            } catch (InvalidCipherTextException e) {
                throw new GeneralSecurityException(e);
            }
            return all;
        }
    };

    private static final int TAG_BITS = 128;

    private final int keyBytes;

    Aead(int keyBytes) {
        this.keyBytes = keyBytes;
    }

    int keyBytes() {
        return keyBytes;
    }

    /**
     * @param place is bound to the text, and not in it
     * @throws GeneralSecurityException if a text that is opened was altered, or belongs to another place
     */
    abstract byte[] run(boolean seals, byte[] key, byte[] nonce, byte[] place, byte[] text)
            throws GeneralSecurityException;
}
