package cn.dangjian.assessment.score.scoring;

import static cn.dangjian.assessment.Scored.PATIENCE;
import static cn.dangjian.assessment.Scored.TODAY;
import static cn.dangjian.assessment.Scored.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.Said;
import cn.dangjian.assessment.score.scoring.DueTable.Due;
import cn.dangjian.assessment.score.scoring.DueTable.Mark;
import cn.dangjian.assessment.score.scoring.TurnTable.Turn;
import cn.dangjian.testkit.Province;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Who waits for whom: nobody who books facts waits for whoever scores, and no unit for another one that came later. */
class LanesTest extends RunningAssessment {

    private static final String FILES = "member.files-complete";

    @Autowired
    DueTable due;

    @Autowired
    TurnTable turns;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aFactIsBookedWhileItsUnitIsScored() {
        scored.adapted(Province.COUNTY);
        long village = scored.village(Province.TOWNSHIP);
        scored.settled();
        scored.say(Said.work(village, 1, 10, 100, 0, TODAY));

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            due.mark(List.of(new Due(village, YEAR, FILES)), Lane.FACTS);
            assertThat(due.take(Lane.FACTS, 10)).extracting(Mark::unit).contains(village);
            turns.take(List.of(new Turn(village, YEAR)));

            broker.send(Said.work(village, 2, 20, 100, 0, TODAY));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(booked(village)).isEqualTo(20));
            assertThat(stored(village)).as("scored when it is its turn").isEqualTo(10);
        });

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stored(village)).isEqualTo(20));
    }

    private long booked(long unit) {
        return jdbc.sql("select numerator from fact where measure = :measure and unit_id = :unit")
                .param("measure", FILES)
                .param("unit", unit)
                .query(Long.class)
                .single();
    }

    private long stored(long unit) {
        return jdbc.sql("""
            select s.numerator from score s join indicator i on i.id = s.indicator_id and i.measure = :measure
             where s.unit_id = :unit and s.year = :year\
            """)
                .param("measure", FILES)
                .param("unit", unit)
                .param("year", YEAR)
                .query(Long.class)
                .single();
    }

    @Test
    void theOldestMarkIsTakenFirstWhoeverItIsOf() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            due.mark(List.of(new Due(8_999_999, YEAR, FILES), new Due(8_000_001, YEAR, FILES)), Lane.FACTS);
            due.mark(List.of(new Due(8_000_002, YEAR, "")), Lane.WHOLE);

            var taken = due.take(Lane.FACTS, 1000).stream()
                    .map(Mark::unit)
                    .filter(unit -> unit > 8_000_000)
                    .toList();

            assertThat(taken).containsExactly(8_999_999L, 8_000_001L);
            status.setRollbackOnly();
        });
    }

    /** With few rows, and statistics that say so, the planner would read all marks for want of a better way. */
    @Test
    void whoHasScoredOneLaneWaitsForNobodyOfAnother() {
        var outer = new TransactionTemplate(transactions);
        var inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        outer.executeWithoutResult(held -> {
            due.mark(
                    LongStream.range(8_000_000, 8_000_024)
                            .mapToObj(unit -> new Due(unit, YEAR, FILES))
                            .toList(),
                    Lane.ABOVE);

            inner.executeWithoutResult(status -> {
                jdbc.sql("set innodb_lock_wait_timeout = 1").update();
                due.mark(
                        LongStream.range(8_100_000, 8_100_024)
                                .mapToObj(unit -> new Due(unit, YEAR, FILES))
                                .toList(),
                        Lane.FACTS);
                var taken = due.take(Lane.FACTS, 1000);

                due.done(taken);

                assertThat(due.take(Lane.FACTS, 1000)).isEmpty();
                jdbc.sql("set innodb_lock_wait_timeout = default").update();
                status.setRollbackOnly();
            });
            held.setRollbackOnly();
        });
    }
}
