package cn.dangjian.platform.web.caller;

import java.net.ConnectException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

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
    private final RetryTemplate tries;

    public FirstKeys(JwtDecoder decoder, Duration pause) {
        this.decoder = decoder;
        this.tries = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(TRIES - 1)
                .delay(pause)
                .predicate(failure -> !isNotThere(failure))
                .build());
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            tries.execute(this::fetch);
        } catch (RetryException away) {
            log.info("The keys of tokens could not be fetched: {}", String.valueOf(away.getCause()));
        }
    }

    private static boolean isNotThere(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof ConnectException) return true;
        return false;
    }

    /** Whether the token was taken, which it never is. */
    private boolean fetch() {
        try {
            decoder.decode(NOBODYS);
            return true;
        } catch (BadJwtException refused) {
            return false;
        }
    }
}
