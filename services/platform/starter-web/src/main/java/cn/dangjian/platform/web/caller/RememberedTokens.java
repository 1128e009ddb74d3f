package cn.dangjian.platform.web.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers tokens for a while that were found good: a page asks six doors at once with the same one, and its signature is
 * a tenth of what an answer costs. None is believed after its end; a key that is taken out is believed as long as its tokens
 * are remembered.
 */
public final class RememberedTokens implements JwtDecoder {

    private static final Duration FOR = Duration.ofMinutes(1);
    private static final int MOST = 2000;

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Jwt> tokens =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FOR).build();

    private RememberedTokens(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    /** A decoder that says {@link AskedEachTime} stays what it is. */
    public static JwtDecoder of(JwtDecoder decoder, Clock clock) {
        return decoder instanceof AskedEachTime ? decoder : new RememberedTokens(decoder, clock);
    }

    /** What a decoder says of a token may be something else a moment later: nothing of it is remembered. */
    @FunctionalInterface
    public interface AskedEachTime extends JwtDecoder {}

    @Override
    public Jwt decode(String token) {
        var known = tokens.getIfPresent(token);
        if (known != null && isBefore(known.getExpiresAt())) return known;
        var good = decoder.decode(token);
        tokens.put(token, good);
        return good;
    }

    private boolean isBefore(@Nullable Instant end) {
        return end != null && clock.instant().isBefore(end);
    }
}
