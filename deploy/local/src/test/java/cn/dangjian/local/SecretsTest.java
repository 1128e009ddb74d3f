package cn.dangjian.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    /** n = p q, and what is signed with d can be verified with e: identity would refuse another key at its start. */
    @Test
    void makesAKeyThatSigns() throws IOException {
        var file = new Secrets(folder).signingKey("key.json");

        var key = new JsonMapper().readTree(Files.readString(file)).path("keys").path(0);
        var n = number(key, "n");
        var text = BigInteger.valueOf(20261129);
        assertThat(n).isEqualTo(number(key, "p").multiply(number(key, "q")));
        assertThat(n.bitLength()).isEqualTo(2048);
        assertThat(text.modPow(number(key, "d"), n).modPow(number(key, "e"), n)).isEqualTo(text);
        assertThat(key.path("kid").asString()).isNotEmpty();
        assertThat(new Secrets(folder).signingKey("key.json")).hasContent(Files.readString(file));
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asString()));
    }
}
