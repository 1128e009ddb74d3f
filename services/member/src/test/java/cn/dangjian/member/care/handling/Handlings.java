package cn.dangjian.member.care.handling;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A member of a village against whom something is proposed. */
@ServiceTest
abstract class Handlings {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    JdbcClient jdbc;

    Persons persons;
    long member;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
        member = persons.member("后进");
    }

    Api.Answer step(String token, long id, String step, Object... said) {
        var body = new LinkedHashMap<String, Object>();
        for (int i = 0; i < said.length; i += 2) body.put(said[i].toString(), said[i + 1]);
        return api.post("/v1/handlings/" + id + "/" + step, body)
                .as(token)
                .key()
                .send();
    }

    Api.Answer step(long by, long id, String step, Object... said) {
        return step(tokens.at(by), id, step, said);
    }

    Api.Answer vote(long id, String day, int present, int yes) {
        var ballot = Map.of("entitled", 20, "present", present, "yes", yes);
        return step(Province.VILLAGE, id, "vote", "day", day, "ballot", ballot);
    }

    /** Proposed on new year's day. */
    long proposed(long member, String measure) {
        return proposed(member, measure, LocalDate.of(2026, 1, 1));
    }

    long proposed(long member, String measure, LocalDate day) {
        long id = persons.handling(member, measure);
        jdbc.sql("update case_step set day = :day where kind = 'handlings' and case_id = :id")
                .param("day", day)
                .param("id", id)
                .update();
        return id;
    }

    /** Told on the 10th, voted on the 18th of January. */
    long voted(String measure) {
        long id = proposed(member, measure);
        assertThat(step(Province.VILLAGE, id, "notice", "day", "2026-01-10").status())
                .isEqualTo(200);
        var voted = vote(id, "2026-01-18", 15, 11);
        assertThat(voted.json().at("/handling/state").asString())
                .as(voted.toString())
                .isEqualTo("VOTED");
        return id;
    }

    Api.Answer approve(long by, long id, Object... more) {
        var said = new LinkedHashMap<String, Object>();
        said.put("day", "2026-02-01");
        said.put("document", "虚委〔2026〕6号");
        for (int i = 0; i < more.length; i += 2) said.put(more[i].toString(), more[i + 1]);
        return persons.post(by, "/v1/handlings/" + id + "/approval", said);
    }

    String status() {
        return persons.file(Province.VILLAGE, member)
                .json()
                .at("/member/status")
                .asString();
    }
}
