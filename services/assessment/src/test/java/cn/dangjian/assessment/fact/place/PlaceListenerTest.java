package cn.dangjian.assessment.fact.place;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.fact.book.FactObserver;
import cn.dangjian.assessment.fact.book.FactObserver.UnitYear;
import cn.dangjian.assessment.fact.place.PlaceListener.ToldPlace;
import cn.dangjian.assessment.fact.place.PlaceListener.UnitChanged;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.events.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes together in one poll, as of a county that moves with thousands of units. */
class PlaceListenerTest extends RunningAssessment {

    private static final ToldPlace FIRST = new ToldPlace(LocalDate.of(2020, 1, 1), "00001");
    private static final ToldPlace SECOND = new ToldPlace(LocalDate.of(2025, 7, 1), "00002");
    private static final ToldPlace THIRD = new ToldPlace(LocalDate.of(2026, 3, 1), "00003");

    @Test
    void ofEachUnitTheNewestCountsAndOthersStayAsTheyWere(@Autowired PlaceListener listener) {
        listener.on(List.of(
                told(880_001, 1, List.of(FIRST, SECOND)),
                told(880_002, 1, null),
                told(880_003, 1, List.of(FIRST, SECOND)),
                told(880_004, 1, List.of(FIRST, THIRD)),
                told(880_001, 2, List.of(FIRST, SECOND, THIRD))));
        listener.on(List.of(told(880_003, 2, null), told(880_002, 2, List.of(FIRST, THIRD))));

        assertThat(places(880_001))
                .containsExactly(
                        "2020-01-01 2025-07-01 00001", "2025-07-01 2026-03-01 00002", "2026-03-01 9999-12-31 00003");
        assertThat(places(880_002)).containsExactly("2020-01-01 2026-03-01 00001", "2026-03-01 9999-12-31 00003");
        assertThat(places(880_003)).isEmpty();
        assertThat(places(880_004)).hasSize(2);
    }

    /** Of two moves in one poll each has made parts of its year; whoever never moved is nobody's matter. */
    @Test
    void tellsOfAllYearsThatAnyOfItsMovesHasTouched(@Autowired StayTable stays, @Autowired Days days) {
        var told = new ArrayList<UnitYear>();
        var listener = new PlaceListener(stays, List.of(new Recording(told)), days);
        int now = days.today().getYear();
        var earlier = new ToldPlace(LocalDate.of(now - 1, 12, 1), "00002");
        var later = new ToldPlace(LocalDate.of(now, 1, 1), "00003");

        listener.on(List.of(
                told(880_011, 1, List.of(FIRST, earlier)),
                told(880_012, 1, null),
                told(880_011, 2, List.of(FIRST, earlier, later))));

        assertThat(told).containsExactlyInAnyOrder(new UnitYear(880_011, now - 1), new UnitYear(880_011, now));
    }

    private record Recording(List<UnitYear> told) implements FactObserver {

        @Override
        public void factsChanged(Collection<FactChange> changed) {}

        @Override
        public void placesChanged(Collection<UnitYear> changed) {
            told.addAll(changed);
        }
    }

    private static Event<UnitChanged> told(long unit, long version, @Nullable List<ToldPlace> places) {
        return new Event<>(
                UUID.randomUUID(),
                "organization.unit-changed.v1",
                "unit:" + unit,
                version,
                Instant.EPOCH,
                null,
                new UnitChanged(unit, places));
    }

    private List<String> places(long unit) {
        return jdbc.sql("select concat_ws(' ', from_on, to_on, path) from unit_stay where unit_id = :unit order by 1")
                .param("unit", unit)
                .query(String.class)
                .list();
    }
}
