package cn.dangjian.platform.events.trial;

import cn.dangjian.platform.events.Event;
import io.micrometer.tracing.Tracer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Effects of listeners, in the database as real ones are; some texts make a listener fail. */
@Component
class Heard {

    private final JdbcClient jdbc;
    private final Tracer tracer;
    final Set<String> poison = ConcurrentHashMap.newKeySet();
    /** The trace in which something of a key was heard last. */
    final Map<String, String> traces = new ConcurrentHashMap<>();

    Heard(JdbcClient jdbc, Tracer tracer) {
        this.jdbc = jdbc;
        this.tracer = tracer;
    }

    record Said(String text) {}

    void note(String listener, Event<Said> event) {
        var span = tracer.currentSpan();
        if (span != null) traces.put(event.key(), span.context().traceId());
        if (poison.contains(event.data().text()))
            throw new IllegalArgumentException("poison " + event.data().text());
        jdbc.sql("insert into heard (listener, event_key, version, text) values (?, ?, ?, ?)")
                .params(listener, event.key(), event.version(), event.data().text())
                .update();
    }

    List<String> of(String listener, String key) {
        return jdbc.sql("select text from heard where listener = ? and event_key = ? order by id")
                .params(listener, key)
                .query(String.class)
                .list();
    }

    long count(String listener) {
        return jdbc.sql("select count(*) from heard where listener = ?")
                .params(listener)
                .query(Long.class)
                .single();
    }
}
