package cn.dangjian.assessment.score;

import static cn.dangjian.assessment.Scored.TODAY;
import static cn.dangjian.assessment.Scored.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.Said;
import cn.dangjian.assessment.Scored;
import cn.dangjian.testkit.Province;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With an emptied broker, and nothing left here of what was heard, all is told again, and scores are what they were. */
class RetoldTest extends RunningAssessment {

    private static final Instant NOW = Instant.now();
    private static final YearMonth LAST_MONTH = YearMonth.from(TODAY).minusMonths(1);

    /** Two tasks on time or late, two returns, three of members, two of dues, one weak case, three of a team, coverage. */
    private static final int FACTS = 16;

    private long village;

    @BeforeEach
    void aScheme() {
        scored.adapted(Province.COUNTY);
        village = scored.village(Province.TOWNSHIP);
        scored.settled();
    }

    private static Instant ago(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    @Test
    void makesTheSameFactsAndScores() {
        long dispatch = next();
        long once = next();
        long late = next();
        long weak = next();
        var states = List.of(
                Said.work(village, 9, 61, 99, 1, TODAY.minusDays(4)),
                Said.dues(village, LAST_MONTH, 5, "100.00", "80.00"),
                Said.weak(village, weak, "CONFIRMED", TODAY.minusDays(2)),
                team(6),
                coverage(3));
        // on time at first, returned twice, and handed in again behind the deadline
        var lived = new ArrayList<String>();
        lived.add(Said.addressed(dispatch, once, village, ago(20)));
        lived.add(Said.changed(dispatch, once, village, "SIGNED", 2, ago(40)));
        lived.add(Said.changed(dispatch, once, village, "SUBMITTED", 3, ago(30)));
        lived.add(Said.returned(dispatch, once, village, 4, ago(29)));
        lived.add(Said.changed(dispatch, once, village, "SUBMITTED", 5, ago(10)));
        lived.add(Said.returned(dispatch, once, village, 6, ago(9)));
        lived.add(Said.changed(dispatch, once, village, "SUBMITTED", 7, ago(8)));
        lived.add(Said.changed(dispatch, once, village, "APPROVED", 8, ago(7)));
        lived.add(Said.addressed(next(), late, village, ago(30)));
        lived.addAll(states);
        told(lived);
        var facts = facts();
        var score = scored.explanation(village, TODAY).at("/parts/0/total").asString();
        assertThat(scored.line(scored.explanation(village, TODAY), "OWN")
                        .path("numerator")
                        .asLong())
                .isEqualTo(2);

        wipe();
        assertThat(facts()).isEmpty();
        var bare = scored.explanation(village, TODAY).at("/parts/0/total").asString();
        assertThat(bare).isNotEqualTo(score);

        // as task tells it again: its state, and before that when it was first handed in and what was returned
        var retold = new ArrayList<String>();
        retold.add(Said.changed(dispatch, once, village, "SUBMITTED", 5, ago(30)));
        retold.add(Said.returned(dispatch, once, village, 6, ago(29)));
        retold.add(Said.returned(dispatch, once, village, 7, ago(9)));
        retold.add(Said.changed(dispatch, once, village, "APPROVED", 8, ago(7)));
        retold.add(Said.addressed(dispatch, once, village, ago(20)));
        retold.add(Said.addressed(next(), late, village, ago(30)));
        retold.addAll(states);
        told(retold);

        assertThat(facts()).isEqualTo(facts);
        assertThat(scored.explanation(village, TODAY).at("/parts/0/total").asString())
                .isEqualTo(score);
        assertThat(scored.explanation(village, TODAY).at("/parts/0/stored").asString())
                .isEqualTo(score);

        broker.send(retold);
        scored.say(Said.work(village, 10, 62, 99, 1, TODAY));
        assertThat(facts().stream().filter(fact -> !fact.startsWith("member.")).toList())
                .as("told once more to one who knows it, it counts for nothing")
                .isEqualTo(facts.stream()
                        .filter(fact -> !fact.startsWith("member."))
                        .toList());
    }

    private void told(List<String> events) {
        broker.send(events);
        await().atMost(Scored.PATIENCE).until(() -> facts().size() == FACTS);
        scored.settled();
    }

    private String team(int version) {
        return Said.event(
                "organization.team-changed.v1", "team:" + village, version, """
                    {"unit":%d,"asOf":"%s","quota":5,"filled":4,"secretary":true,"dueOn":null}\
                    """.formatted(village, TODAY.minusDays(8)));
    }

    private String coverage(int version) {
        return Said.event("organization.coverage-changed.v1", "coverage:" + village, version, """
            {"unit":%d,"asOf":"%s","covered":2,"shouldBeCovered":1,"notYet":0,"notRequired":4}\
            """.formatted(
                        village, TODAY.minusDays(8)));
    }

    private List<String> facts() {
        return jdbc.sql("""
            select concat_ws(' ', measure, thing, day, to_on, unit_id, numerator, denominator) from fact
             where unit_id = :unit order by measure, thing, day\
            """).param("unit", village).query(String.class).list();
    }

    private void wipe() {
        jdbc.sql("delete from fact where unit_id = :unit")
                .param("unit", village)
                .update();
        jdbc.sql("delete from work where unit_id = :unit")
                .param("unit", village)
                .update();
        jdbc.sql("delete from inbox").update();
        jdbc.sql("delete from inbox_version where event_key like concat('%:', :unit, '%') or event_key like 'case:%'")
                .param("unit", village)
                .update();
        jdbc.sql("insert ignore into score_due (unit_id, year) values (:unit, :year)")
                .param("unit", village)
                .param("year", TODAY.getYear())
                .update();
        scored.settled();
    }
}
