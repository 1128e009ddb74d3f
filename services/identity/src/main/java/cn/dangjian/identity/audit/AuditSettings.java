package cn.dangjian.identity.audit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The secrets under which the trail is chained; each a random text of at least 20 characters that no administrator of
 * the database knows.
 *
 * @param current the name of the key under which new rows are chained
 * @param keys all keys under which rows were chained, by name; none may ever be taken out
 */
@Validated
@ConfigurationProperties("dangjian.identity.audit")
record AuditSettings(
        @NotBlank @Size(max = 16) @DefaultValue("k1") String current,
        @NotEmpty Map<String, @Size(min = 20) String> keys) {

    @Override
    public String toString() {
        return "AuditSettings[current=" + current + ", keys=" + keys.keySet() + "]";
    }
}
