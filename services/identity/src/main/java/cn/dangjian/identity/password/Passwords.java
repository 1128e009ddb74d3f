package cn.dangjian.identity.password;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords with Argon2id on a fixed number of platform threads.
 *
 * <p>A hash is a burst of pure computation: on virtual threads a storm of sign-ins would take every carrier and with
 * them every other request. Addresses take turns, so that one that floods the queue waits behind itself; whoever finds no
 * place to wait is refused before any hash was computed for him.
 */
@Component
public class Passwords implements DisposableBean {

    private final Argon2 argon2;
    private final FairThreads threads;
    private final Map<String, Integer> places = new HashMap<>();
    private final PasswordSettings settings;
    private final String nobody;
    private int taken;

    Passwords(PasswordSettings settings) {
        this.settings = settings;
        this.argon2 = new Argon2(settings);
        this.threads = new FairThreads(settings.threadsOrProcessors());
        this.nobody = argon2.hash(UUID.randomUUID().toString());
    }

    /**
     * Takes a place in the queue; give it back by closing it.
     *
     * @param address whose turn it is to be
     * @throws PasswordsBusyException if that address has too many places, or others have all and it has one already
     */
    public synchronized Place place(String address) {
        int own = places.getOrDefault(address, 0);
        boolean full = taken >= settings.threadsOrProcessors() + settings.queue();
        if (own >= settings.perAddress() || (full && own > 0)) throw new PasswordsBusyException(settings.retryAfter());
        places.put(address, own + 1);
        taken++;
        return new Place(address);
    }

    private synchronized void giveBack(String address) {
        places.computeIfPresent(address, (any, own) -> own == 1 ? null : own - 1);
        taken--;
    }

    @Override
    public void destroy() {
        threads.stop();
    }

    /** Work that has begun is waited for; for a turn that does not come in time one is told to come back. */
    private <T> T compute(String address, Callable<T> work) {
        var taken = new AtomicBoolean();
        var result = threads.submit(address, () -> taken.compareAndSet(false, true) ? work.call() : null);
        try {
            return requireNonNull(get(result, taken));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a password was hashed", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A password could not be hashed", e.getCause());
        }
    }

    private <T> T get(Future<T> result, AtomicBoolean taken) throws InterruptedException, ExecutionException {
        try {
            return result.get(settings.patience().toMillis(), MILLISECONDS);
        } catch (TimeoutException late) {
            if (taken.compareAndSet(false, true)) throw new PasswordsBusyException(settings.retryAfter());
            return result.get();
        }
    }

    /** The right to have passwords hashed. */
    public final class Place implements AutoCloseable {

        private final String address;

        private Place(String address) {
            this.address = address;
        }

        public String hash(String password) {
            return compute(address, () -> argon2.hash(password));
        }

        /** Takes equally long when there is no hash to compare with, and is then false. */
        public boolean matches(String password, @Nullable String hash) {
            boolean same = compute(address, () -> argon2.matches(password, hash == null ? nobody : hash));
            return same && hash != null;
        }

        @Override
        public void close() {
            giveBack(address);
        }
    }
}
