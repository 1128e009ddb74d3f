package cn.dangjian.local;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;

/** 示范减免与欠交: somebody pays less for some months, and somebody has not paid half a year, of whom people are asked. */
final class DemoCare {

    private static final int MONTHS = 6;

    /** What a farmer owes of two months that are over, and pays with the present one and three ahead. */
    private static final String OWED = "0.40";

    private static final String PAID = "1.20";

    private final Gateway gateway;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final YearMonth now = YearMonth.from(today);

    DemoCare(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Who signs in where. */
    record Clerks(String village, String township, String county, long countyUnit) {}

    /** The branch has proposed it after its study, another person of the township has granted it. */
    void relieve(long member, Clerks clerks) {
        var proposed = gateway.post(
                "/dues/v1/members/" + member + "/reliefs",
                clerks.village(),
                Map.of(
                        "most",
                        "20.00",
                        "from",
                        now.toString(),
                        "to",
                        now.plusMonths(5).toString(),
                        "document",
                        "虚支〔2026〕3号",
                        "reason",
                        "家人长期患病，生活困难（虚构）"));
        gateway.post(
                "/dues/v1/reliefs/" + proposed.at("/relief/id").asLong() + "/approval",
                clerks.township(),
                Map.of("day", today.toString(), "document", "虚委〔2026〕8号"));
    }

    /** @param member a full member of whom nobody has recorded on what he pays */
    void beLate(long member, String scale, Clerks clerks) {
        payAhead(clerks);
        gateway.post(
                "/dues/v1/members/" + member + "/bases",
                clerks.village(),
                Map.of(
                        "scale",
                        scale,
                        "pay",
                        "3600.00",
                        "from",
                        now.minusMonths(MONTHS).toString(),
                        "document",
                        "虚工资单〔2026〕2号"));
        for (int ago = MONTHS; ago > 2; ago--) bill(now.minusMonths(ago), clerks.county());
        DemoProvince.await(
                "the arrears case", () -> !gateway.get("/dues/v1/arrears-cases?member=" + member, clerks.village())
                        .path("items")
                        .isEmpty());
    }

    /** The farmers of the county owe the earlier months too as soon as these are billed: the bank has collected them (代收). */
    private void payAhead(Clerks clerks) {
        String door = "/dues/v1/units/" + clerks.countyUnit() + "/arrears?months=2&limit=200";
        DemoProvince.await(
                "who is late",
                () -> !gateway.get(door, clerks.county()).path("items").isEmpty());
        var list = new StringBuilder("day,amount,reference,member\n");
        for (var late : gateway.get(door, clerks.county()).path("items")) {
            long member = late.path("member").asLong();
            if (late.path("open").asString().equals(OWED))
                list.append("%s,%s,demo-%d,%d\n".formatted(today, PAID, member, member));
        }
        var file = list.toString().getBytes(StandardCharsets.UTF_8);
        long intake = gateway.postFile("/dues/v1/intakes?what=BANKLIST", clerks.county(), "text/csv", file)
                .path("id")
                .asLong();
        DemoProvince.await("the list of the bank", () -> gateway.get("/dues/v1/intakes/" + intake, clerks.county())
                .path("state")
                .asString()
                .equals("DONE"));
    }

    private void bill(YearMonth month, String county) {
        gateway.post("/dues/v1/months/" + month + "/bills", county, Map.of());
        DemoProvince.await("the dues of " + month, () -> gateway.get("/dues/v1/months/" + month, county)
                .path("complete")
                .asBoolean());
    }
}
