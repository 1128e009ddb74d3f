package cn.dangjian.platform.directory;

import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives a service its directory of units and the scopes of its callers. */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
@EnableConfigurationProperties(DirectorySettings.class)
public class DirectoryConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Scope.class);
    }

    @Bean
    UnitTable unitTable(JdbcTemplate template, JdbcClient jdbc) {
        return new UnitTable(template, jdbc);
    }

    @Bean
    Directory directory(UnitTable units) {
        return new Directory(units);
    }

    /** Off only where the table itself is the source of the events. */
    @Bean
    @ConditionalOnProperty(name = "dangjian.directory.listen", havingValue = "true", matchIfMissing = true)
    UnitListener unitListener(UnitTable units, ObjectProvider<UnitObserver> observers) {
        return new UnitListener(units, observers.orderedStream().toList());
    }

    @Bean
    WebMvcConfigurer scopeArguments(Directory directory) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ScopeArguments(directory));
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new LineDoors());
            }
        };
    }

    @Bean
    DirectoryEndpoint directoryEndpoint(UnitTable units) {
        return new DirectoryEndpoint(units);
    }
}
