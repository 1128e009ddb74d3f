package cn.dangjian.platform.web;

import io.swagger.v3.core.jackson.ModelResolver;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Gives the OpenAPI document names of types that are not mistaken for each other. */
@AutoConfiguration(after = SpringDocConfiguration.class)
@ConditionalOnBean(ObjectMapperProvider.class)
class SchemaConfiguration {

    /** Registered first, which makes it the one that is asked last, as the one that it replaces. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver schemasByRoom(ObjectMapperProvider mappers, SpringDocConfigProperties settings) {
        return new ModelResolver(mappers.jsonMapper(), new SchemaNames()).openapi31(settings.isOpenapi31());
    }
}
