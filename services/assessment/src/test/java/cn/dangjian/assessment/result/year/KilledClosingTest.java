package cn.dangjian.assessment.result.year;

import static cn.dangjian.assessment.Scored.PATIENCE;
import static cn.dangjian.assessment.Scored.YEAR;
import static cn.dangjian.assessment.Scored.four;
import static cn.dangjian.assessment.Scored.next;
import static cn.dangjian.assessment.Scored.scheme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.dangjian.assessment.Dying;
import cn.dangjian.assessment.Dying.Killed;
import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.Said;
import cn.dangjian.assessment.scheme.frame.SchemeTable;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A process dies while it freezes a year: another one goes on behind what was committed, and comes to the same numbers. */
class KilledClosingTest extends RunningAssessment {

    private static final int PAST = YEAR - 2;
    /** More than two pieces of five hundred. */
    private static final int UNITS = 1_100;

    @Autowired
    CloseTable closes;

    @Autowired
    SchemeTable schemes;

    @Autowired
    FrozenScores scores;

    @Autowired
    Days days;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void comesToTheSameNumbersAndFreezesEachUnitOnce() {
        long owner = scored.county(Province.CITY);
        long township = scored.township(owner);
        var villages = IntStream.range(0, UNITS)
                .mapToObj(each -> scored.village(township))
                .toList();
        long scheme = scored.published(owner, scheme(PAST, "VILLAGE", four()));
        var weak = List.of(villages.get(3), villages.get(700), villages.get(1_050));
        scored.say(weak.stream()
                .map(unit -> Said.weak(unit, next(), "CONFIRMED", LocalDate.of(PAST, 5, 1)))
                .toArray(String[]::new));
        await().atMost(PATIENCE).until(() -> weak(weak, scheme) == weak.size());
        var live = totals(scheme);
        assertThat(live).hasSize(UNITS);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("""
                insert into year_close (scheme_id, unit_id, year, object, domain, state, done_upto, parts, document, subject, at)
                values (:scheme, :owner, :year, 'VILLAGE', 'ALL', 'CLOSING', 0, 0, '虚考1号', 'account:1', utc_timestamp(6))\
                """)
                    .param("scheme", scheme)
                    .param("owner", owner)
                    .param("year", PAST)
                    .update();
            var dying = new FreezeUnits(closes, schemes, scores, days, new Dying(transactions, 1));
            assertThatThrownBy(dying::freeze).isInstanceOf(Killed.class);
            assertThat(jdbc.sql("select state from year_close where scheme_id = :scheme")
                            .param("scheme", scheme)
                            .query(String.class)
                            .single())
                    .isEqualTo("CLOSING");
            assertThat(frozen(scheme)).as("of two pieces one is there").isEqualTo(500);
        });

        await().atMost(PATIENCE).until(() -> jdbc.sql("select state from year_close where scheme_id = :scheme")
                .param("scheme", scheme)
                .query(String.class)
                .single()
                .equals("FROZEN"));
        assertThat(frozen(scheme)).isEqualTo(live.size());
        assertThat(totals(scheme)).isEqualTo(live);
        assertThat(jdbc.sql("select parts from year_close where scheme_id = :scheme")
                        .param("scheme", scheme)
                        .query(Integer.class)
                        .single())
                .as("each was frozen once")
                .isEqualTo(live.size());
    }

    private int frozen(long scheme) {
        return jdbc.sql("select count(*) from score_total where scheme_id = :scheme and frozen_at is not null")
                .param("scheme", scheme)
                .query(Integer.class)
                .single();
    }

    private int weak(List<Long> units, long scheme) {
        return jdbc.sql("""
            select count(*) from score s join indicator i on i.id = s.indicator_id and i.code = 'WEAK'
             where s.scheme_id = :scheme and s.unit_id in (:units) and s.numerator = 1\
            """)
                .param("scheme", scheme)
                .param("units", units)
                .query(Integer.class)
                .single();
    }

    private List<String> totals(long scheme) {
        return jdbc.sql("""
            select concat_ws(' ', t.unit_id, t.part_on, t.total, t.points, t.applicable,
                             (select group_concat(s.indicator_id, ':', s.numerator, '/', s.denominator, '=',
                                                  coalesce(s.points, '-') order by s.indicator_id)
                                from score s where s.unit_id = t.unit_id and s.year = t.year and s.part_on = t.part_on))
              from score_total t where t.scheme_id = :scheme order by t.unit_id\
            """).param("scheme", scheme).query(String.class).list();
    }
}
