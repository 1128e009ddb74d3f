package cn.dangjian.platform.web.contract;

import cn.dangjian.platform.web.caller.OpenPaths;
import cn.dangjian.platform.web.problem.ProblemTexts;
import io.swagger.v3.core.jackson.ModelResolver;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Makes the OpenAPI document say what clients need. */
@AutoConfiguration(after = SpringDocConfiguration.class)
@ConditionalOnBean(ObjectMapperProvider.class)
class ContractConfiguration {

    @Bean
    SchemaNames schemaNames() {
        return new SchemaNames();
    }

    /** Registered first, which makes it the one that is asked last, as the one that it replaces. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver schemasByRoom(ObjectMapperProvider mappers, SpringDocConfigProperties settings, SchemaNames names) {
        return new ModelResolver(mappers.jsonMapper(), names).openapi31(settings.isOpenapi31());
    }

    @Bean
    DoorAnswers doorAnswers() {
        return DoorAnswers.ofClassPath();
    }

    @Bean
    OperationCustomizer parametersInTheDocument(DoorAnswers doors) {
        return new Parameters(doors);
    }

    @Bean
    @Order(1)
    OperationCustomizer answersInTheDocument(DoorAnswers doors) {
        return new Successes(doors);
    }

    @Bean
    @Order(2)
    OperationCustomizer refusalsInTheDocument(
            DoorAnswers doors, ProblemTexts texts, ObjectProvider<OpenPaths> openPaths) {
        return new Refusals(doors, new ProblemAnswers(texts), openPaths.stream().toList());
    }

    @Bean
    GlobalOpenApiCustomizer schemasInTheDocument(SchemaNames names, ProblemTexts texts) {
        return document -> {
            new ProblemAnswers(texts).addTo(document);
            new RequiredFields(names).mark(document);
            new Examples(document).add();
        };
    }
}
