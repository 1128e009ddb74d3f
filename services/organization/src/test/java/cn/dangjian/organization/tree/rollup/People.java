package cn.dangjian.organization.tree.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.organization.field.advice.Counted;
import cn.dangjian.organization.register.entry.Desk;
import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.organization.tree.change.Changes;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Tokens;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of a fictitious province, who change whatever is counted. */
final class People {

    private static final List<String> TYPES = List.of("SCHOOL", "HOSPITAL", "PRIVATE_ENTERPRISE");

    private final Api api;
    private final Tokens tokens;
    private final Broker broker;
    private final JdbcClient jdbc;
    private final Divisions divisions;
    private final Changes changes;
    private final Desk desk;
    private Random random = new Random(1);
    private long version;

    /** In a schema of their own: the tree is ten days old afterwards. */
    People(String province, Api api, Tokens tokens, Broker broker, JdbcClient jdbc) {
        this.api = api;
        this.tokens = tokens;
        this.broker = broker;
        this.jdbc = jdbc;
        this.divisions = new Divisions(province, api, tokens, jdbc);
        this.changes = new Changes(api, tokens, divisions);
        this.desk = new Desk(api, tokens);
        divisions.settle();
        for (var table : List.of("unit_period", "unit_place"))
            jdbc.sql("update " + table + " p join unit u on u.id = p.unit_id set p.valid_from = :day"
                            + " where p.valid_from = :today and u.code like :province")
                    .param("province", province + "%")
                    .param("day", Changes.TODAY.minusDays(10))
                    .param("today", Changes.TODAY)
                    .update();
    }

    Changes changes() {
        return changes;
    }

    Desk desk() {
        return desk;
    }

    private Map<String, Object> establish(long parent, String kind) {
        String code = jdbc.sql("select code from unit where id = :id")
                .param("id", parent)
                .query(String.class)
                .single();
        return Changes.establish(parent, code + "-" + ++version, "虚构", kind);
    }

    long established(long village) {
        var made = changes.make(establish(village, "BRANCH"), Changes.TODAY.minusDays(1));
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        return jdbc.sql("select max(id) from unit").query(Long.class).single();
    }

    long opened(long community) {
        var answer = api.post("/v1/grid-places", on(Map.of("communityId", community, "kind", "GRID", "name", "虚构网格")))
                .as(tokens.at(one("")))
                .key()
                .send();
        return answer.json().path("id").asLong();
    }

    Api.Answer linked(long grid, long branch) {
        return api.post("/v1/grid-places/" + grid + "/link", on(Map.of("partyUnitId", branch)))
                .as(tokens.at(one("")))
                .key()
                .send();
    }

    /** Any one of all that changes what is counted; false if it was refused. */
    boolean change(Random chance) {
        random = chance;
        return switch (random.nextInt(11)) {
            case 0, 1, 2 -> changeTree();
            case 3, 4 -> is(2, desk.send(one(""), "", Desk.facts(place(), type(), random.nextInt(6))));
            case 5 -> is(2, desk.send(one(""), "/" + registered() + "/transfer", on(Map.of("placeId", place()))));
            case 6 -> is(2, link(random.nextInt(4) == 0 ? "RETIREE" : "COVER"));
            case 7 -> random.nextInt(3) == 0 ? is(2, desk.close(one(""), registered(), Changes.TODAY)) : rule();
            case 8 -> grid();
            case 9 -> chain();
            default -> count();
        };
    }

    private boolean changeTree() {
        long unit = unit("%");
        var answer = changes.make(
                switch (random.nextInt(12)) {
                    case 0 -> Changes.abolish(unit("BRANCH"));
                    case 1 -> Changes.merge(List.of(unit("VILLAGE")), unit("VILLAGE"));
                    case 2 -> establish(unit("VILLAGE"), "GENERAL_BRANCH");
                    case 3 -> establish(unit("BRANCH"), "BRANCH");
                    case 4 -> establish(unit("VILLAGE"), "BRANCH");
                    case 8 ->
                        random.nextBoolean()
                                ? establish(unit("PROVINCE"), "WORKING_COMMITTEE")
                                : establish(unit("COUNTY"), "CHAIN_BRANCH");
                    case 9, 10 -> Changes.supervise(unit("BRANCH"), committee());
                    case 5, 6, 7 -> Changes.move(unit("BRANCH"), unit("VILLAGE"));
                    default -> Changes.move(unit, unit("%"));
                },
                Changes.TODAY.plusDays(random.nextInt(5) - 2));
        return is(2, answer);
    }

    /** One that heads a line (条), or else any branch, which does not. */
    private long committee() {
        var committees = jdbc.sql(
                        "select id from unit where kind = 'WORKING_COMMITTEE' and valid_to is null order by id")
                .query(Long.class)
                .list();
        return committees.isEmpty() ? unit("BRANCH") : committees.get(random.nextInt(committees.size()));
    }

    /** How often it is advised to lead a chain, as soon as anything was counted. */
    int advisedChains() {
        return jdbc.sql("select coalesce(sum(units), 0) from rollup_own where figure = 'advice.CHAIN_UNITS'")
                .query(Integer.class)
                .single();
    }

    int supervised() {
        return jdbc.sql("select count(*) from unit where line_path is not null and kind <> 'WORKING_COMMITTEE'")
                .query(Integer.class)
                .single();
    }

    /** On some chains there are more units than the rule asks for, as soon as one has been set. */
    private boolean chain() {
        var chains = jdbc.sql("select id from chain where valid_to = '9999-12-31'")
                .query(Long.class)
                .list();
        String path = "";
        Map<String, Object> body = Map.of("keeperId", unit("COUNTY"), "code", "C" + ++version, "name", "虚构链");
        if (chains.size() > 2) {
            path = "/" + chains.get(random.nextInt(chains.size()));
            switch (random.nextInt(6)) {
                case 0 -> path += "/closure";
                case 1 -> {
                    body = Map.of("partyUnitId", functional());
                    path += "/party-unit";
                }
                default -> {
                    body = Map.of("unitId", registered());
                    path += "/links";
                }
            }
        }
        return is(
                2,
                api.post("/v1/chains" + path, on(body))
                        .as(tokens.at(one("")))
                        .key()
                        .send());
    }

    private long functional() {
        return jdbc.sql("select coalesce(max(id), 1) from unit where kind = 'CHAIN_BRANCH' and valid_to is null")
                .query(Long.class)
                .single();
    }

    private boolean rule() {
        boolean ofChains = random.nextBoolean();
        var rule = ofChains ? "formation.chain.units.min" : "formation.branch.committee.members.min";
        var value = ofChains ? 1 : random.nextInt(2, 9);
        Map<String, Object> body =
                Map.of("since", Changes.TODAY.toString(), "value", new BigDecimal(value), "document", "虚组〔2026〕3号");
        return is(
                2,
                api.post("/v1/rules/" + rule + "/settings", body)
                        .as(tokens.at(unit("PROVINCE")))
                        .key()
                        .send());
    }

    private Api.Answer link(String role) {
        var party = random.nextInt(4) == 0 ? null : unit(random.nextBoolean() ? "BRANCH" : "VILLAGE");
        var founding = role.equals("COVER") && party != null ? random.nextBoolean() ? "JOINT" : "SINGLE" : null;
        return desk.link(one(""), registered(), role, party, founding, Changes.TODAY);
    }

    private boolean grid() {
        var grids = jdbc.sql("select id from grid_place where valid_to = '9999-12-31'")
                .query(Long.class)
                .list();
        String path = "";
        Map<String, Object> body = Map.of("communityId", unit("VILLAGE"), "kind", "GRID", "name", "虚构网格");
        if (!grids.isEmpty() && random.nextInt(3) > 0) {
            long grid = grids.get(random.nextInt(grids.size()));
            path = "/" + grid + (random.nextInt(4) == 0 ? "/closure" : "/link");
            body = Map.of("partyUnitId", branchOfGrid(grid));
        }
        return is(
                2,
                api.post("/v1/grid-places" + path, on(body))
                        .as(tokens.at(one("")))
                        .key()
                        .send());
    }

    private long branchOfGrid(long grid) {
        return jdbc.sql("""
            select coalesce(max(b.id), 1) from grid_place g join unit u on u.id = g.community_id
              join unit b on b.path > u.path and b.path < concat(u.path, '~') and b.valid_to is null where g.id = :grid\
            """).param("grid", grid).query(Long.class).single();
    }

    private boolean count() {
        long unit = unit(random.nextInt(4) == 0 ? "VILLAGE" : "BRANCH");
        members(unit, random.nextInt(60));
        return true;
    }

    void members(long unit, int full) {
        broker.send(Counted.event(unit, ++version, new Counted.Members(unit, full, 1, 2)));
        await().until(() -> jdbc.sql("select count(*) from member_count where unit_id = ? and version = ?")
                        .params(unit, version)
                        .query(Long.class)
                        .single()
                == 1);
    }

    private static boolean is(int hundreds, Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isLessThan(500);
        return answer.status() / 100 == hundreds;
    }

    private static Map<String, Object> on(Map<String, Object> body) {
        var all = new HashMap<>(body);
        all.put("on", Changes.TODAY.toString());
        return all;
    }

    long one(String rest) {
        return divisions.unit(rest);
    }

    private String type() {
        return TYPES.get(random.nextInt(TYPES.size()));
    }

    private long place() {
        return unit(random.nextInt(4) == 0 ? "TOWNSHIP" : "VILLAGE");
    }

    /** Any unit of a tier, the province if there is none. */
    private long unit(String tier) {
        var units = jdbc.sql("select id from unit where tier like :tier and valid_to is null order by id")
                .param("tier", tier)
                .query(Long.class)
                .list();
        return units.isEmpty() ? one("") : units.get(random.nextInt(units.size()));
    }

    private long registered() {
        var units = jdbc.sql("select id from register_unit where closed_on is null order by id")
                .query(Long.class)
                .list();
        return units.isEmpty() ? 1 : units.get(random.nextInt(units.size()));
    }
}
