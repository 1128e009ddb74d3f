package cn.dangjian.bench;

import java.time.Duration;
import java.util.function.Supplier;

/** Somebody who stays signed in for as long as a measurement takes: no token lives that long. */
final class Session {

    /** A third of what a token lives; who signed in for each request would measure how passwords are hashed. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Supplier<String> signIn;
    private String token;
    private long since;

    Session(Supplier<String> signIn) {
        this.signIn = signIn;
        this.token = signIn.get();
        this.since = System.nanoTime();
    }

    /** One that will be taken for another ten minutes. */
    synchronized String token() {
        if (System.nanoTime() - since > FRESH.toNanos()) {
            since = System.nanoTime();
            token = signIn.get();
        }
        return token;
    }
}
