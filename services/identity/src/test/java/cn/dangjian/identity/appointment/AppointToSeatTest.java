package cn.dangjian.identity.appointment;

import static cn.dangjian.identity.appointment.Seating.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AppointToSeatTest extends AtASeat {

    @Test
    void givesNoPostBeforeTheSeatBegins() {
        seating.hear(seating.seat(1, null, null, TODAY.plusDays(3)));

        assertThat(seating.appoint(person, Map.of()).problem()).isEqualTo("appointment.days");
        assertThat(seating.appoint(person, Map.of("from", TODAY.plusDays(3))).status())
                .isEqualTo(201);
    }

    @Test
    void givesNoPostThatBeginsAfterTheSeatsLastDay() {
        seating.hear(seating.seat(1, null, TODAY.plusDays(10)));

        assertThat(seating.appoint(person, Map.of("from", TODAY.plusDays(10))).problem())
                .isEqualTo("appointment.days");
        assertThat(seating.appoint(person, Map.of("from", TODAY.plusDays(9))).status())
                .isEqualTo(201);
    }

    @Test
    void refusesASeatThatEndedOrThatNobodyHasHeardOf() {
        long elsewhere = Seating.next();
        seating.hear(seating.seat(3, null, TODAY));
        seating.hear(seating.seat(2, null, null));
        seating.hear(Seating.event(elsewhere, 1, 11121, null, TODAY, null));

        assertThat(seating.appoint(person, Map.of()).problem()).isEqualTo("appointment.seat-ended");
        assertThat(seating.appoint(person, Map.of("seat", 987_654_321)).problem())
                .isEqualTo("appointment.seat-unknown");
        assertThat(seating.appoint(person, Map.of("seat", elsewhere)).problem()).isEqualTo("appointment.seat-unknown");
        assertThat(seating.appoint(person, Map.of("seat", 0)).status()).isEqualTo(400);
        assertThat(seating.appoint(person, Map.of("seat", -4)).status()).isEqualTo(400);
        assertThat(seating.appoint(person, Map.of("seat", "x")).status()).isEqualTo(400);
        assertThat(posts()).isOne();
    }

    @Test
    void givesASeatOnlyToItsOwnAccountAndOnlyOnce() {
        var other = fixtures.anActiveAccountAt(11113);
        seating.hear(seating.seat(1, other.account(), null));
        assertThat(seating.appoint(person, Map.of()).problem()).isEqualTo("appointment.seat-taken");

        seating.hear(seating.seat(2, person.account(), null));
        seating.appointed(person, Map.of());
        var again = seating.appoint(person, Map.of("duty", "treasurer"));

        assertThat(again.problem()).isEqualTo("appointment.seat-taken");
        assertThat(posts()).isEqualTo(2);
    }

    @Test
    void knowsNothingOfSeatsOfOtherCounties() {
        var otherCounty = fixtures.anActiveAccountAt(121);
        var other = fixtures.anActiveAccountAt(12111);
        seating.hear(seating.seat(1, null, null));

        var refused = seating.appoint(otherCounty, other, Map.of("unit", 12111));

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.problem()).isEqualTo("appointment.seat-unknown");
    }

    private long posts() {
        return jdbc.sql("select count(*) from post where account = ?")
                .param(person.account())
                .query(Long.class)
                .single();
    }
}
