package cn.dangjian.platform.web.problem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans that turn refusals into problem details. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ProblemWriter.class, FallbackErrorController.class})
public class ProblemConfiguration {

    @Bean
    ProblemTexts problemTexts() {
        return new ProblemTexts();
    }

    @Bean
    UnreadableBody unreadableBody(ProblemTexts texts) {
        return new UnreadableBody(texts);
    }
}
