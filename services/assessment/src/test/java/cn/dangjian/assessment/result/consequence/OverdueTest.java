package cn.dangjian.assessment.result.consequence;

import static cn.dangjian.assessment.Scored.PATIENCE;
import static cn.dangjian.assessment.Scored.TODAY;
import static cn.dangjian.assessment.Scored.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A step that is past its day is said once, to whoever must act; it takes itself nowhere. */
class OverdueTest extends RunningAssessment {

    private static final String TYPE = "assessment.step-overdue.v1";

    @Autowired
    SayOverdue sayOverdue;

    private long due(long unit, String state, LocalDate day) {
        long id = next();
        jdbc.sql("""
            insert into case_file (kind, id, unit_id, state, round, due_on, version, opened_at)
            values ('consequences', :id, :unit, :state, 1, :day, 4, utc_timestamp(6))\
            """)
                .param("id", id)
                .param("unit", unit)
                .param("state", state)
                .param("day", day)
                .update();
        jdbc.sql("""
            insert into consequence (id, unit_id, owner_id, year, ground, source, measure, decided_on)
            values (:id, :unit, :owner, 2019, 'BOTTOM_TEAM', '虚', 'ADMONITION', :day)\
            """)
                .param("id", id)
                .param("unit", unit)
                .param("owner", Province.COUNTY)
                .param("day", day)
                .update();
        return id;
    }

    private List<JsonNode> said(long id) {
        return broker.heardOf(TYPE).stream()
                .filter(event -> event.at("/data/id").asLong() == id)
                .toList();
    }

    @Test
    void saysItOnceForEachDayToWhoeverMustAct() {
        long village = scored.village(Province.TOWNSHIP);
        long other = scored.village(Province.TOWNSHIP);
        long third = scored.village(Province.TOWNSHIP);
        long talked = due(village, "TALKED", TODAY.minusDays(1));
        long decided = due(other, "DECIDED", TODAY.minusDays(1));
        long today = due(third, "DECIDED", TODAY);

        Stream.of(1, 2, 3)
                .map(each -> CompletableFuture.runAsync(sayOverdue::say))
                .toList()
                .forEach(CompletableFuture::join);

        await().atMost(PATIENCE)
                .until(() -> !said(talked).isEmpty() && !said(decided).isEmpty());
        assertThat(said(talked)).hasSize(1);
        assertThat(said(decided)).hasSize(1);
        assertThat(said(today)).isEmpty();
        EventSchemas.validate(TYPE, said(talked).getFirst().toString());
        assertThat(said(talked).getFirst().at("/data/mustAct").valueStream().map(JsonNode::asLong))
                .containsExactly(village, Province.COUNTY);
        assertThat(said(decided).getFirst().at("/data/mustAct").valueStream().map(JsonNode::asLong))
                .containsExactly(Province.COUNTY);
        assertThat(jdbc.sql("select state from case_file where kind = 'consequences' and id = :id")
                        .param("id", talked)
                        .query(String.class)
                        .single())
                .isEqualTo("TALKED");
        var late = scored.get(Province.COUNTY, "/v1/cases?late=true&limit=200").json();
        assertThat(late.path("items").valueStream().map(one -> one.path("id").asLong()))
                .contains(talked, decided)
                .doesNotContain(today);

        jdbc.sql("update case_file set due_on = :day, version = 5 where kind = 'consequences' and id = :id")
                .param("day", TODAY.minusDays(2))
                .param("id", talked)
                .update();
        sayOverdue.say();
        await().atMost(PATIENCE).until(() -> said(talked).size() == 2);
    }

    @Test
    void isSaidAsItsSchemaSays() {
        EventSchemas.validate(TYPE, EventExamples.load(TYPE));
    }
}
