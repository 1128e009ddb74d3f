package cn.dangjian.member.person.privacy;

import org.jspecify.annotations.Nullable;

/**
 * What of a person is sealed, as it is stored: all under one key.
 *
 * @param key its name
 */
@SuppressWarnings("ArrayRecordComponent")
public record SealedSecrets(String key, byte[] number, byte @Nullable [] phone, byte @Nullable [] address) {

    @Override
    public String toString() {
        return "SealedSecrets[" + key + "]";
    }
}
