package cn.dangjian.dues;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Makes the keys of merchant and provider anew for each run of the tests. */
public class SandboxKeys implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final KeyPair MERCHANT = pair();
    private static final KeyPair PROVIDER = pair();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "sandbox keys",
                        Map.of(
                                "DUES_MERCHANT_KEY",
                                merchantKey(),
                                "DUES_MERCHANT_PUBLIC_KEY",
                                text(MERCHANT.getPublic().getEncoded()),
                                "DUES_PROVIDER_KEY",
                                providerKey(),
                                "DUES_PROVIDER_PUBLIC_KEY",
                                text(PROVIDER.getPublic().getEncoded()),
                                // tests make the provider fail on purpose, one beside the other
                                "dangjian.dues.online.call.failure-rate",
                                "100",
                                "dangjian.dues.online.call.window",
                                "50")));
    }

    /** With what the provider signs. */
    public static String providerKey() {
        return text(PROVIDER.getPrivate().getEncoded());
    }

    /** With what we sign, and nobody else may. */
    public static String merchantKey() {
        return text(MERCHANT.getPrivate().getEncoded());
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
