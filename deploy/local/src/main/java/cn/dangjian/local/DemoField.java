package cn.dangjian.local;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** 示范班子、覆盖和整顿: villages whose term is over, most without a secretary, places to be covered, a weak organisation. */
final class DemoField {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int TERM_YEARS = 5;

    private final Gateway gateway;
    private final LocalDate today = LocalDate.now(CHINA);

    DemoField(Gateway gateway) {
        this.gateway = gateway;
    }

    /** @param accounts that are shown, one for each tier from the province down */
    void load(List<House.Account> accounts) {
        String county = token(accounts, "COUNTY");
        String township = token(accounts, "TOWNSHIP");
        long shown = account(accounts, "VILLAGE").unit();
        var villages = gateway.get(
                        "/organization/v1/units/"
                                + account(accounts, "TOWNSHIP").unit() + "/children?limit=200",
                        township)
                .path("items")
                .valueStream()
                .mapToLong(unit -> unit.path("id").asLong())
                .toArray();
        long another = LongStream.of(villages)
                .filter(village -> village != shown)
                .findFirst()
                .orElseThrow();
        for (long village : villages) {
            boolean over = village == shown || village == another;
            team(village, today.minusYears(over ? TERM_YEARS : 1), village == shown, county, township);
        }
        coverage(shown, township);
        weak(villages[villages.length - 1], county, township);
    }

    /** In the village that is shown the secretary is there; in the others he is missing. */
    private void team(long village, LocalDate began, boolean shown, String county, String township) {
        String path = "/organization/v1/units/" + village + "/team/";
        gateway.post(
                path + "quotas",
                county,
                Map.of("post", "MEMBER", "since", today.toString(), "quota", 4, "document", "虚组〔2026〕5号"));
        gateway.post(
                path + "sessions",
                township,
                Map.of("number", 9, "startedOn", began.toString(), "document", "虚组〔2026〕3号"));
        if (!shown) return;
        seat(path, "SECRETARY", "虚构书记", began, township);
        seat(path, "MEMBER", "虚构委员", began, township);
    }

    private void seat(String path, String post, String name, LocalDate from, String township) {
        gateway.post(
                path + "seats",
                township,
                Map.of("post", post, "name", name, "from", from.toString(), "fullTime", true));
    }

    /** Three schools with members enough, of which one is covered (覆盖), and one with too few. */
    private void coverage(long village, String township) {
        for (int number = 1; number <= 4; number++) {
            var facts = new HashMap<String, Object>(Map.of("name", "虚构学校" + number, "type", "SCHOOL"));
            facts.put("employees", 20);
            facts.put("members", number == 4 ? 1 : 4);
            facts.put("placeId", village);
            facts.put("on", today.toString());
            long id = gateway.post("/organization/v1/register-units", township, facts)
                    .path("id")
                    .asLong();
            if (number > 1) continue;
            gateway.post(
                    "/organization/v1/register-units/" + id + "/coverage",
                    township,
                    Map.of("role", "COVER", "on", today.toString(), "partyUnitId", village, "founding", "SINGLE"));
        }
    }

    /** Found by the township, confirmed by the county. */
    private void weak(long village, String county, String township) {
        gateway.post(
                "/organization/v1/weak-batches",
                county,
                Map.of(
                        "year",
                        today.getYear(),
                        "document",
                        "虚组〔2026〕7号",
                        "from",
                        today.toString(),
                        "to",
                        today.withDayOfYear(today.lengthOfYear()).toString()));
        long id = gateway.post(
                        "/organization/v1/weak-cases",
                        township,
                        Map.of(
                                "unit",
                                village,
                                "year",
                                today.getYear(),
                                "types",
                                List.of("NO_VENUE", "TEAM_VACANT"),
                                "note",
                                "虚构的排查"))
                .path("id")
                .asLong();
        gateway.post(
                "/organization/v1/weak-cases/" + id + "/confirmation",
                county,
                Map.of(
                        "document",
                        "虚组〔2026〕8号",
                        "from",
                        today.toString(),
                        "to",
                        today.plusMonths(6).toString()));
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
