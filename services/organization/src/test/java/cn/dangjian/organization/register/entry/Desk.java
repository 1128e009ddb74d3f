package cn.dangjian.organization.register.entry;

import cn.dangjian.organization.register.code.CreditCodes;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Keeps the register as a clerk would. */
public final class Desk {

    public static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Api api;
    private final Tokens tokens;

    public Desk(Api api, Tokens tokens) {
        this.api = api;
        this.tokens = tokens;
    }

    /** What is needed to enter a unit, with a fresh credit code. */
    public static Map<String, Object> facts(long place, String type, int members) {
        int number = NUMBER.incrementAndGet();
        return new HashMap<>(Map.of(
                "name",
                "虚构企业" + number,
                "creditCode",
                CreditCodes.number(number),
                "type",
                type,
                "employees",
                members + 10,
                "members",
                members,
                "placeId",
                place,
                "on",
                TODAY.minusDays(30).toString()));
    }

    public Api.Answer send(long caller, String path, Map<String, Object> body) {
        return api.post("/v1/register-units" + path, body)
                .as(tokens.at(caller))
                .key()
                .send();
    }

    public long enter(long caller, long place, String type, int members) {
        var answer = send(caller, "", facts(place, type, members));
        if (answer.status() != 201) throw new AssertionError(answer.toString());
        return answer.json().path("id").asLong();
    }

    public Api.Answer cover(long caller, long unit, @Nullable Long party, @Nullable String founding, LocalDate on) {
        return link(caller, unit, "COVER", party, founding, on);
    }

    public Api.Answer link(
            long caller, long unit, String role, @Nullable Long party, @Nullable String founding, LocalDate on) {
        var body = new HashMap<String, Object>(Map.of("role", role, "on", on.toString()));
        if (party != null) body.put("partyUnitId", party);
        if (founding != null) body.put("founding", founding);
        return send(caller, "/" + unit + "/coverage", body);
    }

    public Api.Answer close(long caller, long unit, LocalDate on) {
        return send(caller, "/" + unit + "/closure", Map.of("on", on.toString()));
    }
}
