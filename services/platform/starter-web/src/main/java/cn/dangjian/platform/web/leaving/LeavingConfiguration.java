package cn.dangjian.platform.web.leaving;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Gives a service its way of leaving. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LeavingSettings.class)
public class LeavingConfiguration {

    @Bean
    Leaving leaving(LeavingSettings settings) {
        return new Leaving(settings);
    }

    @Bean
    FilterRegistrationBean<LastAnswerFilter> lastAnswer(Leaving leaving) {
        var registration = new FilterRegistrationBean<>(new LastAnswerFilter(leaving));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
