package cn.dangjian.assessment.result;

import static cn.dangjian.assessment.Scored.TODAY;
import static cn.dangjian.assessment.Scored.next;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can be decided stands in rules; who is barred from awards follows from what was decided. */
class LadderTest extends RunningAssessment {

    private static final long OWNER = Province.COUNTY;

    @Test
    void goesFromEncouragementToReassignmentWithTheNumbersThatHold() {
        var before = scored.get(OWNER, "/v1/ladder").json();
        assertThat(before.valueStream().map(rung -> rung.path("measure").asString()))
                .containsExactly(
                        "ENCOURAGEMENT",
                        "REMINDER",
                        "WARNING",
                        "INTERVIEW",
                        "ADMONITION",
                        "CIRCULAR",
                        "NO_AWARDS",
                        "NO_PROMOTION",
                        "HANDLING",
                        "REASSIGNMENT");
        assertThat(before.valueStream().map(rung -> rung.path("source").asString()))
                .allMatch(source -> source.contains("ASM-"));
        assertThat(before.at("/5/days").isNull()).as("the province sets it").isTrue();
        assertThat(before.at("/5/appealDays").asInt()).isEqualTo(30);

        set(Province.CITY, "assessment.ladder.circular.days", 15);
        set(Province.PROVINCE, "assessment.ladder.circular.appeal.days", 10);

        var after = scored.get(OWNER, "/v1/ladder").json();
        assertThat(after.at("/5/days").asInt()).isEqualTo(15);
        assertThat(after.at("/5/appealDays").asInt()).isEqualTo(10);
        assertThat(after.at("/5/appealSource").asString()).isEqualTo("虚组〔2026〕6号");
        assertThat(scored.get(Province.OTHER_COUNTY, "/v1/ladder")
                        .json()
                        .at("/5/days")
                        .isNull())
                .isTrue();
    }

    private void set(long unit, String rule, int value) {
        var set = scored.post(
                unit,
                "/v1/rules/" + rule + "/settings",
                Map.of("since", TODAY.toString(), "value", value, "document", "虚组〔2026〕6号"));
        assertThat(set.status()).as(set.toString()).isEqualTo(204);
    }

    @Test
    void sayWhoIsBarredFromAwardsOnEachDay() {
        long now = decided(TODAY);
        long lastYear = decided(LocalDate.of(TODAY.getYear() - 1, 3, 1));
        long revoked = decided(TODAY.minusDays(3));
        step(revoked, "APPEALED", TODAY.minusDays(2));
        step(revoked, "REVOKED", TODAY.minusDays(1));
        long contested = decided(TODAY.minusDays(3));
        step(contested, "APPEALED", TODAY.minusDays(2));

        assertThat(bars(OWNER, TODAY)).contains(now, contested).doesNotContain(lastYear, revoked);
        assertThat(bars(OWNER, TODAY.minusDays(1))).doesNotContain(now, revoked);
        if (TODAY.minusDays(3).getYear() == TODAY.getYear())
            assertThat(bars(OWNER, TODAY.minusDays(2))).contains(revoked, contested);
        assertThat(bars(OWNER, LocalDate.of(TODAY.getYear() - 1, 12, 31))).contains(lastYear);
        assertThat(bars(Province.OTHER_COUNTY, TODAY)).doesNotContain(now, contested);

        var shown = scored.get(OWNER, "/v1/award-bars")
                .json()
                .path("bars")
                .valueStream()
                .filter(bar -> bar.path("consequence").asLong() == now)
                .findFirst()
                .orElseThrow();
        assertThat(shown.path("until").asString())
                .isEqualTo(LocalDate.of(TODAY.getYear(), 12, 31).toString());
        assertThat(shown.path("document").asString()).isEqualTo("虚委〔2026〕4号");
        assertThat(shown.path("source").asString()).isEqualTo("一律不得评先评优");
        assertThat(shown.path("contested").asBoolean()).isFalse();
        var other = scored.get(OWNER, "/v1/award-bars")
                .json()
                .path("bars")
                .valueStream()
                .filter(bar -> bar.path("consequence").asLong() == contested)
                .findFirst()
                .orElseThrow();
        assertThat(other.path("contested").asBoolean()).isTrue();
    }

    private List<Long> bars(long unit, LocalDate day) {
        return scored.get(unit, "/v1/award-bars?day=" + day)
                .json()
                .path("bars")
                .valueStream()
                .map(bar -> bar.path("consequence").asLong())
                .toList();
    }

    private long decided(LocalDate day) {
        long id = next();
        long unit = scored.village(Province.TOWNSHIP);
        jdbc.sql("""
            insert into case_file (kind, id, unit_id, state, round, due_on, version, opened_at)
            values ('consequences', :id, :unit, 'DECIDED', 1, '9999-12-31', 1, utc_timestamp(6))\
            """).param("id", id).param("unit", unit).update();
        jdbc.sql("""
            insert into consequence (id, unit_id, owner_id, year, ground, source, measure, document, decided_on)
            values (:id, :unit, :owner, 2024, 'NO_RISE', '一律不得评先评优', 'NO_AWARDS', '虚委〔2026〕4号', :day)\
            """)
                .param("id", id)
                .param("unit", unit)
                .param("owner", OWNER)
                .param("day", day)
                .update();
        return id;
    }

    private void step(long id, String step, LocalDate day) {
        jdbc.sql("""
            insert into case_step (kind, case_id, step, state, round, day, unit_id, subject, at)
            values ('consequences', :id, :step, :step, 1, :day, :unit, 'account:1', utc_timestamp(6))\
            """)
                .param("id", id)
                .param("step", step)
                .param("day", day)
                .param("unit", OWNER)
                .update();
    }
}
