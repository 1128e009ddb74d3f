package cn.dangjian.member.person.privacy;

import cn.dangjian.platform.seals.SealSettings;
import cn.dangjian.platform.seals.Seals;
import java.util.Map;
import java.util.Set;

/** The keys of the tests after they were changed, and changed back. */
public final class OtherVault {

    private OtherVault() {}

    public static Vault with(String current) {
        return new Vault(new Seals(new SealSettings(
                current,
                Map.of("k1", "only-for-tests-data-key", "k2", "only-for-tests-second-key"),
                Set.of("k2"),
                "only-for-tests-index-key")));
    }
}
