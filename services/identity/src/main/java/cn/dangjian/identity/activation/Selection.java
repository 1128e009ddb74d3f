package cn.dangjian.identity.activation;

import cn.dangjian.platform.directory.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose accounts are to get a code, among those below the one who asks.
 *
 * @param units these units; all if there are none
 * @param tier units of this tier; null for all
 * @param under a unit with everything below it; null for all
 * @param reset also accounts that were activated before: their holders forgot the password
 */
record Selection(
        List<Long> units, @Nullable Tier tier, @Nullable Long under, boolean reset) {

    @Nullable
    String tierName() {
        return tier == null ? null : tier.name();
    }
}
