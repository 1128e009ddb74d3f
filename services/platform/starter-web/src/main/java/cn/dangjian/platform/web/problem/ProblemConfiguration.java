package cn.dangjian.platform.web.problem;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans that turn refusals into problem details. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ProblemWriter.class, FallbackErrorController.class})
public class ProblemConfiguration {

    @Bean
    ProblemTexts problemTexts(ObjectProvider<ProblemBundle> ofStarters) {
        return new ProblemTexts(ofStarters.orderedStream().toList());
    }

    @Bean
    UnreadableBody unreadableBody(ProblemTexts texts) {
        return new UnreadableBody(texts);
    }
}
