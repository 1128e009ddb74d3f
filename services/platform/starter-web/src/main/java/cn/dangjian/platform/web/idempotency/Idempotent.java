package cn.dangjian.platform.web.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a controller method that creates something safe to send again: it needs the header {@code Idempotency-Key}
 * (16 to 64 characters of A-Z, a-z, 0-9, _ and -), runs in one transaction with its stored answer, and a repeated
 * request of the same caller gets that answer byte for byte.
 *
 * <p>Problems: 400 {@code idempotency.missing} or {@code idempotency.malformed}, 409 {@code idempotency.running} while
 * the first request is at work, 422 {@code idempotency.other-payload} for the same key with another request. Only
 * answers of status 2xx are kept; a refusal has no effect and may be tried again with the same key.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /** Of a request: the key that a client makes. */
    String HEADER = "Idempotency-Key";

    /** What a key looks like. */
    String KEY = "[A-Za-z0-9_-]{16,64}";

    /** Of an answer: that it was given before. */
    String REPLAYED = "Idempotency-Replayed";
}
