package cn.dangjian.organization.files.intake;

import cn.dangjian.organization.sheet.Rejection;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Why a row was rejected, in the words with which one request would have been refused. */
@Component
public class ReasonTexts {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    ReasonTexts() {
        messages.setBasenames("problems", "cn/dangjian/platform/web/problems");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setUseCodeAsDefaultMessage(true);
    }

    public String text(Rejection why, Locale locale) {
        return messages.getMessage(why.problem() + ".detail", why.values().toArray(), locale);
    }
}
