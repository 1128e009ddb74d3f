package cn.dangjian.local;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * 示范上缴: what a province would set for the tiers below it. The numbers and their document are fictitious: only what the
 * province passes on to the Centre stands in a regulation. The county closes the first of its three months.
 */
final class DemoRemittances {

    private static final String DOCUMENT = "虚构示范〔2026〕1号";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** What a tier passes on of what was collected, how often, and until which day after that. */
    private record Terms(String tier, int percent, int months, int until) {}

    private static final List<Terms> TERMS = List.of(
            new Terms("village", 100, 1, 110),
            new Terms("township", 80, 3, 120),
            new Terms("county", 50, 6, 131),
            new Terms("city", 20, 12, 331));

    private final Gateway gateway;

    DemoRemittances(Gateway gateway) {
        this.gateway = gateway;
    }

    /** @param closed a month that is over and billed */
    void load(String province, String county, long countyUnit, YearMonth closed) {
        for (var terms : TERMS) {
            set("dues.share." + terms.tier(), terms.percent(), province);
            set("dues.remit.period." + terms.tier(), terms.months(), province);
            set("dues.remit.until." + terms.tier(), terms.until(), province);
        }
        gateway.post("/dues/v1/units/" + countyUnit + "/closings", county, Map.of("month", closed.toString()));
    }

    private void set(String rule, int value, String province) {
        gateway.post(
                "/dues/v1/rules/" + rule + "/settings",
                province,
                Map.of(
                        "since",
                        LocalDate.now(CHINA).toString(),
                        "value",
                        BigDecimal.valueOf(value),
                        "document",
                        DOCUMENT));
    }
}
