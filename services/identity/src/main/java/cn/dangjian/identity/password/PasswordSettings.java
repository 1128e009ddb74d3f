package cn.dangjian.identity.password;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much a password hash costs, and how many are computed at once.
 *
 * @param memoryKib memory of one hash, in KiB
 * @param iterations passes over that memory
 * @param parallelism lanes of one hash
 * @param threads hashes at a time; 0 = one for each processor; the memory of each is kept
 * @param queue callers that may wait for a thread; then only places from which nobody waits get one more
 * @param perAddress callers of one address that may wait; one more is told to come back
 * @param patience how long a caller waits for his turn; then he is told to come back
 * @param retryAfter when a caller that found the queue full should come back
 * @param minimum the shortest password
 * @param maximum the longest password
 * @param guesses how many guesses a password has to stand, as zxcvbn estimates them
 */
@Validated
@ConfigurationProperties("dangjian.identity.password")
record PasswordSettings(
        @DefaultValue("19456") @Min(8) int memoryKib,
        @DefaultValue("2") @Min(1) int iterations,
        @DefaultValue("1") @Min(1) int parallelism,
        @DefaultValue("0") @Min(0) int threads,
        @DefaultValue("512") @Min(0) int queue,
        @DefaultValue("64") @Min(1) int perAddress,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("2s") Duration retryAfter,
        @DefaultValue("10") @Min(8) int minimum,
        @DefaultValue("128") @Max(1024) int maximum,
        @DefaultValue("100000000") @Min(1) long guesses) {

    int threadsOrProcessors() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }
}
