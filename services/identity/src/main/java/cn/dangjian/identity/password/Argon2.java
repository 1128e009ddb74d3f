package cn.dangjian.identity.password;

import static org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13;
import static org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106), written as Spring Security's encoder writes it. That one takes the memory of each hash anew: in a heap
 * of a few hashes the collector then stops both cores for a third of the time. Here it is taken once for each hash at a time.
 */
final class Argon2 {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern WRITTEN = Pattern.compile(
            "\\$argon2id\\$v=(\\d{1,3})\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final PasswordSettings settings;
    private final SecureRandom random = new SecureRandom();
    /** Of those that are not at work now. */
    private final Queue<BlockPool> memories = new ConcurrentLinkedQueue<>();

    Argon2(PasswordSettings settings) {
        this.settings = settings;
    }

    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var cost = new Cost(ARGON2_VERSION_13, settings.memoryKib(), settings.iterations(), settings.parallelism());
        var text = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.version(),
                        cost.memory(),
                        cost.iterations(),
                        cost.lanes(),
                        text.encodeToString(salt),
                        text.encodeToString(hash(password, salt, cost, HASH_BYTES)));
    }

    /** Whatever it cost to make the hash. */
    boolean matches(String password, String hash) {
        var written = WRITTEN.matcher(hash);
        if (!written.matches()) return false;
        var cost = new Cost(
                Integer.parseInt(written.group(1)),
                Integer.parseInt(written.group(2)),
                Integer.parseInt(written.group(3)),
                Integer.parseInt(written.group(4)));
        byte[] salt = Base64.getDecoder().decode(written.group(5));
        byte[] expected = Base64.getDecoder().decode(written.group(6));
        return MessageDigest.isEqual(expected, hash(password, salt, cost, expected.length));
    }

    private record Cost(int version, int memory, int iterations, int lanes) {}

    private byte[] hash(String password, byte[] salt, Cost cost, int bytes) {
        var kept = memories.poll();
        var memory = kept == null ? new FixedBlockPool(settings.memoryKib()) : kept;
        try {
            return hash(password, salt, cost, bytes, memory);
        } finally {
            memories.add(memory);
        }
    }

    private static byte[] hash(String password, byte[] salt, Cost cost, int bytes, BlockPool memory) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(ARGON2_id)
                .withVersion(cost.version())
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.iterations())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .withBlockPool(memory)
                .build());
        byte[] hash = new byte[bytes];
        generator.generateBytes(password.toCharArray(), hash);
        return hash;
    }
}
