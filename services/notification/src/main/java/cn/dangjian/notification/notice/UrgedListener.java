package cn.dangjian.notification.notice;

import cn.dangjian.notification.feed.Kind;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears which units are urged (督办). */
@Component
class UrgedListener {

    private final TellVerdicts tellVerdicts;

    UrgedListener(TellVerdicts tellVerdicts) {
        this.tellVerdicts = tellVerdicts;
    }

    /** @param word of the issuer, if it urges by hand */
    record Urged(
            long dispatch,
            String step,
            Instant deadline,
            @Nullable String word,
            List<Unit> units) {

        private Kind kind() {
            return switch (step) {
                case "DUE" -> Kind.URGED_DUE;
                case "OVERDUE" -> Kind.OVERDUE;
                case "UP" -> Kind.OVERDUE_BELOW;
                case "HAND" -> Kind.URGED;
                default -> Kind.URGED_SOON;
            };
        }
    }

    /** @param late how many below it are late, if it is the tier above */
    record Unit(
            long urge, long unit, long assignment, @Nullable Integer late) {}

    @Hears("task.urged.v1")
    void on(List<Event<Urged>> events) {
        tellVerdicts.tell(
                events.stream().flatMap(event -> notices(event.data())).toList());
    }

    private static Stream<Notice> notices(Urged urged) {
        var kind = urged.kind();
        return urged.units().stream()
                .map(one -> new Notice(
                        one.assignment(),
                        (kind == Kind.OVERDUE_BELOW ? "urge-up:" : "urge:") + one.urge(),
                        1,
                        urged.dispatch(),
                        one.unit(),
                        kind,
                        urged.word(),
                        urged.deadline(),
                        one.late()));
    }
}
