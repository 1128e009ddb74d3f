package cn.dangjian.task.heir;

import static cn.dangjian.task.heir.Ends.ended;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints how long it takes to pass what a county's villages have not finished:
 * {@code ./mvnw -pl services/task -am test -Dtest=PassMeasurement -Dmeasure=true}.
 */
@EnabledIfSystemProperty(named = "measure", matches = "true")
class PassMeasurement extends WithEnds {

    private static final int VILLAGES = 200;
    private static final int DISPATCHES = 300;
    private static final long FIRST = 70_000_000;

    @Test
    void printsHowLongACountyTakes() {
        var villages = IntStream.range(0, VILLAGES).mapToObj(i -> village()).toList();
        long heir = village();
        for (long dispatch = FIRST; dispatch < FIRST + DISPATCHES; dispatch++) {
            jdbc.sql("""
                insert into dispatch (id, number, issuer_id, title, text, goal, deadline, material_required, target,
                                      addressed, issued_by, issued_at, version)
                values (:id, :id, 1, 't', 'x', 'g', '2099-01-01', false, '{}', 1, 1, '2026-11-01', 1)\
                """).param("id", dispatch).update();
            // half of them the heir has, too
            jdbc.sql("""
                insert into assignment (dispatch_id, unit_id, state, version)
                select :dispatch, id, 'ADDRESSED', 1 from unit where id in (:villages) or id = :heir and :dispatch % 2 = 0\
                """)
                    .param("dispatch", dispatch)
                    .param("villages", villages)
                    .param("heir", heir)
                    .update();
        }
        long before = System.nanoTime();

        ends.hear(villages.stream().map(village -> ended(village, heir)).toList());

        System.out.printf(
                "%d assignments of %d villages passed in %d ms%n",
                VILLAGES * DISPATCHES,
                VILLAGES,
                Duration.ofNanos(System.nanoTime() - before).toMillis());
        assertThat(jdbc.sql("select count(*) from assignment where unit_id in (:villages) and state = 'ADDRESSED'")
                        .param("villages", villages)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from assignment where unit_id = :heir and dispatch_id >= :first")
                        .param("heir", heir)
                        .param("first", FIRST)
                        .query(Integer.class)
                        .single())
                .isEqualTo(DISPATCHES);
    }
}
