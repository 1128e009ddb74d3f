package cn.dangjian.local;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 示范流水: tasks that the province relays down to the shown village, one in each state in which they can stand. */
final class DemoRelay {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final List<String> WAY = List.of("PROVINCE", "CITY", "COUNTY", "TOWNSHIP", "VILLAGE");

    /** How far the village has come, and what is done for that. */
    private static final Map<String, List<String>> STATES = Map.of(
            "ADDRESSED", List.of(),
            "SIGNED", List.of("signature"),
            "WORKING", List.of("signature", "persons"),
            "SUBMITTED", List.of("signature", "persons", "submissions"),
            "IN_REVIEW", List.of("signature", "persons", "submissions", "review"),
            "RETURNED", List.of("signature", "persons", "submissions", "return"),
            "APPROVED", List.of("signature", "persons", "submissions", "approval"),
            "WITHDRAWN", List.of("withdrawal"));

    private final Gateway gateway;
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, Long> units = new HashMap<>();
    private final String deadline = LocalDate.now(CHINA).plusDays(60) + "T18:00:00+08:00";

    DemoRelay(Gateway gateway) {
        this.gateway = gateway;
    }

    /** @param accounts that are shown, one for each tier from the province down */
    void load(List<House.Account> accounts) {
        for (var account : accounts) {
            if (!WAY.contains(account.tier()) || units.containsKey(account.tier())) continue;
            units.put(account.tier(), account.unit());
            tokens.put(account.tier(), gateway.signIn(account.login(), account.password()));
        }
        STATES.keySet().stream().sorted().forEach(this::relay);
    }

    private void relay(String state) {
        long dispatch = dispatched("流水派送示范：" + state);
        for (var tier : WAY.subList(1, 4)) {
            long assignment = assignment(tier, dispatch);
            gateway.post("/task/v1/assignments/" + assignment + "/signature", token(tier), Map.of());
            dispatch = gateway.post(
                            "/task/v1/assignments/" + assignment + "/forwardings",
                            token(tier),
                            Map.of("text", "本级要求：按时办结，如实上报。", "deadline", deadline))
                    .path("id")
                    .asLong();
        }
        long assignment = assignment("VILLAGE", dispatch);
        for (var step : STATES.getOrDefault(state, List.of())) take(step, dispatch, assignment);
    }

    private long dispatched(String title) {
        return gateway.post(
                        "/task/v1/dispatches",
                        token("PROVINCE"),
                        Map.of(
                                "title",
                                title,
                                "text",
                                "请各级逐级落实到村、到人。",
                                "goal",
                                "逐村核实，落实到人",
                                "deadline",
                                deadline,
                                "target",
                                Map.of(),
                                "relay",
                                Map.of(
                                        "mode",
                                        "RELAY",
                                        "personRequired",
                                        true,
                                        "origin",
                                        Map.of("level", "PROVINCE", "number", "虚组发〔2026〕8号", "title", "关于逐村核实的通知"))))
                .path("id")
                .asLong();
    }

    /** Reviews are the township's, everything else the village's. */
    private void take(String step, long dispatch, long assignment) {
        String path = "/task/v1/assignments/" + assignment + "/" + step;
        switch (step) {
            case "signature" -> gateway.post(path, token("VILLAGE"), Map.of());
            case "persons" ->
                gateway.post(
                        path,
                        token("VILLAGE"),
                        Map.of("persons", List.of(Map.of("title", "村党组织书记", "duty", "走访 12 户并建账"))));
            case "submissions" -> gateway.post(path, token("VILLAGE"), Map.of("report", "已核实，共 3 处。"));
            case "return" -> gateway.post(path, token("TOWNSHIP"), Map.of("reason", "第二处的权属未写明"));
            case "withdrawal" ->
                gateway.post(
                        "/task/v1/dispatches/" + dispatch + "/withdrawal", token("TOWNSHIP"), Map.of("reason", "重复派送"));
            default -> gateway.post(path, token("TOWNSHIP"), Map.of());
        }
    }

    private long assignment(String tier, long dispatch) {
        for (var line :
                gateway.get("/task/v1/assignments?limit=200", token(tier)).path("items"))
            if (line.path("dispatch").asLong() == dispatch)
                return line.path("id").asLong();
        throw new HouseException("Nothing of dispatch " + dispatch + " is at " + tier);
    }

    private String token(String tier) {
        var token = tokens.get(tier);
        if (token == null) throw new HouseException("The demo province has no account at " + tier);
        return token;
    }
}
