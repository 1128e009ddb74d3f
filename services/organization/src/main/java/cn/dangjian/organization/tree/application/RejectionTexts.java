package cn.dangjian.organization.tree.application;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The reasons of rejections in the reader's language. */
@Component
class RejectionTexts {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    RejectionTexts() {
        messages.setBasename("rejections");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setUseCodeAsDefaultMessage(true);
    }

    String text(String reason, @Nullable String value, Locale locale) {
        return messages.getMessage(reason, new Object[] {value == null ? "" : value}, locale);
    }
}
