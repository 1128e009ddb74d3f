package cn.dangjian.local;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** 示范述职评议: a campaign of the county with its townships whose vote is open, a report, and some sheets. */
final class DemoAppraisal {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String OFFICE = "office";

    private final Gateway gateway;
    private final LocalDate today = LocalDate.now(CHINA);

    DemoAppraisal(Gateway gateway) {
        this.gateway = gateway;
    }

    /** @param accounts that are shown, one for each tier from the province down */
    void load(List<House.Account> accounts) {
        var county = account(accounts, "COUNTY");
        String owner = token(county);
        String township = token(account(accounts, "TOWNSHIP"));
        String village = token(account(accounts, "VILLAGE"));
        var drafted = gateway.post("/assessment/v1/appraisals", owner, plan(county.unit()));
        String path = "/assessment/v1/appraisals/" + drafted.path("id").asLong();
        gateway.post(path + "/reporting", owner, Map.of());
        long own = account(accounts, "TOWNSHIP").unit();
        for (JsonNode one : drafted.path("units"))
            if (one.path("unit").asLong() == own) report(one.path("id").asLong(), township, owner);
        // whoever holds a post is heard from identity a moment later
        DemoProvince.await("the posts of the demo county in assessment", () -> opens(path, owner));
        for (String token : List.of(owner, township, village)) vote(path, token);
    }

    private boolean opens(String path, String owner) {
        try {
            gateway.post(path + "/voting", owner, Map.of());
            return true;
        } catch (HouseException e) {
            if (String.valueOf(e.getMessage()).contains("appraisal.role-empty")) return false;
            throw e;
        }
    }

    private void report(long object, String township, String owner) {
        String path = "/assessment/v1/appraised-units/" + object;
        gateway.put(
                path + "/report",
                township,
                Map.of(
                        "words",
                        "一年来抓班子、带队伍，村级组织活动按月开展，党费按时足额收缴。",
                        "problems",
                        "后备干部不足，流动党员联系不够经常。",
                        "kept",
                        List.of(),
                        "promises",
                        List.of("每村培养一名后备干部", "流动党员每季联系一次")));
        gateway.post(path + "/comments", owner, Map.of("words", "问题找得准，后备干部要有名单、有期限。"));
    }

    /** Of all that somebody may vote on. */
    private void vote(String path, String token) {
        int points = 93;
        for (JsonNode one : gateway.get(path + "/ballots", token).path("ballots")) {
            gateway.put(
                    "/assessment/v1/appraised-units/" + one.path("id").asLong() + "/sheet",
                    token,
                    Map.of("points", points + ".00"));
            points = points > 80 ? points - 2 : 92;
        }
    }

    private Map<String, Object> plan(long county) {
        var plan = new HashMap<String, Object>();
        plan.put("year", today.getYear());
        plan.put("objects", "TOWNSHIPS");
        plan.put("title", today.getYear() + "年乡镇（街道）党委书记抓基层党建述职评议");
        plan.put("except", List.of());
        plan.put("mode", "ORAL");
        plan.put("otherMode", List.of());
        plan.put("reportsFrom", today.toString());
        plan.put("reportsUntil", today.toString());
        plan.put("voteFrom", today.toString());
        plan.put("voteUntil", today.plusDays(30).toString());
        plan.put("cut", 10);
        plan.put("belowLeast", 5);
        plan.put("goodMost", 30);
        var roles = new ArrayList<Map<String, Object>>();
        var leaders = role("LEADERS", "县委班子成员", "NAMED", 50, true);
        leaders.put("posts", List.of(Map.of("unit", county, "duty", OFFICE)));
        roles.add(leaders);
        roles.add(role("PEERS", "乡镇（街道）互评", "PEERS", 20, false));
        var below = role("BELOW", "村（社区）书记下议", "BELOW", 30, false);
        below.put("tier", "VILLAGE");
        roles.add(below);
        plan.put("roles", roles);
        return plan;
    }

    private static Map<String, Object> role(String code, String name, String voters, int weight, boolean needed) {
        var role = new HashMap<String, Object>();
        role.put("code", code);
        role.put("name", name);
        role.put("voters", voters);
        role.put("duty", OFFICE);
        role.put("weight", weight);
        role.put("quorum", 50);
        role.put("needed", needed);
        return role;
    }

    private String token(House.Account account) {
        return gateway.signIn(account.login(), account.password());
    }

    private static House.Account account(List<House.Account> accounts, String tier) {
        return accounts.stream()
                .filter(account -> account.tier().equals(tier))
                .findFirst()
                .orElseThrow();
    }
}
