package cn.dangjian.organization.field.weak;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A province whose counties screen this year, and what its clerks do to a case. */
final class WeakCases {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    static final String COUNTY = "0101";
    static final String TOWN = "0101100";
    static final String VILLAGE = "0101100201";

    final Divisions divisions;
    private final Api api;
    private final Tokens tokens;

    WeakCases(String province, Api api, Tokens tokens, JdbcClient jdbc) {
        this.divisions = new Divisions(province, api, tokens, jdbc);
        this.api = api;
        this.tokens = tokens;
        divisions.settle();
        for (String table : List.of(
                "case_step", "case_file", "weak_measure", "weak_link", "weak_problem", "weak_case", "weak_batch")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    Api.Answer post(String who, String path, Object body) {
        return api.post(path, body).as(tokens.at(divisions.unit(who))).key().send();
    }

    JsonNode get(String who, String path) {
        return api.get(path).as(tokens.at(divisions.unit(who))).send().json();
    }

    Api.Answer openScreening(String county) {
        return openScreening(county, TODAY.minusDays(1), TODAY.plusDays(20));
    }

    Api.Answer openScreening(String county, LocalDate from, LocalDate to) {
        return post(
                county,
                "/v1/weak-batches",
                Map.of("year", from.getYear(), "document", "虚组〔2026〕7号", "from", from.toString(), "to", to.toString()));
    }

    Api.Answer screen(String who, String village, String... types) {
        return post(
                who,
                "/v1/weak-cases",
                Map.of(
                        "unit",
                        divisions.unit(village),
                        "year",
                        TODAY.getYear(),
                        "types",
                        List.of(types),
                        "note",
                        "排查"));
    }

    long screened(String village) {
        var answer = screen(village.substring(0, 7), village, "NO_VENUE", "TEAM_VACANT");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    Api.Answer step(String who, long id, String step) {
        Map<String, Object> body =
                switch (step) {
                    case "confirmation" -> period(TODAY, TODAY.plusMonths(6));
                    case "continuation" -> period(TODAY.plusDays(1), TODAY.plusMonths(9));
                    case "dismissal" -> Map.of("reason", "问题已解决");
                    case "start" -> Map.of();
                    case "closure" -> Map.of("document", "虚组〔2026〕9号");
                    default -> Map.of("day", TODAY.toString(), "note", "入村查看");
                };
        return post(who, "/v1/weak-cases/" + id + "/" + step, body);
    }

    void done(String who, long id, String... steps) {
        for (String step : steps) {
            var answer = step(who, id, step);
            assertThat(answer.status()).as(step + " " + answer).isEqualTo(200);
        }
    }

    long measure(long id) {
        var answer = post(
                TOWN,
                "/v1/weak-cases/" + id + "/measures",
                Map.of(
                        "text",
                        "配齐班子",
                        "responsible",
                        "组织委员",
                        "dueOn",
                        TODAY.plusDays(30).toString()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("id").asLong();
    }

    long firstMeasure(long id) {
        return get(TOWN, "/v1/weak-cases/" + id).path("plan").path(0).path("id").asLong();
    }

    Api.Answer complete(String who, long id, long measure, LocalDate day) {
        return post(
                who,
                "/v1/weak-cases/" + id + "/measures/" + measure + "/completion",
                Map.of("doneOn", day.toString(), "result", "已配齐"));
    }

    Api.Answer link(String who, long id, String role) {
        return post(
                who,
                "/v1/weak-cases/" + id + "/links",
                Map.of("role", role, "name", "某某", "unit", "示范单位", "from", TODAY.toString()));
    }

    void linkAll(long id) {
        for (var role : WeakCase.Role.values()) {
            assertThat(link(COUNTY, id, role.name()).status()).isEqualTo(200);
        }
    }

    /** A case that the township works on, with one open measure. */
    long rectifying(String village) {
        long id = screened(village);
        done(village.substring(0, 4), id, "confirmation");
        measure(id);
        done(TOWN, id, "start");
        return id;
    }

    private static Map<String, Object> period(LocalDate from, LocalDate to) {
        return Map.of("document", "虚组〔2026〕8号", "from", from.toString(), "to", to.toString());
    }
}
