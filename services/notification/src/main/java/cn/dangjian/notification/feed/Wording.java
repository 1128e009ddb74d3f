package cn.dangjian.notification.feed;

import cn.dangjian.notification.feed.FeedPart.Text;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.desk.Days;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an entry says in words and where it leads, in both languages; of those that clients say in words themselves nothing. */
@Component
public class Wording {

    private static final ResourceBundle CHINESE = bundle(Locale.ROOT);
    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);
    private static final String TITLE = "TITLE.";

    private final Days days;

    Wording(Days days) {
        this.days = days;
    }

    /**
     * Null of a kind without words.
     *
     * @param at the date that it is about
     * @param many how many assignments it is about
     */
    public @Nullable Text text(Kind kind, String title, Instant at, @Nullable String words, @Nullable Integer many) {
        if (!CHINESE.containsKey(kind.name())) return null;
        Object[] values = {title, shown(at), Objects.requireNonNullElse(words, ""), many == null ? "" : many.toString()
        };
        return new Text(filled(CHINESE, kind, values), filled(ENGLISH, kind, values));
    }

    /** What an entry that is about no task is called; of all others the task's own title. */
    public String title(Kind kind, String title) {
        String key = TITLE + kind.name();
        return CHINESE.containsKey(key) ? CHINESE.getString(key) : title;
    }

    /**
     * The path below the gateway where it leads; null of a kind without words. {@code {assignment}} stands for the number of
     * the entry's assignment.
     *
     * @param cause what it was told for
     * @param hierarchy by which the dispatch went down
     */
    public @Nullable String link(Kind kind, String cause, long dispatch, Hierarchy hierarchy) {
        return switch (kind) {
            case URGED_SOON, URGED_DUE, OVERDUE, URGED, DEADLINE_MOVED -> "/task/v1/assignments/{assignment}";
            case OVERDUE_BELOW ->
                "/task/v1/dispatches/" + dispatch + "/urgings" + (hierarchy == Hierarchy.LINE ? "?by=LINE" : "");
            case VOICE, VOICE_ACCEPTED, VOICE_REFUSED, VOICE_LATE ->
                "/task/v1/voices/" + cause.substring(cause.indexOf(':') + 1);
            case STEP_OVERDUE -> "/assessment/v1/" + part(cause, 1) + "/" + part(cause, 2);
            case REMITTANCE_REMINDED -> "/dues/v1/units/" + part(cause, 2) + "/remittances";
            case ARREARS_ASKED, ARREARS_ESTABLISHED -> "/dues/v1/arrears-cases/" + part(cause, 1);
            default -> null;
        };
    }

    private static String part(String cause, int place) {
        return cause.split(":", -1)[place];
    }

    private String shown(Instant at) {
        return days.dayOf(at) + " " + days.timeOf(at).truncatedTo(ChronoUnit.MINUTES);
    }

    private static String filled(ResourceBundle bundle, Kind kind, Object... values) {
        return new MessageFormat(bundle.getString(kind.name()), Locale.ROOT)
                .format(values)
                .strip();
    }

    /** The language of the machine it runs on is nobody's. */
    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "notices",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
