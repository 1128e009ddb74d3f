package cn.dangjian.organization.people.personal;

/**
 * An encrypted value.
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
