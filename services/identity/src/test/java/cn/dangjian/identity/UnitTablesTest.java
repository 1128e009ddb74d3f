package cn.dangjian.identity;

import cn.dangjian.testkit.TablesOfUnits;
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
class UnitTablesTest extends TablesOfUnits {}
