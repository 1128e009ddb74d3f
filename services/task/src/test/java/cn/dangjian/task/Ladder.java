package cn.dangjian.task;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.Tokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A province of a test alone, from which tasks go down the ladder: two cities, of which the first has two counties; the
 * first of these has two townships with two villages each.
 */
public final class Ladder {

    public static final Instant DUE =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(30, ChronoUnit.DAYS);

    private static final AtomicLong NEXT = new AtomicLong(8_300_000);
    private static final List<String> TIERS = List.of("PROVINCE", "CITY", "COUNTY", "TOWNSHIP", "VILLAGE", "BRANCH");

    private final Api api;
    private final Tokens tokens;
    private final JdbcClient jdbc;

    public final long province;
    public final long city;
    public final long otherCity;
    public final long county;
    public final long otherCounty;
    public final long township;
    public final long secondTownship;
    public final long village;
    public final long secondVillage;
    public final long thirdVillage;

    private final Map<Long, String> paths = new HashMap<>();

    public Ladder(Api api, Tokens tokens, JdbcClient jdbc) {
        this.api = api;
        this.tokens = tokens;
        this.jdbc = jdbc;
        province = unit(null, 0);
        city = unit(province, 1);
        otherCity = unit(province, 1);
        county = unit(city, 2);
        otherCounty = unit(city, 2);
        township = unit(county, 3);
        secondTownship = unit(county, 3);
        village = unit(township, 4);
        secondVillage = unit(township, 4);
        thirdVillage = unit(secondTownship, 4);
        unit(secondTownship, 4);
    }

    public long unit(Long parent, int tier) {
        long id = NEXT.getAndIncrement();
        String path = (parent == null ? "" : paths.get(parent)) + Province.segment(id);
        paths.put(id, path);
        jdbc.sql("""
            insert into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
            values (:id, :parent, :code, :name, :tier, 'TEST', 'RURAL', :path, 1, '2022-01-01')\
            """)
                .param("id", id)
                .param("parent", parent)
                .param("code", Province.code(id))
                .param("name", Province.name(id))
                .param("tier", TIERS.get(tier))
                .param("path", path)
                .update();
        return id;
    }

    /** From the province down to the village. */
    public List<Long> way() {
        return List.of(province, city, county, township, village);
    }

    public Api.Answer order(long issuer, Map<String, Object> relay) {
        var body = new HashMap<String, Object>(Map.of(
                "title",
                "整顿软弱涣散村党组织",
                "text",
                "按省委文件办理。",
                "goal",
                "全部完成整顿",
                "deadline",
                DUE.toString(),
                "target",
                Map.of()));
        body.put("relay", relay);
        return api.post("/v1/dispatches", body).as(tokens.at(issuer)).key().send();
    }

    public static Map<String, Object> relayed() {
        return Map.of(
                "mode",
                "RELAY",
                "origin",
                Map.of("level", "CENTRAL", "number", "中发〔2026〕1号", "title", "关于整顿的意见", "day", "2026-01-05"));
    }

    public long relay(long issuer) {
        return id(order(issuer, relayed()));
    }

    public static long id(Api.Answer created) {
        if (created.status() != 201) throw new AssertionError(created.toString());
        return created.json().path("id").asLong();
    }

    public static Map<String, Object> forwarding(String text, Instant deadline) {
        return new HashMap<>(Map.of("text", text, "deadline", deadline.toString()));
    }

    public Api.Answer forward(long assignment, long unit, Map<String, Object> body) {
        return post("/v1/assignments/" + assignment + "/forwardings", unit, body);
    }

    /** Signs what a unit has of a dispatch, and forwards it to the next tier. */
    public long signAndForward(long dispatch, long unit) {
        long assignment = assignment(dispatch, unit);
        sign(assignment, unit);
        return id(forward(assignment, unit, forwarding("本级补充 " + unit, DUE)));
    }

    /** Down to the townships' villages; the dispatches from the province's to the township's. */
    public List<Long> toTheVillages() {
        var all = new ArrayList<>(List.of(relay(province)));
        for (long unit : List.of(city, county, township)) all.add(signAndForward(all.getLast(), unit));
        return all;
    }

    public long assignment(long dispatch, long unit) {
        return jdbc.sql("select id from assignment where dispatch_id = ? and unit_id = ?")
                .params(dispatch, unit)
                .query(Long.class)
                .single();
    }

    public String state(long assignment) {
        return jdbc.sql("select state from assignment where id = ?")
                .param(assignment)
                .query(String.class)
                .single();
    }

    public long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }

    public Api.Answer sign(long assignment, long unit) {
        return api.post("/v1/assignments/" + assignment + "/signature")
                .as(tokens.at(unit))
                .send();
    }

    public Api.Answer submit(long assignment, long unit) {
        return post("/v1/assignments/" + assignment + "/submissions", unit, Map.of("report", "已完成"));
    }

    public Api.Answer step(long assignment, String door, long unit) {
        return api.post("/v1/assignments/" + assignment + "/" + door)
                .as(tokens.at(unit))
                .send();
    }

    public Api.Answer post(String path, long unit, Object body) {
        return api.post(path, body).as(tokens.at(unit)).key().send();
    }

    public Api.Answer get(String path, long unit) {
        return api.get(path).as(tokens.at(unit)).send();
    }

    public JsonNode json(String path, long unit) {
        var answer = get(path, unit);
        if (answer.status() != 200) throw new AssertionError(path + " " + answer);
        return answer.json();
    }

    /** What became of a dispatch at one unit. */
    public JsonNode branch(long dispatch, long unit, long asker) {
        return json("/v1/dispatches/" + dispatch + "/tree", asker)
                .path("items")
                .valueStream()
                .filter(branch -> branch.path("unit").asLong() == unit)
                .findFirst()
                .orElseThrow();
    }
}
