package cn.dangjian.member.moving.transfer;

import cn.dangjian.platform.seals.SealSettings;
import cn.dangjian.platform.seals.Seals;
import java.util.Map;
import java.util.Set;

/** The keys of the tests after they were changed, and changed back. */
final class OtherKeys {

    private OtherKeys() {}

    static Seals with(String current) {
        return new Seals(new SealSettings(
                current,
                Map.of("k1", "only-for-tests-data-key", "k2", "only-for-tests-second-key"),
                Set.of("k2"),
                "only-for-tests-index-key"));
    }
}
