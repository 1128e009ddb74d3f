package cn.dangjian.testkit;

import cn.dangjian.testkit.server.Unpacked;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;

/**
 * Keys of RSA that only tests trust, another for each name. They are made once per user, beside the servers' programs:
 * making one takes a test's JVM longer than most tests take.
 */
public final class Keys {

    private static final int BITS = 2048;

    private Keys() {}

    /** Its id is its thumbprint. */
    public static RSAKey rsa(String name) {
        var file = Unpacked.cache().resolve("key-" + name + ".json");
        try {
            return RSAKey.parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            return made(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException("Not a key: " + file, e);
        }
    }

    /** The same key under an id of one's own. */
    public static RSAKey rsa(String name, String id) {
        return new RSAKey.Builder(rsa(name)).keyID(id).build();
    }

    /** Written beside and renamed, so that nobody reads half a key. */
    private static RSAKey made(Path file) {
        try {
            var key = new RSAKeyGenerator(BITS).keyIDFromThumbprint(true).generate();
            Files.createDirectories(file.getParent());
            var beside = Files.createTempFile(file.getParent(), "key", ".tmp");
            Files.writeString(beside, key.toJSONString());
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            return key;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
