package cn.dangjian.dues.online.provider;

import cn.dangjian.dues.online.provider.OnlineSettings.Provider;
import cn.dangjian.platform.web.caller.OpenPaths;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Who is asked, and that whoever it is may tell us something without a token: what it tells is signed. */
@Configuration(proxyBeanMethods = false)
class OnlineConfiguration {

    @Bean
    PaymentProvider paymentProvider(OnlineSettings settings, Addresses addresses, Clock clock, JsonMapper json) {
        if (settings.provider() == Provider.NONE) return new NoProvider();
        return new HttpProvider(new ProviderLine(settings, addresses, clock), addresses, settings, json);
    }

    @Bean
    OpenPaths providerCallbacks() {
        return new OpenPaths("/v1/provider-callbacks");
    }
}
