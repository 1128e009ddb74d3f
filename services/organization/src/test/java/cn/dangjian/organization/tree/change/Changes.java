package cn.dangjian.organization.tree.change;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Proposals and decisions, as the people of a fictitious province make them. */
public final class Changes {

    public static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    /** What a second person at a unit adds to the first one's account. */
    private static final long SECOND = 1_000_000;

    private final Api api;
    private final Tokens tokens;
    private final Divisions divisions;

    public Changes(Api api, Tokens tokens, Divisions divisions) {
        this.api = api;
        this.tokens = tokens;
        this.divisions = divisions;
    }

    public static Map<String, Object> establish(long parent, String code, String name, @Nullable String kind) {
        return Map.of("type", "ESTABLISH", "parent", parent, "unit", newUnit(code, name, kind));
    }

    public static Map<String, Object> newUnit(String code, String name, @Nullable String kind) {
        var unit = new HashMap<String, Object>(Map.of("code", code, "name", name));
        if (kind != null) unit.put("kind", kind);
        return unit;
    }

    public static Map<String, Object> rename(long unit, String name) {
        return Map.of("type", "RENAME", "unit", unit, "name", name);
    }

    public static Map<String, Object> regrade(long unit, String kind) {
        return Map.of("type", "REGRADE", "unit", unit, "kind", kind);
    }

    public static Map<String, Object> move(long unit, long parent) {
        return Map.of("type", "MOVE", "unit", unit, "parent", parent);
    }

    public static Map<String, Object> merge(List<Long> units, long into) {
        return Map.of("type", "MERGE", "units", units, "into", into);
    }

    public static Map<String, Object> split(long unit, boolean continues, List<Map<String, Object>> parts) {
        return Map.of("type", "SPLIT", "unit", unit, "continues", continues, "parts", parts);
    }

    public static Map<String, Object> part(String code, String name, List<Long> children) {
        return Map.of("unit", newUnit(code, name, null), "children", children);
    }

    public static Map<String, Object> abolish(long unit) {
        return Map.of("type", "ABOLISH", "unit", unit);
    }

    public static Map<String, Object> supervise(long unit, long supervisor) {
        return Map.of("type", "SUPERVISE", "unit", unit, "supervisor", supervisor);
    }

    public static Map<String, Object> release(long unit, long supervisor) {
        return Map.of("type", "RELEASE", "unit", unit, "supervisor", supervisor);
    }

    public static Map<String, Object> body(Map<String, Object> operation, LocalDate on) {
        var body = new HashMap<String, Object>(
                Map.of("operation", operation, "document", "虚组〔2026〕1号", "effectiveOn", on.toString()));
        if (on.isBefore(TODAY)) body.put("reason", "补办");
        return body;
    }

    /** The first person at a unit proposes. */
    public Api.Answer propose(String who, Map<String, Object> operation, LocalDate on) {
        return api.post("/v1/changes", body(operation, on))
                .as(tokens.at(divisions.unit(who)))
                .key()
                .send();
    }

    /** The second person at a unit decides. */
    public Api.Answer decide(String who, long change, String what) {
        long unit = divisions.unit(who);
        return api.post("/v1/changes/" + change + "/" + what, Map.of())
                .as(tokens.at(unit, unit + SECOND))
                .key()
                .send();
    }

    /** The province proposes and approves; the answer is that to the last thing said. */
    public Api.Answer make(Map<String, Object> operation, LocalDate on) {
        var proposed = propose("", operation, on);
        return proposed.status() == 201 ? decide("", proposed.json().path("id").asLong(), "approval") : proposed;
    }
}
