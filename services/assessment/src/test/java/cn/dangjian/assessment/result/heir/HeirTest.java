package cn.dangjian.assessment.result.heir;

import static cn.dangjian.assessment.Scored.TODAY;
import static cn.dangjian.assessment.Scored.next;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.Said;
import cn.dangjian.platform.directory.heir.HeirListener;
import cn.dangjian.platform.directory.heir.HeirListener.Ending;
import cn.dangjian.platform.directory.heir.HeirListener.MembersTo;
import cn.dangjian.platform.directory.heir.HeirListener.UnitChanged;
import cn.dangjian.platform.events.Event;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is open at a unit that ends goes to its heir, or is closed and says so. */
class HeirTest extends RunningAssessment {

    private static final long OWNER = Province.COUNTY;
    private static final long LOOKS = 921;
    private static final long DECIDES = 922;
    private static final String DOCUMENT = "虚组〔2026〕9号";

    @Autowired
    HeirListener listener;

    @Autowired
    TransactionTemplate transaction;

    private long village;
    private long heir;

    @BeforeEach
    void twoVillages() {
        scored.adapted(OWNER);
        village = scored.village(Province.TOWNSHIP);
        heir = scored.village(Province.TOWNSHIP);
        scored.say(Said.weak(village, next(), "CONFIRMED", TODAY.minusDays(3)));
    }

    private static Event<UnitChanged> ended(long unit, @Nullable Long heir) {
        return new Event<>(
                UUID.randomUUID(),
                "organization.unit-changed.v1",
                "unit:" + unit,
                2,
                Instant.now(),
                "account:7",
                new UnitChanged(
                        unit, TODAY, heir == null ? null : new MembersTo(heir, DOCUMENT), new Ending(DOCUMENT)));
    }

    private void hear(List<Event<UnitChanged>> events) {
        transaction.executeWithoutResult(status -> listener.on(events));
        for (var event : events)
            jdbc.sql("update unit set valid_to = :day, version = 2 where id = :unit")
                    .param("day", TODAY)
                    .param("unit", event.data().id())
                    .update();
    }

    private long filed(long unit, Map<String, Object> more) {
        var body = new HashMap<String, Object>(
                Map.of("day", TODAY.minusDays(1).toString(), "words", "已销号", "facts", List.of()));
        body.putAll(more);
        var filed = scored.post(unit, "/v1/units/" + unit + "/appeals", body);
        assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
        return filed.json().path("id").asLong();
    }

    private Api.Answer step(long unit, long account, String path, Object body) {
        return api.post(path, body).as(tokens.at(unit, account)).key().send();
    }

    private long asked(long unit) {
        long id = next();
        jdbc.sql("""
            insert into case_file (kind, id, unit_id, state, round, due_on, version, opened_at)
            values ('consequences', :id, :unit, 'NOTICED', 1, '9999-12-31', 1, utc_timestamp(6))\
            """).param("id", id).param("unit", unit).update();
        jdbc.sql("""
            insert into consequence (id, unit_id, owner_id, year, ground, source, hearing_until)
            values (:id, :unit, :owner, 2019, 'FAILED', '虚', '2020-01-01')\
            """).param("id", id).param("unit", unit).param("owner", OWNER).update();
        return id;
    }

    private static List<String> steps(JsonNode view) {
        return view.path("journal").findValuesAsString("step");
    }

    @Test
    void anAppealGoesOnAtTheHeirAboutTheScoreOfTheUnitThatEnded() {
        long appeal = filed(village, Map.of("indicator", "WEAK"));
        long sum = filed(village, Map.of());

        hear(List.of(ended(village, heir)));
        hear(List.of(ended(village, heir)));

        var seen = scored.get(heir, "/v1/appeals/" + appeal).json();
        assertThat(seen.path("unit").asLong()).isEqualTo(village);
        assertThat(seen.path("heir").asLong()).isEqualTo(heir);
        assertThat(seen.path("ended").asBoolean()).isFalse();
        assertThat(steps(seen)).containsExactly("FILED", "HANDED_OVER");
        assertThat(seen.path("journal").toString()).contains(DOCUMENT, TODAY.toString());
        assertThat(scored.get(Province.OTHER_COUNTY, "/v1/appeals/" + appeal).status())
                .isEqualTo(404);
        assertThat(step(heir, heir, "/v1/appeals/" + sum + "/withdrawal", Map.of("words", "不再申诉"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("WITHDRAWN");

        assertThat(step(OWNER, LOOKS, "/v1/appeals/" + appeal + "/examination", Map.of("words", "经查属实"))
                        .status())
                .isEqualTo(200);
        var upheld = step(
                OWNER,
                DECIDES,
                "/v1/appeals/" + appeal + "/upholding",
                Map.of("numerator", -1, "denominator", 0, "document", "虚考〔2026〕7号", "reason", "原数有误"));
        assertThat(upheld.status()).as(upheld.toString()).isEqualTo(200);
        assertThat(jdbc.sql("select unit_id from correction where appeal_id = :id")
                        .param("id", appeal)
                        .query(Long.class)
                        .single())
                .isEqualTo(village);
        scored.settled();
        assertThat(scored.line(scored.explanation(heir, TODAY), "WEAK")
                        .path("facts")
                        .size())
                .as("the heir has what happened to it alone")
                .isZero();
    }

    @Test
    void whateverOrderTheEndsAreHeardInTheLastHeirHasIt() {
        long last = scored.village(Province.TOWNSHIP);
        long other = scored.village(Province.TOWNSHIP);
        scored.say(Said.weak(other, next(), "CONFIRMED", TODAY.minusDays(3)));
        long appeal = filed(village, Map.of("indicator", "WEAK"));
        long second = filed(other, Map.of("indicator", "WEAK"));

        hear(List.of(ended(heir, last)));
        hear(List.of(ended(village, heir)));
        hear(List.of(ended(other, last)));

        for (long one : List.of(appeal, second))
            assertThat(scored.get(last, "/v1/appeals/" + one)
                            .json()
                            .path("heir")
                            .asLong())
                    .isEqualTo(last);
    }

    @Test
    void withoutAnHeirAnAppealEndsAndWaitsForNobody() {
        long appeal = filed(village, Map.of("indicator", "WEAK"));

        hear(List.of(ended(village, null)));

        var seen = scored.get(OWNER, "/v1/appeals/" + appeal).json();
        assertThat(seen.path("ended").asBoolean()).isTrue();
        assertThat(seen.path("state").asString()).isEqualTo("FILED");
        assertThat(steps(seen)).containsExactly("FILED", "ENDED");
        assertThat(seen.path("journal").toString()).contains(DOCUMENT);
        assertThat(step(OWNER, LOOKS, "/v1/appeals/" + appeal + "/examination", Map.of("words", "查"))
                        .problem())
                .isEqualTo("appeal.wrong-state");
    }

    @Test
    void aConsequenceEndsWithItsUnitAndChargesNoHeir() {
        long consequence = asked(village);

        hear(List.of(ended(village, heir)));

        var seen = scored.get(OWNER, "/v1/consequences/" + consequence).json();
        assertThat(seen.path("unit").asLong()).isEqualTo(village);
        assertThat(seen.path("ended").asBoolean()).isTrue();
        assertThat(steps(seen)).containsExactly("ENDED");
        assertThat(scored.get(heir, "/v1/consequences/" + consequence).status()).isEqualTo(404);
        assertThat(step(
                                OWNER,
                                DECIDES,
                                "/v1/consequences/" + consequence + "/decision",
                                Map.of("measure", "REMINDER", "document", "虚委〔2026〕4号", "reason", "研究"))
                        .problem())
                .isEqualTo("consequence.wrong-state");
    }
}
