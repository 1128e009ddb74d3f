package cn.dangjian.notification.notice;

import cn.dangjian.notification.feed.Kind;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears what units answered (反馈), and what issuers replied; tells the other side, and the tier above of a late reply. */
@Component
class VoiceListener {

    private final TellVerdicts tellVerdicts;

    VoiceListener(TellVerdicts tellVerdicts) {
        this.tellVerdicts = tellVerdicts;
    }

    /**
     * @param until the assignment's date since it was accepted
     * @param superior who is told that the reply is late
     */
    record Changed(
            long voice,
            long assignment,
            long dispatch,
            long unit,
            long issuer,
            String text,
            String state,
            Instant replyBy,
            @Nullable String reply,
            @Nullable Instant until,
            @Nullable Long superior) {

        private Kind kind() {
            return switch (state) {
                case "ACCEPTED" -> Kind.VOICE_ACCEPTED;
                case "REFUSED" -> Kind.VOICE_REFUSED;
                default -> superior == null ? Kind.VOICE : Kind.VOICE_LATE;
            };
        }
    }

    @Hears(value = "task.voice-changed.v1", order = Order.OWN)
    void on(List<Event<Changed>> events) {
        tellVerdicts.tell(events.stream().map(VoiceListener::notice).toList());
    }

    private static Notice notice(Event<Changed> event) {
        var data = event.data();
        var kind = data.kind();
        boolean replied = kind == Kind.VOICE_ACCEPTED || kind == Kind.VOICE_REFUSED;
        long told = replied ? data.unit() : Objects.requireNonNullElse(data.superior(), data.issuer());
        return new Notice(
                data.assignment(),
                "voice:" + data.voice(),
                event.version(),
                data.dispatch(),
                told,
                kind,
                replied ? data.reply() : data.text(),
                replied ? data.until() : data.replyBy(),
                null);
    }
}
