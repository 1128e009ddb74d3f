package cn.dangjian.platform.events.trial;

import cn.dangjian.platform.web.caller.AccessVersions;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
class TrialApplication {

    @Bean
    AccessVersions accessVersions() {
        return (account, version) -> false;
    }
}
