package cn.dangjian.platform.files.form;

import cn.dangjian.platform.sheets.Rejection;
import cn.dangjian.platform.web.problem.ProblemTexts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why something was rejected, in the words with which one request would have been refused. */
@Component
public class ReasonTexts {

    private final ProblemTexts texts;

    ReasonTexts(ProblemTexts texts) {
        this.texts = texts;
    }

    /** A reason in both languages, for lists that are worked off later. */
    public record Reason(String code, String reason, String reasonInEnglish) {}

    public @Nullable Reason reason(@Nullable Rejection why) {
        return why == null ? null : new Reason(why.problem(), text(why, Locale.CHINESE), text(why, Locale.ENGLISH));
    }

    public String text(Rejection why, Locale locale) {
        String text = texts.detail(why.problem(), why.values().toArray(), locale);
        return text == null ? why.problem() + ".detail" : text;
    }
}
