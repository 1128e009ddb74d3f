package cn.dangjian.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void makesASecretOnceAndKeepsIt() {
        var first = new Secrets(folder).get("database-task");

        assertThat(first).hasSizeGreaterThanOrEqualTo(32);
        assertThat(new Secrets(folder).get("database-task")).isEqualTo(first);
        assertThat(new Secrets(folder).get("database-member")).isNotEqualTo(first);
    }

    @Test
    void onlyTheOwnerReadsIt() throws IOException {
        var secrets = new Secrets(folder.resolve("secrets"));
        secrets.get("redis");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.file("redis"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
                .isEqualTo("rwx------");
    }
}
