package cn.dangjian.platform.web;

import cn.dangjian.platform.web.caller.Administrator;
import cn.dangjian.platform.web.caller.AdministratorArguments;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.caller.CallerArguments;
import cn.dangjian.platform.web.caller.Self;
import cn.dangjian.platform.web.caller.SelfArguments;
import cn.dangjian.platform.web.caller.ServiceCaller;
import cn.dangjian.platform.web.caller.ServiceCallerArguments;
import cn.dangjian.platform.web.idempotency.IdempotencyConfiguration;
import cn.dangjian.platform.web.leaving.LeavingConfiguration;
import cn.dangjian.platform.web.limits.BodyLimitFilter;
import cn.dangjian.platform.web.limits.BodyLimits;
import cn.dangjian.platform.web.limits.ReadableFilter;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.paging.SliceArguments;
import cn.dangjian.platform.web.problem.ProblemConfiguration;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.SeenArguments;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Gives a service its door: callers, problems, idempotency keys, limits, OpenAPI. */
@AutoConfiguration(
        before = {ErrorMvcAutoConfiguration.class, WebMvcAutoConfiguration.class},
        after = {JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class, FlywayAutoConfiguration.class})
@EnableScheduling
@EnableConfigurationProperties(BodyLimits.class)
@Import({
    ProblemConfiguration.class,
    ReadingConfiguration.class,
    SecurityConfiguration.class,
    IdempotencyConfiguration.class,
    LeavingConfiguration.class
})
public class WebStarterConfiguration {

    /** Each of them may hold a connection. */
    private static final int SCHEDULED_AT_ONCE = 4;

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Caller.class, Self.class, Administrator.class, ServiceCaller.class, Slice.class, Seen.class)
                .replaceWithSchema(
                        YearMonth.class,
                        new StringSchema().pattern("^[0-9]{4}-(0[1-9]|1[0-2])$").example("2026-07"));
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * With virtual threads Spring would let all work with a fixed delay share one thread: while one adds up, none of the others
     * would begin.
     */
    @Bean
    @ConditionalOnMissingBean
    TaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(SCHEDULED_AT_ONCE);
        scheduler.setThreadNamePrefix("scheduled-");
        scheduler.setErrorHandler(new JobFailures());
        return scheduler;
    }

    /** Chinese unless the reader asks for English. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH));
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        return resolver;
    }

    @Bean
    WebMvcConfigurer callerArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArguments());
                resolvers.add(new SelfArguments());
                resolvers.add(new AdministratorArguments());
                resolvers.add(new ServiceCallerArguments());
                resolvers.add(new SliceArguments());
                resolvers.add(new SeenArguments());
            }
        };
    }

    /** A body may pause as long as the gateway's clients may; a head that does not come is given up far earlier. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> patienceWithBodies(BodyLimits limits) {
        return server -> server.addConnectorCustomizers(connector -> {
            connector.setProperty("disableUploadTimeout", "false");
            connector.setProperty(
                    "connectionUploadTimeout", String.valueOf(limits.pause().toMillis()));
        });
    }

    /** Behind what measures and traces a request, before all that reads it. */
    @Bean
    FilterRegistrationBean<ReadableFilter> readable(
            TomcatServerProperties tomcat, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var registration = new FilterRegistrationBean<>(new ReadableFilter(tomcat.getMaxHttpFormPostSize(), problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(
            BodyLimits limits, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(limits, problems));
        registration.setOrder(0);
        return registration;
    }

    @Bean
    @ConditionalOnMissingBean
    OpenAPI openApi(Environment environment) {
        String name = environment.getProperty("spring.application.name", "service");
        return new OpenAPI()
                .info(new Info().title(name).version("v1"))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }
}
