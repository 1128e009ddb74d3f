package cn.dangjian.identity.password;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords with Argon2id on a fixed number of platform threads.
 *
 * <p>A hash is a burst of pure computation: on virtual threads a storm of sign-ins would take every carrier and with
 * them every other request. Whoever finds no place to wait is refused before any work was done for him.
 */
@Component
public class Passwords implements DisposableBean {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2PasswordEncoder argon2;
    private final ExecutorService threads;
    private final Semaphore places;
    private final PasswordSettings settings;
    private final String nobody;

    Passwords(PasswordSettings settings) {
        this.settings = settings;
        this.argon2 = new Argon2PasswordEncoder(
                SALT_BYTES, HASH_BYTES, settings.parallelism(), settings.memoryKib(), settings.iterations());
        int size = settings.threadsOrProcessors();
        this.threads = Executors.newFixedThreadPool(
                size, Thread.ofPlatform().name("password-", 0).factory());
        this.places = new Semaphore(size + settings.queue());
        this.nobody = String.valueOf(argon2.encode(UUID.randomUUID().toString()));
    }

    /**
     * Takes a place in the queue; give it back by closing it.
     *
     * @throws PasswordsBusyException if every place is taken
     */
    public Place place() {
        if (!places.tryAcquire()) throw new PasswordsBusyException(settings.retryAfter());
        return new Place();
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private <T> T compute(Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a password was hashed", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A password could not be hashed", e.getCause());
        }
    }

    /** The right to have passwords hashed. */
    public final class Place implements AutoCloseable {

        private Place() {}

        public String hash(String password) {
            return compute(() -> String.valueOf(argon2.encode(password)));
        }

        /** Takes equally long when there is no hash to compare with, and is then false. */
        public boolean matches(String password, @Nullable String hash) {
            boolean same = compute(() -> argon2.matches(password, hash == null ? nobody : hash));
            return same && hash != null;
        }

        @Override
        public void close() {
            places.release();
        }
    }
}
