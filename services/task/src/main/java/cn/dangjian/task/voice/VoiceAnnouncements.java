package cn.dangjian.task.voice;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.events.Outbox;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the house hears of what a unit answered: its whole state after each change. */
@Component
class VoiceAnnouncements {

    private final Outbox outbox;

    VoiceAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * The data of {@code contracts/events/voice-changed.v1}.
     *
     * @param superior the unit that is told that the reply is late, in the event that says so
     */
    record VoiceChanged(
            VoiceId voice,
            long assignment,
            long dispatch,
            UnitId unit,
            UnitId issuer,
            Voice.Kind kind,
            String text,
            Voice.State state,
            OffsetDateTime replyBy,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate day,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reply,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            OffsetDateTime until,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UnitId superior) {}

    void changed(Voice voice, String subject) {
        append(voice, null, subject);
    }

    void late(Voice voice, UnitId superior) {
        append(voice, superior, null);
    }

    private void append(Voice voice, @Nullable UnitId superior, @Nullable String subject) {
        outbox.append(
                "task.voice-changed.v1",
                "voice:" + voice.id().value(),
                voice.version(),
                subject,
                new VoiceChanged(
                        voice.id(),
                        voice.assignment(),
                        voice.dispatch(),
                        voice.unit(),
                        voice.issuer(),
                        voice.kind(),
                        voice.text(),
                        voice.state(),
                        voice.replyBy(),
                        voice.day(),
                        voice.reply(),
                        voice.until(),
                        superior));
    }
}
