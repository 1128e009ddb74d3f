package cn.dangjian.platform.seals;

/**
 * A value that is encrypted.
 *
 * @param key the name of its key
 * @param bytes nonce, cipher text and tag
 */
@SuppressWarnings("ArrayRecordComponent")
public record Sealed(String key, byte[] bytes) {

    @Override
    public String toString() {
        return "Sealed[" + key + "]";
    }
}
