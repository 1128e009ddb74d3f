package cn.dangjian.platform.web.caller;

import java.net.ConnectException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * 预取公钥: fetches identity's keys before the service is ready. A replica that came new while identity was slow answered its
 * first callers with 503. Where identity is not there at all nobody waits for it: the first token asks again.
 */
public final class FirstKeys implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstKeys.class);
    private static final int TRIES = 5;

    /** Signed by nobody, {@code {"alg":"RS256","kid":"nobody"}}: whoever refuses it has looked for the key. */
    private static final String NOBODYS = "eyJhbGciOiJSUzI1NiIsImtpZCI6Im5vYm9keSJ9.e30.c2lnbmVk";

    private final JwtDecoder decoder;
    private final Duration pause;

    public FirstKeys(JwtDecoder decoder, Duration pause) {
        this.decoder = decoder;
        this.pause = pause;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        for (int tried = 1; tried <= TRIES; tried++) {
            var failure = fetch();
            if (failure == null) return;
            log.info("The keys of tokens could not be fetched: {}", failure.getMessage());
            if (isNotThere(failure)) return;
            if (tried < TRIES) Thread.sleep(pause);
        }
    }

    private static boolean isNotThere(JwtException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof ConnectException) return true;
        return false;
    }

    private @Nullable JwtException fetch() {
        try {
            decoder.decode(NOBODYS);
            return null;
        } catch (BadJwtException refused) {
            return null;
        } catch (JwtException away) {
            return away;
        }
    }
}
