package cn.dangjian.platform.web;

import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.ContextAttributes;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** The readers of bodies, paths and queries. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    /** A number or a truth value where a text belongs is a mistake of the client, not a text. */
    @Bean
    JsonMapperBuilderCustomizer textsAreTexts() {
        return builder -> builder.withCoercionConfig(
                LogicalType.Textual, texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    /** A number is neither the name of a choice nor a time that a person could check. */
    @Bean
    JsonMapperBuilderCustomizer namesAndTimesAreTexts() {
        return builder ->
                builder.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS).addModule(WrittenTime.times(Years.KEPT));
    }

    /** Stricter than what services write to each other and keep: what a stranger sends. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer bodies(JsonMapper json) {
        var strict = json.rebuild()
                // who reads the first of two values and who reads the last one would not see the same
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .defaultAttributes(ContextAttributes.getEmpty().withSharedAttribute(StrippedText.REFUSES, true))
                .addModule(WrittenTime.times(Years.ASKED))
                .addModule(WrittenTime.days(Years.ASKED))
                .addModule(new SimpleModule("texts").addDeserializer(String.class, new PlainText()))
                .build();
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
    }

    @Bean
    WebMvcConfigurer parameters() {
        return new WebMvcConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(new TypedParameters());
                TypedDays.register(registry, Years.ASKED);
            }
        };
    }
}
