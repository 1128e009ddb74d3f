package cn.dangjian.organization.field.advice;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** What service member would announce. */
public final class Counted {

    private Counted() {}

    public record Members(long unit, int full, int probationary, int retired) {}

    public static String event(long page, long version, Members... members) {
        String counts = Arrays.stream(members)
                .map(count -> """
                    {"unit": %d, "full": %d, "probationary": %d, "retired": %d}\
                    """.formatted(count.unit(), count.full(), count.probationary(), count.retired()))
                .collect(Collectors.joining(","));
        return """
            {"id": "%s", "type": "member.counts-changed.v1", "key": "counts:%d", "version": %d,
             "occurredAt": "2026-03-02T01:30:00Z", "subject": null, "data": {"counts": [%s]}}\
            """.formatted(UUID.randomUUID(), page, version, counts);
    }
}
