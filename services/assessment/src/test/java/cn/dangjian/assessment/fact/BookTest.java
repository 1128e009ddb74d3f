package cn.dangjian.assessment.fact;

import static cn.dangjian.assessment.Scored.TODAY;
import static cn.dangjian.assessment.Scored.YEAR;
import static cn.dangjian.assessment.Scored.next;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.fact.book.FactBook;
import cn.dangjian.assessment.fact.book.Told;
import cn.dangjian.assessment.fact.book.Told.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is told together is what it would be if it were told one after the other. */
class BookTest extends RunningAssessment {

    private static final LocalDate FIRST = LocalDate.of(YEAR, 1, 1);

    @Autowired
    FactBook book;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void everyStateOfAThingHoldsUntilTheNextOne() {
        long together = next();
        long apart = next();
        var states = List.of(1L, 2L, 3L);

        save(states.stream().map(version -> state(together, version)).toList());
        for (long version : states) save(List.of(state(apart, version)));

        assertThat(facts(together)).hasSize(3).isEqualTo(facts(apart));
    }

    @Test
    void ofWhatHappenedTheNewestIsTrueInWhateverOrderItIsTold() {
        long unit = next();

        save(List.of(happened(unit, 2), happened(unit, 3), happened(unit, 1)));

        assertThat(facts(unit)).containsExactly(TODAY + " 9999-12-31 3");
    }

    private void save(List<Told> told) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> book.save(told));
    }

    private static Told state(long unit, long version) {
        var value = new Value(FIRST.plusDays(version), version, 10);
        return new Told("organization.covered", "unit:" + unit, true, unit, List.of(value), event(), version);
    }

    private static Told happened(long unit, long version) {
        var value = new Value(TODAY, version, 10);
        return new Told("dues.collected", "unit-month:" + unit, false, unit, List.of(value), event(), version);
    }

    private static String event() {
        return UUID.randomUUID().toString();
    }

    private List<String> facts(long unit) {
        return jdbc.sql("select concat_ws(' ', day, to_on, numerator) from fact where unit_id = :unit order by day")
                .param("unit", unit)
                .query(String.class)
                .list();
    }
}
