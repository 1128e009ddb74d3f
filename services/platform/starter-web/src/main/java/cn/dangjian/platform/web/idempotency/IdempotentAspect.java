package cn.dangjian.platform.web.idempotency;

import cn.dangjian.platform.web.idempotency.StoredAnswers.Key;
import cn.dangjian.platform.web.idempotency.StoredAnswers.Row;
import cn.dangjian.platform.web.problem.Problem;
import cn.dangjian.platform.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Runs an {@link Idempotent} method once per key, in one transaction with its stored answer. */
@Aspect
class IdempotentAspect {

    private static final Logger log = LoggerFactory.getLogger(IdempotentAspect.class);

    private static final Pattern KEY = Pattern.compile(Idempotent.KEY);

    /** Whoever has the key, or had it a moment ago, is about to answer. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final StoredAnswers answers;
    private final Answers codec;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration lease;

    /** The claims of requests that are at work in this process. */
    private final Set<String> here = ConcurrentHashMap.newKeySet();

    IdempotentAspect(
            StoredAnswers answers,
            Answers codec,
            TransactionTemplate transaction,
            Clock clock,
            IdempotencySettings settings) {
        this.answers = answers;
        this.codec = codec;
        this.transaction = transaction;
        this.clock = clock;
        this.lease = settings.lease();
    }

    @Around("@annotation(cn.dangjian.platform.web.idempotency.Idempotent)")
    @Nullable
    Object once(ProceedingJoinPoint call) throws Throwable {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        String given = key(request);
        var principal = request.getUserPrincipal();
        var key = new Key(principal == null ? "" : principal.getName(), Answers.digest(given));
        String fingerprint = codec.fingerprint(given, request, call);
        String claim = UUID.randomUUID().toString();
        here.add(claim);
        try {
            var earlier = claim(key, fingerprint, claim);
            return earlier.isPresent() ? earlier.get() : run(call, key, claim);
        } finally {
            here.remove(claim);
        }
    }

    private static String key(HttpServletRequest request) {
        String key = request.getHeader(Idempotent.HEADER);
        if (key == null || key.isBlank()) throw IdempotencyRefusal.MISSING.get();
        if (!KEY.matcher(key).matches()) throw IdempotencyRefusal.MALFORMED.get();
        return key;
    }

    /** Empty if the key is ours now; the stored answer if there is one. */
    private Optional<ResponseEntity<?>> claim(Key key, String fingerprint, String claim) {
        if (answers.claim(key, fingerprint, claim, clock.instant())) return Optional.empty();

        var row = answers.find(key).orElseThrow(() -> running(SOON));
        if (!row.fingerprint().equals(fingerprint)) {
            throw IdempotencyRefusal.OTHER_PAYLOAD.get();
        }
        if (row.status() != null) return Optional.of(codec.replay(row));
        if (isDead(row) && answers.takeOver(key, row.claim(), claim, clock.instant())) return Optional.empty();
        throw running(patience(key, row));
    }

    /** Of a process that was killed nobody comes back; whether another one lives cannot be seen from here. */
    private Duration patience(Key key, Row row) {
        if (here.contains(row.claim())) return SOON;
        // it may have ended between the two looks
        return answers.find(key)
                .filter(later -> later.status() == null && later.claim().equals(row.claim()))
                .map(this::rest)
                .orElse(SOON);
    }

    private boolean isDead(Row row) {
        return !rest(row).isPositive();
    }

    /** How long the claim still counts: after it, if its process was killed, the key is free. */
    private Duration rest(Row row) {
        return Duration.between(clock.instant(), row.claimedAt().plus(lease).toInstant(ZoneOffset.UTC));
    }

    private static ProblemException running(Duration rest) {
        // whole seconds, and none too few
        var wait = Duration.ofSeconds(Math.max(1, rest.plusNanos(999_999_999).toSeconds()));
        return new ProblemException(new Problem(IdempotencyRefusal.RUNNING).retryAfter(wait));
    }

    private @Nullable Object run(ProceedingJoinPoint call, Key key, String claim) throws Throwable {
        boolean kept = false;
        try {
            var answer = transaction.execute(status -> {
                var result = proceed(call);
                if (!result.getStatusCode().is2xxSuccessful()) {
                    status.setRollbackOnly();
                    return result;
                }
                return store(result, key, claim);
            });
            kept = answer != null && answer.getStatusCode().is2xxSuccessful();
            return answer;
        } catch (Wrapped e) {
            throw e.original;
        } finally {
            if (!kept) release(key, claim);
        }
    }

    /** What went wrong before counts more: a key that cannot be given back is free again after its lease. */
    private void release(Key key, String claim) {
        try {
            answers.release(key, claim);
        } catch (DataAccessException e) {
            log.warn("A key stays claimed until its lease ends: {}", e.getMessage());
        }
    }

    private ResponseEntity<?> store(ResponseEntity<?> result, Key key, String claim) {
        var stored = codec.encode(result);
        byte[] body = stored.getBody();
        boolean mine = answers.answer(
                key, claim, stored.getStatusCode().value(), codec.headers(stored), body == null ? new byte[0] : body);
        if (!mine) throw running(SOON);
        return stored;
    }

    private static ResponseEntity<?> proceed(ProceedingJoinPoint call) {
        try {
            return (ResponseEntity<?>) call.proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new Wrapped(e);
        }
    }

    private static final class Wrapped extends RuntimeException {

        private final transient Throwable original;

        Wrapped(Throwable original) {
            super(original);
            this.original = original;
        }
    }
}
