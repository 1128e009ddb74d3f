package cn.dangjian.identity;

import cn.dangjian.testkit.DoorRules;
import cn.dangjian.testkit.Province;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** With the settings of {@link SettingsTest}, whose context it shares. */
@Import(Fixtures.class)
@TestPropertySource(
        properties = {
            "testkit.tokens=own",
            "dangjian.identity.signing-key.file=target/signing-keys/settings.json",
            "dangjian.identity.signing-key.create-if-missing=true",
            "IDENTITY_AUDIT_KEY=only-for-tests-audit-key",
            "IDENTITY_DATA_KEY=only-for-tests-data-key",
            "IDENTITY_INDEX_KEY=only-for-tests-index-key",
            "ORGANIZATION_URL=http://127.0.0.1:9"
        })
class DoorsTest extends DoorRules {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Province province;

    private String token = "";
    private Fixtures.Someone somebody = new Fixtures.Someone(0, 0, 0, "");

    @Override
    protected void settle() {
        province.settle();
        somebody = fixtures.anActiveAccountAt(Province.VILLAGE);
        token = fixtures.token(fixtures.anActiveAccountAt(Province.OTHER_COUNTY));
    }

    @Override
    protected long thing(String path) {
        return path.startsWith("/v1/posts/") ? somebody.post() : somebody.account();
    }

    @Override
    protected String otherCounty() {
        return token;
    }
}
