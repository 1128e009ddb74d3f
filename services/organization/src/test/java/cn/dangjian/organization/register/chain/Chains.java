package cn.dangjian.organization.register.chain;

import static cn.dangjian.organization.tree.change.Changes.TODAY;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What people of a county or township say of chains. */
public final class Chains {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Api api;
    private final Tokens tokens;

    public Chains(Api api, Tokens tokens) {
        this.api = api;
        this.tokens = tokens;
    }

    public Api.Answer send(long caller, String path, Map<String, Object> body) {
        return api.post("/v1/chains" + path, body).as(tokens.at(caller)).key().send();
    }

    public Map<String, Object> facts(long keeper, @Nullable Long leader) {
        var body = new HashMap<String, Object>(Map.of(
                "keeperId",
                keeper,
                "code",
                "C" + NUMBER.incrementAndGet(),
                "name",
                "虚构链",
                "on",
                TODAY.minusDays(20).toString()));
        if (leader != null) body.put("leaderId", leader);
        return body;
    }

    public long open(long caller, long keeper) {
        return open(caller, keeper, null);
    }

    public long open(long caller, long keeper, @Nullable Long leader) {
        var answer = send(caller, "", facts(keeper, leader));
        if (answer.status() != 201) throw new AssertionError(answer.toString());
        return answer.json().path("id").asLong();
    }

    public Api.Answer link(long caller, long chain, long unit, LocalDate on) {
        return send(caller, "/" + chain + "/links", Map.of("unitId", unit, "on", on.toString()));
    }

    public Api.Answer unlink(long caller, long chain, long unit, LocalDate on) {
        return send(caller, "/" + chain + "/links/" + unit + "/end", Map.of("on", on.toString()));
    }

    public Api.Answer lead(long caller, long chain, @Nullable Long party, LocalDate on) {
        var body = new HashMap<String, Object>(Map.of("on", on.toString()));
        body.put("partyUnitId", party);
        return send(caller, "/" + chain + "/party-unit", body);
    }

    public Api.Answer name(long caller, long chain, String name, @Nullable Long leader, LocalDate on) {
        var body = new HashMap<String, Object>(Map.of("name", name, "on", on.toString()));
        body.put("leaderId", leader);
        return send(caller, "/" + chain + "/name", body);
    }

    public Api.Answer close(long caller, long chain, LocalDate on) {
        return send(caller, "/" + chain + "/closure", Map.of("on", on.toString()));
    }
}
