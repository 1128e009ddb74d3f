package cn.dangjian.identity.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes and checks the macs of the trail. */
@Component
class AuditKeys {

    private static final String ALGORITHM = "HmacSHA256";

    private final Map<String, SecretKeySpec> keys;
    private final String current;

    AuditKeys(AuditSettings settings) {
        this.keys = settings.keys().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        key -> new SecretKeySpec(key.getValue().getBytes(UTF_8), ALGORITHM)));
        this.current = settings.current();
        if (!keys.containsKey(current)) {
            throw new IllegalStateException(
                    "dangjian.identity.audit.current names no key of dangjian.identity.audit.keys");
        }
    }

    String current() {
        return current;
    }

    /** Each field goes in with its length, so that no two rows read alike. */
    String mac(String key, List<@Nullable Object> fields) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(keys.get(key));
            for (var field : fields) {
                String text = field == null ? null : field.toString();
                mac.update((text == null ? "-" : text.length() + ":" + text).getBytes(UTF_8));
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row under a key that we never had is a wrong one. */
    boolean isRight(String claimed, String key, List<@Nullable Object> fields) {
        return keys.containsKey(key)
                && MessageDigest.isEqual(
                        claimed.getBytes(UTF_8), mac(key, fields).getBytes(UTF_8));
    }

    Chain head(int chain, long seq, String mac) {
        var open = new Chain(chain, seq, mac, current, "");
        return new Chain(chain, seq, mac, current, mac(current, open.covered()));
    }

    boolean isRight(Chain head) {
        return isRight(head.seal(), head.keyName(), head.covered());
    }
}
