package cn.dangjian.dues.online.sandbox;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The provider of the sandbox.
 *
 * @param key with what it signs: a private key of RSA (PKCS #8, base64)
 * @param merchantKey with what it checks what we say: our public key (X.509, base64)
 * @param pages where its pages are seen, from outside
 */
@Validated
@ConfigurationProperties("dangjian.dues.sandbox")
record SandboxSettings(
        @NotNull @DefaultValue("") String key,
        @NotNull @DefaultValue("") String merchantKey,
        @NotNull @DefaultValue("/dues/v1/sandbox/pages/") String pages) {

    @Override
    public String toString() {
        return "SandboxSettings[pages=" + pages + "]";
    }
}
