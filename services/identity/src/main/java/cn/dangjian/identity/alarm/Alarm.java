package cn.dangjian.identity.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 登录告警: an attack on an account, or from an address.
 *
 * @param account which account; null if the attack comes from one address
 * @param address from which address; null if it is on one account
 * @param overAt when it was found to be over
 */
record Alarm(
        long id,
        @Nullable Long account,
        @Nullable String address,
        int failures,
        Instant since,
        Instant lastAt,
        @Nullable Instant overAt,
        long version) {

    Alarm grown(Pressure pressure) {
        return new Alarm(id, account, address, pressure.failures(), since, pressure.last(), null, version + 1);
    }

    Alarm over(Pressure pressure, Instant now) {
        return new Alarm(id, account, address, pressure.failures(), since, pressure.last(), now, version + 1);
    }
}
