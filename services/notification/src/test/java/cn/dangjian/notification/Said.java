package cn.dangjian.notification;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the neighbours say: whole events of task and identity. */
public final class Said {

    private Said() {}

    /** A dispatch to these units, in chunks; the assignment of unit u is 1,000,000 × dispatch + u. */
    public static List<String> addressed(long dispatch, Collection<Long> units, int perChunk) {
        var all = List.copyOf(units);
        int chunks = (all.size() + perChunk - 1) / perChunk;
        var events = new ArrayList<String>();
        for (int chunk = 0; chunk < chunks; chunk++) {
            var some = all.subList(chunk * perChunk, Math.min(all.size(), (chunk + 1) * perChunk));
            events.add("""
                {"id":"%s","type":"task.addressed.v1","key":"dispatch:%d#%d","version":1,\
                "occurredAt":"2026-03-02T01:30:00Z","subject":"account:7","data":{"dispatch":%d,\
                "number":"派[2026]%d号","title":"走访困难党员","issuer":111,"deadline":"2026-12-31T10:00:00Z",\
                "chunk":%d,"chunks":%d,"assignments":[%s]}}\
                """.formatted(
                            UUID.randomUUID(),
                            dispatch,
                            chunk + 1,
                            dispatch,
                            dispatch,
                            chunk + 1,
                            chunks,
                            some.stream()
                                    .map(unit -> "{\"id\":" + (dispatch * 1_000_000 + unit) + ",\"unit\":" + unit + "}")
                                    .collect(joining(","))));
        }
        return events;
    }

    /** What has become of the assignment of a unit that ended: the unit that has it now, or who does it with its own. */
    public static String passed(long dispatch, long from, long unit, long version, String state, @Nullable Long heir) {
        long assignment = dispatch * 1_000_000 + from;
        return """
            {"id":"%s","type":"task.assignment-changed.v1","key":"assignment:%d","version":%d,\
            "occurredAt":"2026-03-02T01:30:00Z","subject":"account:7","data":{"assignment":%d,"dispatch":%d,"unit":%d,\
            "state":"%s","signedAt":null,"at":"2026-03-02T01:30:00Z","by":"account:7"%s}}\
            """.formatted(
                        UUID.randomUUID(),
                        assignment,
                        version,
                        assignment,
                        dispatch,
                        unit,
                        state,
                        (unit == from ? "" : ",\"fromUnit\":" + from) + (heir == null ? "" : ",\"heir\":" + heir));
    }

    /** A return with this reason and new date, or an approval without. */
    /** A forwarding with an earlier date, of which others are to know. */
    public static String forwarded(long dispatch, long above, long cooperator, long copied) {
        return """
            {"id":"%s","type":"task.dispatched.v1","key":"dispatch:%d","version":1,\
            "occurredAt":"2026-12-01T01:00:00Z","subject":"account:111","data":{"dispatch":%d,"number":"98111-2026-0001",\
            "issuer":111,"title":"走访困难党员","deadline":"2026-12-20T10:00:00Z","materialRequired":false,"addressed":1,\
            "chunks":1,"root":7,"parentAssignment":77,"depth":1,"mode":"DIRECT","earlyReason":"本级还要汇总",\
            "above":%d,"cooperators":[%d],"copies":[%d]}}\
            """.formatted(java.util.UUID.randomUUID(), dispatch, dispatch, above, cooperator, copied);
    }

    /** A dispatch whose date was moved. */
    public static String extended(long dispatch, long version, String deadline) {
        return """
            {"id":"%s","type":"task.dispatch-changed.v1","key":"dispatch:%d","version":%d,\
            "occurredAt":"2026-12-01T01:00:00Z","subject":"account:111","data":{"dispatch":%d,"number":"98111-2026-0001",\
            "issuer":111,"title":"走访困难党员","deadline":"%s","withdrawn":false,"what":"EXTENDED","reason":"连日降雪",\
            "at":"2026-12-01T01:00:00Z"}}\
            """.formatted(java.util.UUID.randomUUID(), dispatch, version, dispatch, deadline);
    }

    public static String verdict(
            long dispatch, long unit, long version, String state, @Nullable String reason, @Nullable String dueAt) {
        long assignment = dispatch * 1_000_000 + unit;
        return """
            {"id":"%s","type":"task.assignment-changed.v1","key":"assignment:%d","version":%d,\
            "occurredAt":"2026-03-02T01:30:00Z","subject":"account:7","data":{"assignment":%d,"dispatch":%d,"unit":%d,\
            "state":"%s","signedAt":null,"at":"2026-03-02T01:30:00Z","by":"account:7"%s%s}}\
            """.formatted(
                        UUID.randomUUID(),
                        assignment,
                        version,
                        assignment,
                        dispatch,
                        unit,
                        state,
                        reason == null ? "" : ",\"reason\":\"" + reason + "\"",
                        dueAt == null ? "" : ",\"dueAt\":\"" + dueAt + "\"");
    }

    /** One account with an active or ended post at each of these units; post and account have the unit's number. */
    public static String posts(long page, long version, Collection<Long> units, boolean active) {
        return """
            {"id":"%s","type":"identity.posts-changed.v1","key":"posts:%d","version":%d,\
            "occurredAt":"2026-03-02T01:30:00Z","subject":null,"data":{"posts":[%s]}}\
            """.formatted(
                UUID.randomUUID(),
                page,
                version,
                units.stream()
                        .map(unit -> "{\"post\":%d,\"unit\":%d,\"account\":%d,\"duty\":\"office\",\"active\":%s}"
                                .formatted(unit, unit, unit, active))
                        .collect(joining(",")));
    }

    /** A village of township 1111, as organization tells about it. */
    public static String village(long unit, long version, boolean abolished) {
        return """
            {"id":"%s","type":"organization.unit-changed.v1","key":"unit:%d","version":%d,\
            "occurredAt":"2026-03-02T01:30:00Z","subject":null,"data":{"id":%d,"parentId":1111,"code":"98%d",\
            "name":"示范%d","tier":"VILLAGE","kind":"VILLAGE_ORGANIZATION","domain":"RURAL","path":"%s",\
            "validFrom":"2022-01-01","validTo":%s}}\
            """.formatted(
                UUID.randomUUID(), unit, version, unit, unit, unit, path(unit), abolished ? "\"2026-01-01\"" : "null");
    }

    /** Below county 111, beside the units of the testkit's province. */
    public static String path(long unit) {
        String segment = Long.toString(unit, 36);
        return cn.dangjian.testkit.Province.path(1111) + "0".repeat(5 - segment.length()) + segment;
    }
}
