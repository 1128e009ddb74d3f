package cn.dangjian.platform.web.trial;

import cn.dangjian.platform.web.caller.OpenPaths;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
class TrialApplication {

    @Bean
    OpenPaths openPaths() {
        return new OpenPaths("/v1/open/**");
    }
}
