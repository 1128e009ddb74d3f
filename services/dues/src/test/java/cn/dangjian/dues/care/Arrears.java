package cn.dangjian.dues.care;

import static cn.dangjian.dues.Payers.NOW;
import static cn.dangjian.dues.Payers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A county of which eight months that are over are billed, and whoever has not paid some of them. */
abstract class Arrears extends Reliefs {

    static final int BILLED = 8;
    static final long BRANCH = Province.THIRD_VILLAGE;

    /** To pay what lies further back than six months. */
    static final Map<String, Object> ALLOWED = Map.of("document", "虚批〔2026〕1号");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @BeforeEach
    void eightMonths() {
        for (int ago = BILLED; ago > 0; ago--) payers.bill(Province.COUNTY, NOW.minusMonths(ago));
    }

    /** Somebody who owes 15.00 of each month since then, and has paid nothing. */
    long owing(int months) {
        return owing(BRANCH, months);
    }

    long owing(long unit, int months) {
        long member = payers.member(unit);
        payers.base(unit, member, "SALARY", "3000", NOW.minusMonths(months));
        counted();
        return member;
    }

    /** Waits until nothing is to be billed or counted again. */
    void counted() {
        payers.settled();
        payers.await()
                .atMost(PATIENCE)
                .until(() ->
                        jdbc.sql("""
                            select (select count(*) from late_due) + (select count(*) from late_run where ran_on < :today)\
                            """).param("today", TODAY).query(Integer.class).single() == 0);
    }

    JsonNode late(long member) {
        return late(BRANCH, member);
    }

    JsonNode late(long unit, long member) {
        return payers.get(unit, "/v1/members/" + member + "/arrears").json();
    }

    /** His open or closed cases as a unit sees them. */
    JsonNode cases(long unit, long member) {
        return payers.get(unit, "/v1/arrears-cases?member=" + member).json().path("items");
    }

    /** The case that a rule has asked for, as if it had been a while ago. */
    long asked(long member) {
        long id = payers.await()
                .atMost(PATIENCE)
                .until(() -> cases(BRANCH, member), all -> !all.isEmpty())
                .get(0)
                .path("id")
                .asLong();
        jdbc.sql("update arrears_case set asked_on = :day where id = :id")
                .param("day", TODAY.minusDays(20))
                .param("id", id)
                .update();
        return id;
    }

    /** One of which the branch holds that there is no good reason. */
    long voted(long member) {
        long id = asked(member);
        assertThat(step(
                                tokens.at(BRANCH),
                                id,
                                "notice",
                                Map.of("day", TODAY.minusDays(10).toString()))
                        .status())
                .isEqualTo(200);
        var voted = vote(id, 20, 15, 11);
        assertThat(voted.status()).as(voted.toString()).isEqualTo(200);
        return id;
    }

    Api.Answer vote(long id, int entitled, int present, int yes) {
        var ballot = Map.of("entitled", entitled, "present", present, "yes", yes);
        return step(
                tokens.at(BRANCH), id, "vote", Map.of("day", TODAY.minusDays(2).toString(), "ballot", ballot));
    }

    Api.Answer decide(String token, long id, String what) {
        return step(token, id, what, Map.of("day", TODAY.toString(), "document", "虚委〔2026〕8号"));
    }

    Api.Answer excuse(long id) {
        return step(
                tokens.at(BRANCH), id, "reason", Map.of("day", TODAY.toString(), "kind", "ILLNESS", "reason", "住院半年"));
    }

    Api.Answer step(String token, long id, String step, Map<String, ?> body) {
        var seen = api.get("/v1/arrears-cases/" + id).as(token).send();
        String tag = seen.header("ETag");
        return api.post("/v1/arrears-cases/" + id + "/" + step, new HashMap<>(body))
                .as(token)
                .ifMatch(tag == null ? "\"1\"" : tag)
                .key()
                .send();
    }

    String state(long unit, long id) {
        return payers.get(unit, "/v1/arrears-cases/" + id)
                .json()
                .at("/arrears/state")
                .asString();
    }
}
