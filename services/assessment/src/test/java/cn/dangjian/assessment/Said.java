package cn.dangjian.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/** What other services say of the work that is done. */
public final class Said {

    private Said() {}

    public static String event(String type, String key, long version, String data) {
        return """
            {"id":"%s","type":"%s","key":"%s","version":%d,"occurredAt":"%s","subject":null,"data":%s}\
            """.formatted(UUID.randomUUID(), type, key, version, Instant.now(), data);
    }

    public static String addressed(long dispatch, long assignment, long unit, Instant deadline) {
        return event("task.addressed.v1", "dispatch:" + dispatch + "#1", 1, """
            {"dispatch":%d,"number":"98111-2026-0001","issuer":111,"title":"任务","deadline":"%s","chunk":1,"chunks":1,
             "assignments":[{"id":%d,"unit":%d}]}\
            """.formatted(
                        dispatch, deadline, assignment, unit));
    }

    public static String changed(long dispatch, long assignment, long unit, String state, long version, Instant at) {
        return event("task.assignment-changed.v1", "assignment:" + assignment, version, """
            {"assignment":%d,"dispatch":%d,"unit":%d,"state":"%s","signedAt":"%s","at":"%s","by":"account:1"}\
            """.formatted(
                        assignment, dispatch, unit, state, at, at));
    }

    /** That a reviewer has sent an assignment back. */
    public static String returned(long dispatch, long assignment, long unit, long version, Instant at) {
        return changed(dispatch, assignment, unit, "RETURNED", version, at)
                .replace("\"by\":", "\"returned\":true,\"by\":");
    }

    /** The same event of an assignment that has a date of its own. */
    public static String due(Instant at, String changed) {
        return changed.replace("\"by\":", "\"dueAt\":\"" + at + "\",\"by\":");
    }

    /** A dispatch whose date was moved. */
    public static String moved(long dispatch, long version, Instant deadline) {
        return event("task.dispatch-changed.v1", "dispatch:" + dispatch, version, """
            {"dispatch":%d,"number":"98111-2026-0001","issuer":111,"title":"任务","deadline":"%s","withdrawn":false,\
            "what":"EXTENDED","reason":"连日降雪","at":"2026-12-01T01:00:00Z"}\
            """.formatted(dispatch, deadline));
    }

    /** How the files of a unit stand, and whom it has contacted of those away. */
    public static String work(long unit, long version, long there, long asked, long contacted, LocalDate asOf) {
        return event("member.work-changed.v1", "work:" + unit, version, """
            {"units":[{"unit":%d,"asOf":"%s","files":{"people":1,"complete":0,"asked":%d,"there":%d,"missing":{}},
             "development":{"stages":{},"overdue":0},
             "floating":{"out":%d,"in":0,"contacted":%d,"overdue":0,"unknown":0}}]}\
            """.formatted(
                        unit, asOf, asked, there, contacted, contacted));
    }

    public static String dues(long unit, YearMonth month, long version, String billed, String collected) {
        return event("dues.unit-month-changed.v1", "unit-month:" + unit + ":" + month, version, """
            {"unit":%d,"month":"%s","payers":1,"billed":"%s","collected":"%s","passedOn":"0.00","received":"0.00"}\
            """.formatted(
                        unit, month, billed, collected));
    }

    public static String weak(long unit, long id, String state, LocalDate from) {
        return event("organization.weak-case-changed.v1", "case:" + id, 2, """
            {"id":%d,"unit":%d,"county":111,"year":%d,"state":"%s","round":1,"types":["NO_VENUE"],"periodFrom":"%s",
             "periodTo":null}\
            """.formatted(
                        id, unit, from.getYear(), state, from));
    }
}
