package cn.dangjian.identity;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The whole service over HTTP, once for all test classes; its hashes are cheap, its organization is a stand-in. */
@ServiceTest
@Import(Fixtures.class)
@TestPropertySource(
        properties = {
            "testkit.tokens=own",
            "dangjian.identity.signing-key.file=target/signing-keys/test.json",
            "dangjian.identity.signing-key.create-if-missing=true",
            "IDENTITY_AUDIT_KEY=only-for-tests-audit-key",
            "IDENTITY_DATA_KEY=only-for-tests-data-key",
            "IDENTITY_INDEX_KEY=only-for-tests-index-key",
            "dangjian.identity.clients.web-redirects=http://127.0.0.1:9/callback",
            "dangjian.identity.clients.services.task=secret-of-task",
            "dangjian.identity.password.memory-kib=256",
            "dangjian.identity.password.iterations=1",
            "dangjian.identity.organization.connect-timeout=1s",
            "dangjian.identity.organization.read-timeout=300ms",
            "dangjian.identity.organization.window=4",
            "dangjian.identity.organization.pause=1s",
            "dangjian.identity.activation.chunk=3",
            "BOOTSTRAP_ADMIN_LOGIN=admin",
            "BOOTSTRAP_ADMIN_PASSWORD=correct horse battery"
        })
public abstract class RunningIdentity {

    protected static final OrganizationStandIn ORGANIZATION = OrganizationStandIn.start();

    @Autowired
    protected Api api;

    @Autowired
    protected Fixtures fixtures;

    @Autowired
    protected OAuth oauth;

    @Autowired
    protected Broker broker;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private Province province;

    @DynamicPropertySource
    static void organization(DynamicPropertyRegistry registry) {
        registry.add("ORGANIZATION_URL", ORGANIZATION::url);
    }

    @BeforeEach
    void settle() {
        province.settle();
    }
}
