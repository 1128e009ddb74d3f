package cn.dangjian.assessment.appraise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.assessment.Scored;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A county of its own whose townships debrief, and people who give sheets. */
public final class Debriefing {

    private final Api api;
    private final Tokens tokens;
    private final JdbcClient jdbc;
    private final Scored scored;

    /** Whoever acts for a unit there; each unit's own account has its number. */
    public final long county;

    public final List<Long> townships;
    public long campaign;

    public Debriefing(Api api, Tokens tokens, JdbcClient jdbc, Scored scored, int townships) {
        this(api, tokens, jdbc, scored, scored.county(Province.CITY), townships);
    }

    private Debriefing(Api api, Tokens tokens, JdbcClient jdbc, Scored scored, long county, int townships) {
        this(
                api,
                tokens,
                jdbc,
                scored,
                county,
                IntStream.range(0, townships)
                        .mapToObj(each -> scored.township(county))
                        .toList());
    }

    /** Of another owner and its own objects. */
    public Debriefing(Api api, Tokens tokens, JdbcClient jdbc, Scored scored, long owner, List<Long> objects) {
        this.api = api;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.scored = scored;
        this.county = owner;
        this.townships = objects;
        post(owner, owner);
        for (long object : objects) post(object, object);
    }

    /** As when it is heard from identity: the account holds the office of the unit. */
    public long post(long unit, long account) {
        long post = Scored.next();
        jdbc.sql("""
            insert into roster (post, unit_id, account, duty, active, version) values (:post, :unit, :account, 'office', 1, 1)\
            """)
                .param("post", post)
                .param("unit", unit)
                .param("account", account)
                .update();
        return post;
    }

    public void lose(long unit, long account) {
        jdbc.sql("update roster set active = 0, version = version + 1 where unit_id = :unit and account = :account")
                .param("unit", unit)
                .param("account", account)
                .update();
    }

    /** Villages of a township, each with somebody. */
    public List<Long> villages(long township, int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> {
                    long village = scored.village(township);
                    post(village, village);
                    return village;
                })
                .toList();
    }

    public static Map<String, Object> role(String code, String voters, int weight) {
        var role = new HashMap<String, Object>(Map.of(
                "code",
                code,
                "name",
                "参评" + code,
                "voters",
                voters,
                "duty",
                "office",
                "weight",
                weight,
                "quorum",
                50,
                "needed",
                true));
        if (voters.equals("BELOW")) role.put("tier", "VILLAGE");
        return role;
    }

    /** The county's own people 60, the townships among each other 40. */
    public Map<String, Object> plan() {
        return plan(leaders(60), role("PEERS", "PEERS", 40));
    }

    public Map<String, Object> leaders(int weight) {
        var leaders = role("LEADERS", "NAMED", weight);
        leaders.put("posts", List.of(Map.of("unit", county, "duty", "office")));
        return leaders;
    }

    @SafeVarargs
    public final Map<String, Object> plan(Map<String, Object>... roles) {
        String today = Scored.TODAY.toString();
        var plan = new HashMap<String, Object>();
        plan.put("year", Scored.YEAR);
        plan.put("objects", "TOWNSHIPS");
        plan.put("title", "乡镇党委书记抓基层党建述职评议");
        plan.put("except", List.of());
        plan.put("mode", "ORAL");
        plan.put("otherMode", List.of());
        for (String day : List.of("reportsFrom", "reportsUntil", "voteFrom", "voteUntil")) plan.put(day, today);
        plan.put("cut", 0);
        plan.put("belowLeast", 5);
        var all = new ArrayList<Map<String, Object>>();
        for (var role : roles) all.add(role);
        plan.put("roles", all);
        return plan;
    }

    public Api.Answer draft(Map<String, Object> plan) {
        return post("/v1/appraisals", plan, county, county);
    }

    /** A campaign whose reports are open. */
    public Debriefing reporting(Map<String, Object> plan) {
        var drafted = draft(plan);
        assertThat(drafted.status()).as(drafted.toString()).isEqualTo(201);
        campaign = drafted.json().path("id").asLong();
        return take("reporting");
    }

    public Debriefing voting(Map<String, Object> plan) {
        return reporting(plan).take("voting");
    }

    public Debriefing take(String step) {
        var taken = step(step, Map.of(), county, county);
        assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
        return this;
    }

    public Api.Answer step(String step, Object body, long unit, long account) {
        return post("/v1/appraisals/" + campaign + "/" + step, body, unit, account);
    }

    public Api.Answer post(String path, Object body, long unit, long account) {
        return api.post(path, body).as(tokens.at(unit, account)).key().send();
    }

    public Api.Answer put(String path, Object body, long unit, long account) {
        return api.put(path, body).as(tokens.at(unit, account)).key().send();
    }

    public Api.Answer get(String path, long unit, long account) {
        return api.get(path).as(tokens.at(unit, account)).send();
    }

    public JsonNode read(String path, long unit) {
        var answer = get(path, unit, unit);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    /** The number of a township in the campaign. */
    public long object(long township) {
        return jdbc.sql("select id from appraised where appraisal_id = :campaign and unit_id = :unit")
                .param("campaign", campaign)
                .param("unit", township)
                .query(Long.class)
                .single();
    }

    public Api.Answer give(long township, String points, long unit, long account) {
        return put("/v1/appraised-units/" + object(township) + "/sheet", Map.of("points", points), unit, account);
    }

    /** Sheets that are taken. */
    public void given(long township, String points, long... units) {
        for (long unit : units) {
            var given = give(township, points, unit, unit);
            assertThat(given.status()).as(given.toString()).isEqualTo(200);
        }
    }

    public List<String> rows(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
