package cn.dangjian.identity.audit;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest row of a chain.
 *
 * @param seal a mac over the rest, so that nobody else can say which row is the newest
 */
record Chain(int chain, long seq, String mac, String keyName, String seal) {

    /** The chain of the seals. */
    static final int SEALS = -1;

    List<@Nullable Object> covered() {
        return Arrays.asList("head", chain, seq, mac, keyName);
    }
}
