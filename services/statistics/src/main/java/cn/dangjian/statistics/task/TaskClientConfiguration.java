package cn.dangjian.statistics.task;

import cn.dangjian.platform.web.caller.ServiceTokens;
import feign.Request;
import feign.RequestInterceptor;
import feign.Retryer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;

/** How the client of task speaks: with statistics's own token, timeouts, and no retries of its own. */
class TaskClientConfiguration {

    @Bean
    RequestInterceptor serviceToken(ServiceTokens tokens) {
        return request -> request.header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.bearer());
    }

    @Bean
    Request.Options timeouts(TaskSettings settings) {
        return new Request.Options(settings.connectTimeout(), settings.readTimeout(), false);
    }

    @Bean
    Retryer retryer() {
        return Retryer.NEVER_RETRY;
    }
}
