package cn.dangjian.local;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * 示范考核: the province's scheme for villages, what the county has made of it, and a frozen last year of its townships, which
 * the county has looked at: grades, an appeal and a consequence of it are left to whoever walks.
 */
final class DemoAssessment {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String QUOTA = "assessment.grade.good.most.percent";
    private static final int FULL = 20;
    private static final int LESS = 3;

    private final Gateway gateway;
    private final int year = LocalDate.now(CHINA).getYear();

    DemoAssessment(Gateway gateway) {
        this.gateway = gateway;
    }

    /** @param accounts that are shown, one for each tier from the province down */
    void load(List<House.Account> accounts) {
        String province = token(accounts, "PROVINCE");
        String county = token(accounts, "COUNTY");
        long frame = publish(scheme(year, "VILLAGE", indicators("40.00", "30.00")), province);
        var adapted = scheme(year, "VILLAGE", indicators("35.00", "35.00"));
        adapted.put("frame", frame);
        publish(adapted, county);
        publish(scheme(year, "TOWNSHIP", indicators("40.00", "30.00")), county);
        gateway.post(
                "/assessment/v1/rules/" + QUOTA + "/settings",
                county,
                Map.of("since", LocalDate.now(CHINA).toString(), "value", 40, "document", "虚组发〔" + year + "〕2号"));
        long last = publish(scheme(year - 1, "TOWNSHIP", seen()), county);
        check(last, account(accounts, "COUNTY").unit(), county);
        gateway.post("/assessment/v1/schemes/" + last + "/closing", county, Map.of("document", "虚考〔" + year + "〕1号"));
        DemoProvince.await("the frozen year " + (year - 1), () -> gateway.get(
                        "/assessment/v1/schemes/" + last + "/closing", county)
                .path("state")
                .asString()
                .equals("FROZEN"));
        long village = account(accounts, "VILLAGE").unit();
        String clerk = token(accounts, "VILLAGE");
        DemoProvince.await(
                "the scores of " + year, () -> !results(village, clerk).isEmpty());
    }

    /** 听查看评: each township has points of its own, the last one the fewest. */
    private void check(long scheme, long unit, String county) {
        int townships = gateway.get("/organization/v1/units/" + unit + "/children?limit=200", county)
                .path("items")
                .size();
        DemoProvince.await(
                "what people are to give for " + (year - 1),
                () -> open(scheme, county).size() == townships);
        int points = FULL;
        for (var open : open(scheme, county)) {
            gateway.post(
                    "/assessment/v1/units/" + open.path("unit").asLong() + "/checks",
                    county,
                    Map.of(
                            "year",
                            year - 1,
                            "indicator",
                            "SEEN",
                            "day",
                            (year - 1) + "-11-20",
                            "unannounced",
                            false,
                            "points",
                            points + ".00",
                            "words",
                            "虚构的实地查看"));
            points -= LESS;
        }
    }

    private JsonNode open(long scheme, String county) {
        return gateway.get("/assessment/v1/schemes/" + scheme + "/open-points", county)
                .path("open");
    }

    private JsonNode results(long unit, String token) {
        return gateway.get("/assessment/v1/units/" + unit + "/results", token).path("results");
    }

    private long publish(Map<String, Object> scheme, String token) {
        long id =
                gateway.post("/assessment/v1/schemes", token, scheme).path("id").asLong();
        gateway.post(
                "/assessment/v1/schemes/" + id + "/publication",
                token,
                Map.of("from", scheme.get("year") + "-01-01", "document", "虚组发〔" + scheme.get("year") + "〕3号"));
        return id;
    }

    private static Map<String, Object> scheme(int year, String object, List<Map<String, Object>> indicators) {
        String whom = object.equals("VILLAGE") ? "村（社区）" : "乡镇（街道）";
        return new HashMap<>(Map.of(
                "year",
                year,
                "object",
                object,
                "title",
                year + "年" + whom + "党建工作量化考核方案",
                "ownMost",
                "10.00",
                "additionsMost",
                "5.00",
                "ranking",
                "YEARLY",
                "audience",
                "OWNER",
                "indicators",
                indicators));
    }

    /** Tasks on time, posts filled, files complete, dues collected. */
    private static List<Map<String, Object>> indicators(String tasks, String files) {
        var all = new ArrayList<Map<String, Object>>();
        all.add(indicator("TASKS", "ACTIVITY", "任务按时完成", "task.on-time", tasks, "30.00", "50.00"));
        all.add(indicator("FILES", "PEOPLE", "党员信息完整", "member.files-complete", files, "20.00", "40.00"));
        all.add(indicator("SEATS", "ORGANIZATION", "班子配备", "organization.seats-filled", "10.00", "10.00", "10.00"));
        all.add(indicator("DUES", "SYSTEM", "党费收缴", "dues.collected", "20.00", "20.00", "20.00"));
        return all;
    }

    /** The same, and what people see when they are there. */
    private static List<Map<String, Object>> seen() {
        var all = indicators("30.00", "20.00");
        var seen = indicator("SEEN", "ORGANIZATION", "实地查看", "", "20.00", "20.00", "20.00");
        seen.put("method", "EXPERT");
        seen.put("below", false);
        seen.put("zeroMark", 0);
        seen.put("fullMark", 0);
        seen.remove("measure");
        all.add(seen);
        return all;
    }

    private static Map<String, Object> indicator(
            String code, String module, String name, String measure, String weight, String least, String most) {
        var indicator = new HashMap<String, Object>();
        indicator.put("code", code);
        indicator.put("module", module);
        indicator.put("name", name);
        indicator.put("method", "AUTOMATIC");
        indicator.put("measure", measure);
        indicator.put("below", true);
        indicator.put("weight", weight);
        indicator.put("weightLeast", least);
        indicator.put("weightMost", most);
        indicator.put("zeroMark", 5000);
        indicator.put("fullMark", 9500);
        indicator.put("whenEmpty", code.equals("TASKS") ? "FULL" : "NOT_APPLICABLE");
        indicator.put("basis", "虚组发〔2026〕3号");
        return indicator;
    }

    private String token(List<House.Account> accounts, String tier) {
        var account = account(accounts, tier);
        return gateway.signIn(account.login(), account.password());
    }

    private static House.Account account(List<House.Account> accounts, String tier) {
        return accounts.stream()
                .filter(account -> account.tier().equals(tier))
                .findFirst()
                .orElseThrow();
    }
}
