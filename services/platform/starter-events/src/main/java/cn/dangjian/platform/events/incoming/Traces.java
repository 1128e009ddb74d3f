package cn.dangjian.platform.events.incoming;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Goes on with the traces in which events were announced, as the headers {@code traceparent} of their records say. */
public class Traces {

    /** A poll may hold hundreds of requests' events: so many of their traces are shown to the end. */
    private static final int MOST = 20;

    private final ObjectProvider<Tracer> tracers;

    public Traces(ObjectProvider<Tracer> tracers) {
        this.tracers = tracers;
    }

    /**
     * Hears events in spans below those that announced them, one for each sampled trace. What is heard together has a
     * trace to log and to announce in only if all of it comes from one.
     */
    void within(List<ConsumerRecord<String, String>> records, Runnable hearing) {
        var tracer = tracers.getIfAvailable();
        var parents = tracer == null ? List.<TraceContext>of() : parents(records, tracer);
        if (tracer == null || parents.isEmpty()) {
            hearing.run();
            return;
        }
        var name = records.getFirst().topic() + " hear";
        var spans = parents.stream()
                .filter(parent -> parents.size() == 1 || Boolean.TRUE.equals(parent.sampled()))
                .limit(MOST)
                .map(parent -> tracer.spanBuilder()
                        .setParent(parent)
                        .kind(Span.Kind.CONSUMER)
                        .name(name)
                        .start())
                .toList();
        try (var _ = parents.size() == 1 ? tracer.withSpan(spans.getFirst()) : tracer.withSpan(null)) {
            hearing.run();
        } catch (RuntimeException e) {
            spans.forEach(span -> span.error(e));
            throw e;
        } finally {
            spans.forEach(Span::end);
        }
    }

    private static List<TraceContext> parents(List<ConsumerRecord<String, String>> records, Tracer tracer) {
        return records.stream()
                .map(Traces::header)
                .filter(Objects::nonNull)
                .distinct()
                .map(header -> parse(header, tracer))
                .flatMap(Optional::stream)
                .toList();
    }

    private static @Nullable String header(ConsumerRecord<String, String> message) {
        var header = message.headers().lastHeader("traceparent");
        return header == null ? null : new String(header.value(), UTF_8);
    }

    /** Version, trace, span and flags (W3C Trace Context). */
    private static Optional<TraceContext> parse(String header, Tracer tracer) {
        var parts = header.split("-", -1);
        if (parts.length != 4 || parts[1].length() != 32 || parts[2].length() != 16) return Optional.empty();
        return Optional.of(tracer.traceContextBuilder()
                .traceId(parts[1])
                .spanId(parts[2])
                .sampled(parts[3].equals("01"))
                .build());
    }
}
