package cn.dangjian.organization.people.personal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The secrets that protect personal data; each a random text of at least 20 characters.
 *
 * @param current the name of the key that encrypts
 * @param keys all keys that decrypt, by name
 */
@Validated
@ConfigurationProperties("dangjian.personal-data")
record PersonalDataSettings(
        @NotBlank @Size(max = 16) @DefaultValue("k1") String current,
        @NotEmpty Map<String, @Size(min = 20) String> keys) {

    @Override
    public String toString() {
        return "PersonalDataSettings[current=" + current + ", keys=" + keys.keySet() + "]";
    }
}
