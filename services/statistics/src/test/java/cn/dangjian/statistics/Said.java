package cn.dangjian.statistics;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whole events as task and notification say them; an assignment has the number of its unit. */
public final class Said {

    private Said() {}

    public static String dispatched(long dispatch, long issuer, String deadline, int addressed) {
        return event("task.dispatched.v1", "dispatch:" + dispatch, 1, """
            {"dispatch":%d,"number":"98-%d","issuer":%d,"title":"整治村级活动场所","deadline":"%s",\
            "materialRequired":true,"addressed":%d,"chunks":1}\
            """.formatted(
                        dispatch, dispatch, issuer, deadline, addressed));
    }

    public static String addressed(long dispatch, int chunk, Collection<Long> units) {
        return event("task.addressed.v1", "dispatch:" + dispatch + "#" + chunk, 1, """
            {"dispatch":%d,"number":"98-%d","issuer":111,"title":"整治村级活动场所",\
            "deadline":"2099-01-01T00:00:00Z","chunk":%d,"chunks":%d,"assignments":[%s]}\
            """.formatted(
                        dispatch,
                        dispatch,
                        chunk,
                        chunk,
                        units.stream()
                                .map(unit -> "{\"id\":%d,\"unit\":%d}".formatted(unit, unit))
                                .collect(Collectors.joining(","))));
    }

    public static String changed(long dispatch, long unit, long version, String state) {
        return event("task.assignment-changed.v1", "assignment:" + unit, version, """
            {"assignment":%d,"dispatch":%d,"unit":%d,"state":"%s","signedAt":"2026-11-20T09:05:00Z",\
            "at":"2026-11-20T09:05:00Z","by":"account:%d"}\
            """.formatted(
                        unit, dispatch, unit, state, unit));
    }

    /** A dispatch whose date was moved. */
    public static String moved(long dispatch, long version, String deadline) {
        return event("task.dispatch-changed.v1", "dispatch:" + dispatch, version, """
            {"dispatch":%d,"number":"98111-2026-0001","issuer":111,"title":"任务","deadline":"%s","withdrawn":false,\
            "what":"EXTENDED","reason":"连日降雪","at":"2026-12-01T01:00:00Z"}\
            """.formatted(dispatch, deadline));
    }

    /** The same with a date of its own. */
    public static String changed(long dispatch, long unit, long version, String state, String dueAt) {
        return changed(dispatch, unit, version, state).replace("\"state\":", "\"dueAt\":\"" + dueAt + "\",\"state\":");
    }

    /** The assignment of a unit that ended, at the unit that has it now. */
    public static String passed(long dispatch, long from, long holder, long version, String state) {
        return changed(dispatch, from, version, state)
                .replace("\"unit\":" + from, "\"unit\":" + holder + ",\"fromUnit\":" + from);
    }

    public static String delivered(long dispatch, int chunk, Collection<Long> delivered, Collection<Long> failed) {
        return event("notification.delivered.v1", "delivery:" + dispatch + "#" + chunk, 1, """
            {"dispatch":%d,"delivered":[%s],"failed":[%s]}\
            """.formatted(
                        dispatch,
                        delivered.stream().map(String::valueOf).collect(Collectors.joining(",")),
                        failed.stream()
                                .map(unit -> "{\"unit\":%d,\"reason\":\"unit-abolished\"}".formatted(unit))
                                .collect(Collectors.joining(","))));
    }

    private static String event(String type, String key, long version, String data) {
        return """
            {"id":"%s","type":"%s","key":"%s","version":%d,"occurredAt":"2026-11-20T09:05:00Z","subject":null,"data":%s}\
            """.formatted(UUID.randomUUID(), type, key, version, data);
    }
}
