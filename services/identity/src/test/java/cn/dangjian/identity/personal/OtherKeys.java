package cn.dangjian.identity.personal;

import java.util.Map;

/** The keys of the tests after they were changed, and changed back. */
public final class OtherKeys {

    public static final String DATA_KEY = "only-for-tests-data-key";
    public static final String INDEX_KEY = "only-for-tests-index-key";

    private OtherKeys() {}

    public static PersonalData with(String current) {
        return new PersonalData(new PersonalDataSettings(
                current, Map.of("k1", DATA_KEY, "k2", "only-for-tests-second-key"), INDEX_KEY));
    }
}
