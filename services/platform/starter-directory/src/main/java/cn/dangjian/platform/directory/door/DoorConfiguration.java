package cn.dangjian.platform.directory.door;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.DirectoryConfiguration;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.desk.Desks;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives the doors of a service the scopes of its callers. */
@AutoConfiguration(after = DirectoryConfiguration.class)
public class DoorConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Scope.class, Desk.class);
    }

    @Bean
    Desks desks(Directory directory, Days days) {
        return new Desks(directory, days);
    }

    @Bean
    WebMvcConfigurer scopeArguments(Directory directory, Days days) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ScopeArguments(directory, days));
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
}
