package cn.dangjian.assessment.score.scoring;

import static cn.dangjian.assessment.Scored.PATIENCE;
import static cn.dangjian.assessment.Scored.TODAY;
import static cn.dangjian.assessment.Scored.YEAR;
import static cn.dangjian.assessment.Scored.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.dangjian.assessment.Dying;
import cn.dangjian.assessment.Dying.Killed;
import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.Said;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.testkit.Province;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A process dies while it scores: the units are due still, and another one comes to what a whole one would have come to. */
class KilledScoringTest extends RunningAssessment {

    @Autowired
    DueTable due;

    @Autowired
    MakeScores making;

    @Autowired
    MarkDue markDue;

    @Autowired
    Days days;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void leavesUnitsDueAndNoHalfOfAScore() {
        scored.adapted(Province.COUNTY);
        long struck = scored.village(Province.TOWNSHIP);
        long whole = scored.village(Province.TOWNSHIP);
        scored.settled();
        for (long unit : List.of(struck, whole)) {
            scored.say(Said.work(unit, 1, 61, 99, 1, TODAY));
            scored.say(Said.weak(unit, next(), "CONFIRMED", TODAY));
        }
        var right = score(struck);
        assertThat(right).isEqualTo(score(whole)).isNotEmpty();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            // as if nobody had scored it: nothing of it is there, and it is due
            jdbc.sql("delete from score where unit_id = :unit")
                    .param("unit", struck)
                    .update();
            jdbc.sql("delete from score_total where unit_id = :unit")
                    .param("unit", struck)
                    .update();
            jdbc.sql("insert ignore into score_due (unit_id, year) values (:unit, :year)")
                    .param("unit", struck)
                    .param("year", YEAR)
                    .update();
            var dying = new ScoreDue(due, making, markDue, days, new Dying(transactions, 0));
            assertThatThrownBy(dying::scoreWhole).isInstanceOf(Killed.class);
            assertThat(score(struck)).as("nothing of what it wrote is there").isEmpty();
            assertThat(jdbc.sql("select count(*) from score_due where unit_id = :unit")
                            .param("unit", struck)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        });

        await().atMost(PATIENCE).until(() -> !score(struck).isEmpty());
        scored.settled();
        assertThat(score(struck)).isEqualTo(right);
    }

    @Test
    void leavesAFactDueThatItWasCounting() {
        scored.adapted(Province.COUNTY);
        long struck = scored.village(Province.TOWNSHIP);
        scored.settled();
        scored.say(Said.work(struck, 1, 61, 99, 1, TODAY));
        var right = score(struck);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            // as if nobody had counted it yet
            jdbc.sql("update score set numerator = 0 where unit_id = :unit")
                    .param("unit", struck)
                    .update();
            var wrong = score(struck);
            for (var measure : List.of("member.files-complete", "member.floating-contacted"))
                due.mark(List.of(new DueTable.Due(struck, YEAR, measure)), Lane.FACTS);
            var dying = new ScoreDue(due, making, markDue, days, new Dying(transactions, 0));
            assertThatThrownBy(dying::scoreFacts).isInstanceOf(Killed.class);
            assertThat(score(struck)).as("nothing of what it wrote is there").isEqualTo(wrong);
            assertThat(jdbc.sql("select count(*) from score_due where unit_id = :unit")
                            .param("unit", struck)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
        });

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(score(struck)).isEqualTo(right));
    }

    private String score(long unit) {
        return jdbc.sql("""
            select coalesce(group_concat(s.indicator_id, ':', s.numerator, '/', s.denominator, '=', coalesce(s.points, '-'),
                                         ' ', t.total order by s.indicator_id), '')
              from score s join score_total t on t.unit_id = s.unit_id and t.year = s.year and t.part_on = s.part_on
             where s.unit_id = :unit\
            """).param("unit", unit).query(String.class).single();
    }
}
