package cn.dangjian.identity.token;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the keys are that sign tokens.
 *
 * @param file a JWK set with private RSA keys: the first signs, all are published
 * @param createIfMissing makes a key when the file is missing; on a developer's machine only
 */
@Validated
@ConfigurationProperties("dangjian.identity.signing-key")
record SigningKeySettings(
        @NotNull Path file, @DefaultValue("false") boolean createIfMissing) {}
