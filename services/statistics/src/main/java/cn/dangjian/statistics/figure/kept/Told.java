package cn.dangjian.statistics.figure.kept;

import cn.dangjian.platform.events.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event says of one thing at one unit, whole: what was said of the thing before is no more from that month on.
 *
 * @param source names the thing, for example {@code case:7}
 * @param month since when it is so; {@link Months#ALWAYS} of things whose values name their months themselves
 * @param version the greatest one of a thing counts
 */
public record Told(String source, LocalDate month, long unit, long version, Origin origin, List<Value> values) {

    /**
     * The event that says it.
     *
     * @param event null of what was taken from the directory of units, when this was new
     */
    public record Origin(String type, @Nullable UUID event, Instant at) {

        public static Origin of(Event<?> event) {
            return new Origin(event.type(), event.id(), event.occurredAt());
        }

        String service() {
            return type.substring(0, type.indexOf('.'));
        }
    }
}
