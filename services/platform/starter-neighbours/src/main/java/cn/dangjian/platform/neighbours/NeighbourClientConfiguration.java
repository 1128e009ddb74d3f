package cn.dangjian.platform.neighbours;

import cn.dangjian.platform.web.caller.ServiceTokens;
import feign.Request;
import feign.RequestInterceptor;
import feign.Retryer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;

/**
 * How a Feign client speaks: with the token of its own service, the timeouts of the {@link NeighbourSettings} that are a bean
 * of the client's name, and no retries of its own.
 */
public class NeighbourClientConfiguration {

    /** The client whose beans these are, as Spring Cloud says it to them. */
    private static final String CLIENT = "spring.cloud.openfeign.client.name";

    @Bean
    RequestInterceptor serviceToken(ServiceTokens tokens) {
        return request -> request.header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.bearer());
    }

    @Bean
    Request.Options timeouts(BeanFactory beans, Environment environment) {
        var settings = beans.getBean(environment.getRequiredProperty(CLIENT), NeighbourSettings.class);
        return new Request.Options(settings.connectTimeout(), settings.readTimeout(), false);
    }

    @Bean
    Retryer retryer() {
        return Retryer.NEVER_RETRY;
    }
}
