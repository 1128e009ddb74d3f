package cn.dangjian.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.testkit.Keys;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

    @TempDir
    private Path folder;

    @Test
    void refusesToStartWithoutAKeyAndSaysWhatToDo() {
        assertThatThrownBy(() -> load("missing.json", false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("missing.json")
                .hasMessageContaining("IDENTITY_SIGNING_KEY_FILE");
        assertThat(folder.resolve("missing.json")).doesNotExist();
    }

    @Test
    void makesAKeyOnceWhereThatIsAllowed() throws Exception {
        var first = load("new/keys.json", true);
        var second = load("new/keys.json", true);

        assertThat(first.all().getKeys()).hasSize(1);
        assertThat(second.all().getKeys().getFirst().getKeyID())
                .isEqualTo(first.all().getKeys().getFirst().getKeyID());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new/keys.json"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder.resolve("new"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void keepsTheOrderOfTheFile() throws Exception {
        var next = Keys.rsa("identity-next", "next");
        var current = Keys.rsa("identity", "current");
        write("two.json", new JWKSet(List.of(next, current)).toString(false));

        var keys = load("two.json", false);

        assertThat(keys.all().getKeys()).extracting("keyID").containsExactly("next", "current");
    }

    @Test
    void refusesKeysThatCannotSign() throws Exception {
        write("public.json", new JWKSet(Keys.rsa("identity", "x")).toString(true));
        write("nameless.json", new JWKSet(Keys.rsa("identity", null)).toString(false));
        write(
                "curve.json",
                new JWKSet(new ECKeyGenerator(Curve.P_256).keyID("x").generate()).toString(false));
        write("empty.json", "{\"keys\":[]}");
        write("broken.json", "no JSON");

        for (String file : List.of("public.json", "nameless.json", "curve.json", "empty.json", "broken.json")) {
            assertThatThrownBy(() -> load(file, true)).as(file).isInstanceOf(IllegalStateException.class);
        }
    }

    private SigningKeys load(String file, boolean create) {
        return SigningKeys.load(new SigningKeySettings(folder.resolve(file), create));
    }

    private void write(String file, String text) throws Exception {
        Files.writeString(folder.resolve(file), text);
    }
}
