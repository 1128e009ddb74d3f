package cn.dangjian.platform.seals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The secrets that protect personal data; each a random text of at least 20 characters.
 *
 * @param current the name of the key that seals
 * @param keys all keys that open, by name
 * @param sm4 the names of the keys that are for SM4 (国密) instead of AES; a key keeps its cipher as long as it lives
 * @param indexKey makes blind indexes; it cannot be changed while there are any
 */
@Validated
@ConfigurationProperties("dangjian.seals")
public record SealSettings(
        @NotBlank @Size(max = 16) @DefaultValue("k1") String current,
        @NotEmpty Map<String, @Size(min = 20) String> keys,
        @DefaultValue Set<String> sm4,
        @Nullable @Size(min = 20) String indexKey) {

    @Override
    public String toString() {
        return "SealSettings[current=" + current + ", keys=" + keys.keySet() + ", sm4=" + sm4 + "]";
    }
}
