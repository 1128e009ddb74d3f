package cn.dangjian.platform.directory;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
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

    /** The OpenAPI page shows where {@code by=LINE} may be asked. */
    @Bean
    OperationCustomizer linesInTheDocument() {
        return (operation, door) -> LineDoors.isOpen(door) ? operation.addParametersItem(by()) : operation;
    }

    private static Parameter by() {
        var values = new StringSchema();
        for (var hierarchy : Hierarchy.values()) values.addEnumItem(hierarchy.name());
        values.setDefault(Hierarchy.BLOCK.name());
        return new QueryParameter()
                .name(ScopeArguments.PARAMETER)
                .description("By territory (块), or by the caller's line (条)")
                .required(false)
                .schema(values);
    }

    @Bean
    DirectoryEndpoint directoryEndpoint(UnitTable units) {
        return new DirectoryEndpoint(units);
    }
}
