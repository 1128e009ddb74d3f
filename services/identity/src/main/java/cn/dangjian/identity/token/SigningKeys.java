package cn.dangjian.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that sign tokens, from a file that is the operator's to keep.
 *
 * <p>To change keys: put a new one behind the old one, restart all replicas, so that everybody has fetched it; then put
 * it first and restart; take the old one out when its last token has expired.
 */
final class SigningKeys {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final int BITS = 2048;

    private final JWKSet keys;

    private SigningKeys(JWKSet keys) {
        this.keys = keys;
    }

    /**
     * @throws IllegalStateException with a sentence for the operator if there is no usable key
     */
    static SigningKeys load(SigningKeySettings settings) {
        var file = settings.file().toAbsolutePath();
        if (!Files.exists(file)) {
            if (!settings.createIfMissing()) {
                throw new IllegalStateException("There is no signing key at " + file
                        + ". Put a JWK set with a private RSA key there, or name another file in"
                        + " IDENTITY_SIGNING_KEY_FILE.");
            }
            create(file);
        }
        return new SigningKeys(read(file));
    }

    /** In the order of the file: the first signs. */
    JWKSet all() {
        return keys;
    }

    private static JWKSet read(Path file) {
        try {
            var set = JWKSet.load(file.toFile());
            if (set.isEmpty()) throw new IllegalStateException("No key in " + file);
            set.getKeys().forEach(key -> check(key, file));
            return set;
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(
                    "The signing keys in " + file + " cannot be read: a JWK set is expected", e);
        }
    }

    private static void check(JWK key, Path file) {
        if (!KeyType.RSA.equals(key.getKeyType()) || !key.isPrivate() || key.getKeyID() == null) {
            throw new IllegalStateException("Every key in " + file + " has to be a private RSA key with a kid");
        }
        if (key.size() < BITS)
            throw new IllegalStateException("A key in " + file + " is shorter than " + BITS + " bits");
    }

    private static void create(Path file) {
        try {
            RSAKey key = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
            if (file.getParent() != null) Files.createDirectories(file.getParent());
            var draft = Files.createTempFile(
                    file.getParent(),
                    "signing-key",
                    ".json",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, new JWKSet(key).toString(false));
            publish(draft, file);
            log.info("Made a signing key for this machine in {}", file);
        } catch (IOException e) {
            throw new UncheckedIOException("No signing key can be written to " + file, e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a whole or not at all, and never over the key of another process that was faster. */
    private static void publish(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            log.info("Another process made the signing key {}", file);
        } finally {
            Files.delete(draft);
        }
    }
}
