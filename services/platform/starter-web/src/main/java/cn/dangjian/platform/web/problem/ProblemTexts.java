package cn.dangjian.platform.web.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The texts of problems: the service's own files first, then the starters'. */
public class ProblemTexts {

    private final MessageSource messages;

    ProblemTexts(List<ProblemBundle> ofStarters) {
        var source = new ResourceBundleMessageSource();
        source.setBasenames("problems", "cn/dangjian/platform/web/problems");
        ofStarters.forEach(bundle -> source.addBasenames(bundle.basename()));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setUseCodeAsDefaultMessage(false);
        this.messages = source;
    }

    /** A problem in a few words; its code if there are none. */
    public String title(String code, Locale locale) {
        String text = find(code + ".title", new Object[0], locale);
        return text == null ? code : text;
    }

    /** What a problem says, with the values that it speaks of; null if there is no such text. */
    public @Nullable String detail(String code, Object[] args, Locale locale) {
        return find(code + ".detail", args, locale);
    }

    /** The text for a field's refusal, or the given fallback. */
    String field(String code, String fallback, Locale locale) {
        String text = find("field." + code, new Object[0], locale);
        return text == null ? fallback : text;
    }

    private @Nullable String find(String key, Object[] args, Locale locale) {
        return messages.getMessage(key, args, null, locale);
    }
}
