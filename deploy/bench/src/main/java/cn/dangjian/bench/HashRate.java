package cn.dangjian.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * 对照: how many passwords the cores check in a second when they do nothing else, in a process of its own as identity is
 * one; with the sizes of {@code config-repo/identity.yml}.
 */
public final class HashRate {

    private static final double WARM_SECONDS = 3;
    private static final double SECONDS = 10;
    private static final double NANOS = 1e9;

    private HashRate() {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        var argon2 = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
        var hash = String.valueOf(argon2.encode("right"));
        rate(argon2, hash, WARM_SECONDS);
        System.out.println(rate(argon2, hash, SECONDS));
    }

    private static double rate(Argon2PasswordEncoder argon2, String hash, double seconds)
            throws InterruptedException, ExecutionException {
        int cores = Runtime.getRuntime().availableProcessors();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(cores)) {
            var counts = new ArrayList<Future<Integer>>();
            for (int i = 0; i < cores; i++) {
                counts.add(threads.submit(() -> {
                    int count = 0;
                    while (System.nanoTime() - start < seconds * NANOS) {
                        if (!argon2.matches("right", hash)) throw new IllegalStateException("The right one is refused");
                        count++;
                    }
                    return count;
                }));
            }
            int all = 0;
            for (var count : counts) all += count.get();
            return all * NANOS / (System.nanoTime() - start);
        }
    }

    /** Checks in a second, measured now in another process. */
    static double now() {
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            HashRate.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var output = process.inputReader()) {
                return Double.parseDouble(output.readAllAsString().strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
