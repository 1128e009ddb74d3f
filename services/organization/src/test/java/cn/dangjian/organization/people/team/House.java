package cn.dangjian.organization.people.team;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Teams in a small fictitious province, entered as clerks would; other rooms' tests begin with them too. */
public class House {

    private final Api api;
    private final Tokens tokens;
    private final Divisions divisions;

    public House(String province, Api api, Tokens tokens, JdbcClient jdbc) {
        this.api = api;
        this.tokens = tokens;
        divisions = new Divisions(province, api, tokens, jdbc);
        divisions.settle();
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    public long unit(String rest) {
        return divisions.unit(rest);
    }

    /** What someone at this unit gets who asks. */
    public Api.Answer get(String who, String path) {
        return api.get(path).as(tokens.at(unit(who))).send();
    }

    /** What someone at this unit gets who sends this: a key and its value, and so on. */
    public Api.Answer post(String who, String path, Object... body) {
        return api.post(path, map(body)).as(tokens.at(unit(who))).key().send();
    }

    public static Map<String, Object> map(Object... body) {
        var map = new HashMap<String, Object>();
        for (int i = 0; i < body.length; i += 2) map.put((String) body[i], body[i + 1]);
        return map;
    }

    /** The township begins a village's term. */
    public Api.Answer begin(String village, int number, LocalDate start) {
        return post(
                village.substring(0, 7),
                "/v1/units/" + unit(village) + "/team/sessions",
                "number",
                number,
                "startedOn",
                start.toString(),
                "document",
                "虚组〔2026〕3号");
    }

    /** The township puts somebody on a post of a village. */
    public long seat(String village, String post, String name, LocalDate from) {
        var answer = post(
                village.substring(0, 7),
                "/v1/units/" + unit(village) + "/team/seats",
                "post",
                post,
                "name",
                name,
                "from",
                from.toString(),
                "fullTime",
                true);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }
}
