package cn.dangjian.dues.online.sandbox;

import cn.dangjian.platform.web.caller.OpenPaths;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the sandbox be asked without a token: whoever asks signs, or has the address of a page, which nobody guesses. */
@ConditionalOnProperty(name = "dangjian.dues.online.provider", havingValue = "sandbox")
@Configuration(proxyBeanMethods = false)
class SandboxConfiguration {

    @Bean
    OpenPaths sandboxDoors() {
        return new OpenPaths("/v1/sandbox/**");
    }
}
