package cn.dangjian.identity.phone;

import cn.dangjian.platform.seals.SealSettings;
import cn.dangjian.platform.seals.Seals;
import java.util.Map;
import java.util.Set;

/** The keys of the tests after they were changed, and changed back. */
public final class OtherKeys {

    public static final String DATA_KEY = "only-for-tests-data-key";
    public static final String INDEX_KEY = "only-for-tests-index-key";

    private OtherKeys() {}

    static Seals with(String current) {
        return new Seals(new SealSettings(
                current, Map.of("k1", DATA_KEY, "k2", "only-for-tests-second-key"), Set.of("k2"), INDEX_KEY));
    }
}
