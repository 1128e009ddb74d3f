package cn.dangjian.dues;

import cn.dangjian.testkit.Keys;
import com.nimbusds.jose.JOSEException;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Merchant and provider with keys of their own, as long as those in the field. */
public class SandboxKeys implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final KeyPair MERCHANT = pair("merchant");
    private static final KeyPair PROVIDER = pair("provider");

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

    private static KeyPair pair(String name) {
        try {
            return Keys.rsa(name).toKeyPair();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
