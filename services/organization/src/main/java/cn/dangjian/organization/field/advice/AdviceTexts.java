package cn.dangjian.organization.field.advice;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** What an advice says, in the reader's language. */
@Component
class AdviceTexts {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    AdviceTexts() {
        messages.setBasename("advice");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
    }

    /** On which fact it rests. */
    String finding(Advice advice, Locale locale) {
        return text(advice, ".finding", locale);
    }

    /** What may be done. */
    String options(Advice advice, Locale locale) {
        return text(advice, ".options", locale);
    }

    private String text(Advice advice, String part, Locale locale) {
        var numbers = Stream.concat(
                Stream.of(String.valueOf(advice.fact()), plain(advice.value())),
                advice.sizes().stream().map(AdviceTexts::plain));
        return messages.getMessage(advice.kind().name() + part, numbers.toArray(), locale);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
