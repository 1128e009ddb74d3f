package cn.dangjian.local;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** 示范党费: three months of dues in the county of the accounts that are shown, payments of each sort, and what is passed on. */
final class DemoDues {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final List<String> PAYS = List.of("2999.99", "3000.01", "5000.00", "7200.00", "12000.00", "4100.50");

    private final Gateway gateway;
    private final LocalDate today = LocalDate.now(CHINA);
    private final YearMonth now = YearMonth.from(today);

    DemoDues(Gateway gateway) {
        this.gateway = gateway;
    }

    /** @param accounts that are shown, one for each tier from the province down, and that of a member behind them */
    void load(List<House.Account> accounts) {
        String village = token(accounts, "VILLAGE");
        String township = token(accounts, "TOWNSHIP");
        String county = token(accounts, "COUNTY");
        String member = token(accounts, "MEMBER");
        var file = gateway.get("/member/v1/me", member).path("member");
        long own = file.path("id").asLong();
        String missing = "/dues/v1/months/" + now + "/without-base?limit=200";
        DemoProvince.await(
                "the demo members in dues",
                () -> !gateway.get(missing, village).path("items").isEmpty());

        base(own, scale(file.path("memberClass")), "3000.00", village);
        var others = new ArrayList<Long>();
        for (JsonNode one : gateway.get(missing, village).path("items")) {
            long id = one.path("member").asLong();
            if (id == own || others.size() == PAYS.size()) continue;
            base(id, scale(one.path("memberClass")), PAYS.get(others.size()), village);
            others.add(id);
        }
        for (var month : List.of(now.minusMonths(2), now.minusMonths(1), now)) bill(month, county);
        pay(own, others, village);
        passOn(accounts, village, township);
        new DemoOrders(gateway, member, village, county).load(today);
        care(accounts, others, village, county);
        new DemoRemittances(gateway)
                .load(
                        token(accounts, "PROVINCE"),
                        county,
                        account(accounts, "COUNTY").unit(),
                        now.minusMonths(2));
    }

    /** Somebody pays less, and somebody else has not paid half a year. */
    private void care(List<House.Account> accounts, List<Long> others, String village, String county) {
        var clerks = new DemoCare.Clerks(
                village,
                token(accounts, "TOWNSHIP"),
                county,
                account(accounts, "COUNTY").unit());
        var care = new DemoCare(gateway);
        if (others.size() > 3) care.relieve(others.get(3), clerks);
        var full = gateway.get("/member/v1/members?limit=200&status=FULL", village)
                .path("items")
                .valueStream()
                .map(one -> one.path("id").asLong())
                .toList();
        for (var missing : gateway.get("/dues/v1/months/" + now + "/without-base?limit=200", village)
                .path("items")) {
            // whoever is on probation may not have paid for half a year yet
            if (!full.contains(missing.path("member").asLong())) continue;
            care.beLate(missing.path("member").asLong(), scale(missing.path("memberClass")), clerks);
            return;
        }
    }

    private static String scale(JsonNode memberClass) {
        return memberClass.asString("").equals("RETIRED") ? "PENSION" : "SALARY";
    }

    private void base(long member, String scale, String pay, String clerk) {
        gateway.post(
                "/dues/v1/members/" + member + "/bases",
                clerk,
                Map.of("scale", scale, "pay", pay, "from", now.minusMonths(2).toString(), "document", "虚工资单〔2026〕1号"));
    }

    private void bill(YearMonth month, String county) {
        gateway.post("/dues/v1/months/" + month + "/bills", county, Map.of());
        DemoProvince.await("the dues of " + month, () -> gateway.get("/dues/v1/months/" + month, county)
                .path("complete")
                .asBoolean());
    }

    /** One owes a month, one was helped by a relative, one was booked wrongly, one has given more than he owes. */
    private void pay(long own, List<Long> others, String clerk) {
        payment(own, "payments", "30.00", Map.of(), clerk);
        if (others.size() < 3) return;
        payment(others.get(0), "payments", "15.00", Map.of("by", "RELATIVE", "payer", "虚构家属"), clerk);
        long wrong = payment(others.get(1), "payments", "30.00", Map.of(), clerk);
        gateway.post("/dues/v1/payments/" + wrong + "/reversal", clerk, Map.of("reason", "记错人"));
        payment(others.get(2), "gifts", "1500.00", Map.of("way", "TRANSFER"), clerk);
    }

    private long payment(long member, String what, String amount, Map<String, String> more, String clerk) {
        var body = new HashMap<>(Map.of("amount", amount, "day", today.toString(), "way", "CASH", "by", "MEMBER"));
        body.putAll(more);
        return gateway.post("/dues/v1/members/" + member + "/" + what, clerk, body)
                .path("id")
                .asLong();
    }

    /** One part has arrived, the other is under way. */
    private void passOn(List<House.Account> accounts, String village, String township) {
        long unit = account(accounts, "VILLAGE").unit();
        long arrived = send(unit, "30.00", village);
        gateway.post(
                "/dues/v1/handovers/" + arrived + "/receipt",
                township,
                Map.of("amount", "30.00", "day", today.toString(), "receipt", "虚收据〔2026〕1号"));
        send(unit, "10.00", village);
    }

    private long send(long unit, String amount, String clerk) {
        var body = Map.of("fund", "DUES", "until", now.toString(), "amount", amount, "day", today.toString());
        return gateway.post("/dues/v1/units/" + unit + "/handovers", clerk, body)
                .path("id")
                .asLong();
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
