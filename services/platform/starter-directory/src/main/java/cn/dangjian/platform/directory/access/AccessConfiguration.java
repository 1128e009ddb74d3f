package cn.dangjian.platform.directory.access;

import cn.dangjian.platform.web.caller.AccessVersions;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a service hear whose access has changed, unless it knows that by itself, as identity does. */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
@EnableConfigurationProperties(AccessSettings.class)
public class AccessConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(AccessVersions.class)
    static class HeardFromIdentity {

        @Bean
        AccessTable accessTable(JdbcTemplate template, JdbcClient jdbc) {
            return new AccessTable(template, jdbc);
        }

        @Bean
        AccessListener accessListener(AccessTable accesses, Clock clock) {
            return new AccessListener(accesses, clock);
        }

        @Bean
        ForgetAccess forgetAccess(AccessTable accesses, AccessSettings settings, Clock clock) {
            return new ForgetAccess(accesses, settings, clock);
        }
    }
}
