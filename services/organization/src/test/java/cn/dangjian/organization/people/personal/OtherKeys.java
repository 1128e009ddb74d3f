package cn.dangjian.organization.people.personal;

import java.util.Map;

/** The keys of the tests after they were changed, and changed back. */
public final class OtherKeys {

    private OtherKeys() {}

    public static PersonalData with(String current) {
        return new PersonalData(new PersonalDataSettings(
                current, Map.of("k1", "only-for-tests-data-key", "k2", "only-for-tests-second-key")));
    }
}
