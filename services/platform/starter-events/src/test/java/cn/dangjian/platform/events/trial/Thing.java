package cn.dangjian.platform.events.trial;

import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.events.incoming.ParkedTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Something of which events are said, and what listeners made of them. */
final class Thing {

    private final Outbox outbox;
    private final Heard heard;
    private final ParkedTable parked;
    private final String key = "thing:" + UUID.randomUUID();

    Thing(Outbox outbox, Heard heard, ParkedTable parked) {
        this.outbox = outbox;
        this.heard = heard;
        this.parked = parked;
    }

    String key() {
        return key;
    }

    List<String> heard(String listener) {
        return heard.of(listener, key);
    }

    /** How many events of it are parked. */
    long waiting() {
        return parked.list(1000).stream()
                .filter(row -> row.eventKey().equals(key))
                .count();
    }

    void say(String to, long version, String text) {
        outbox.append("trial.said-" + to + ".v1", key, version, "account:1", new Heard.Said(text));
    }

    String event(String to, long version, String text) {
        return event(to, key, version, text);
    }

    static String event(String to, String each, long version, String text) {
        var event = new HashMap<String, Object>();
        event.put("id", UUID.randomUUID().toString());
        event.put("type", "trial.said-" + to + ".v1");
        event.put("key", each);
        event.put("version", version);
        event.put("occurredAt", Instant.now().toString());
        event.put("subject", null);
        event.put("data", Map.of("text", text, "unread", List.of(1)));
        return JsonMapper.builder().build().writeValueAsString(event);
    }
}
