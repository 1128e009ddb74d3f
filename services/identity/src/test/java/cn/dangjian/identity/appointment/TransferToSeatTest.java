package cn.dangjian.identity.appointment;

import static cn.dangjian.identity.appointment.Seating.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api.Answer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferToSeatTest extends AtASeat {

    @Test
    void movesAPersonOntoASeatWithWhichTheNewPostEnds() {
        seating.hear(seating.seat(1, null, TODAY.plusDays(10)));

        var moved = transfer(person.post(), Map.of());

        assertThat(moved.status()).as(moved.body()).isEqualTo(201);
        assertThat(moved.json().path("seat").asLong()).isEqualTo(seating.seat);
        long post = moved.json().path("post").asLong();
        assertThat(seating.row(post)).isEqualTo(new Seating.Row(true, true, TODAY.plusDays(9), null));
        assertThat(seating.row(person.post()).active()).isFalse();
        seating.hear(seating.seat(2, null, TODAY));
        assertThat(seating.row(post)).isEqualTo(new Seating.Row(false, false, TODAY.minusDays(1), "seat"));
    }

    @Test
    void movesAPersonOntoASeatOnADayToCome() {
        seating.hear(seating.seat(1, null, null, TODAY.plusDays(3)));

        assertThat(transfer(person.post(), Map.of()).problem()).isEqualTo("appointment.days");
        var moved = transfer(person.post(), Map.of("from", TODAY.plusDays(3)));

        assertThat(moved.json().path("planned").asBoolean()).as(moved.body()).isTrue();
        assertThat(seating.row(person.post())).isEqualTo(new Seating.Row(true, true, TODAY.plusDays(2), "transfer"));
    }

    @Test
    void refusesASeatThatEndedOrThatNobodyHasHeardOfAndEndsNothing() {
        long elsewhere = Seating.next();
        seating.hear(seating.seat(1, null, TODAY));
        seating.hear(Seating.event(elsewhere, 1, 11121, null, TODAY, null));

        assertThat(transfer(person.post(), Map.of()).problem()).isEqualTo("appointment.seat-ended");
        var unknown = transfer(person.post(), Map.of("seat", 987_654_321));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.problem()).isEqualTo("appointment.seat-unknown");
        assertThat(transfer(person.post(), Map.of("seat", elsewhere)).problem()).isEqualTo("appointment.seat-unknown");
        for (Object wrong : new Object[] {0, -4, "x"}) {
            assertThat(transfer(person.post(), Map.of("seat", wrong)).status()).isEqualTo(400);
        }
        unmoved();
    }

    @Test
    void refusesASeatOfSomebodyElse() {
        var other = fixtures.anActiveAccountAt(11113);
        seating.hear(seating.seat(1, other.account(), null));
        assertThat(transfer(person.post(), Map.of()).problem()).isEqualTo("appointment.seat-taken");

        seating.hear(seating.seat(2, null, null));
        seating.appointed(other, Map.of());

        assertThat(transfer(person.post(), Map.of()).problem()).isEqualTo("appointment.seat-taken");
        unmoved();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 40})
    void refusesDaysBeyondThoseOfTheSeat(int days) {
        seating.hear(seating.seat(1, null, TODAY.plusDays(10)));

        assertThat(transfer(person.post(), Map.of("until", TODAY.plusDays(days)))
                        .problem())
                .isEqualTo("appointment.days");
        assertThat(transfer(person.post(), Map.of("from", TODAY.plusDays(days))).problem())
                .isEqualTo("appointment.days");
        unmoved();
    }

    @Test
    void changesADutyOnTheSameSeatAtOnceButNotLater() {
        seating.hear(seating.seat(1, null, null));
        long post = seating.appointed(person, Map.of());

        assertThat(transfer(post, Map.of("duty", "treasurer", "from", TODAY.plusDays(3)))
                        .problem())
                .isEqualTo("appointment.seat-taken");
        assertThat(seating.row(post).untilDay()).isNull();
        var changed = transfer(post, Map.of("duty", "treasurer"));

        assertThat(changed.status()).as(changed.body()).isEqualTo(201);
        assertThat(changed.json().path("seat").asLong()).isEqualTo(seating.seat);
        assertThat(seating.row(post).live()).isFalse();
    }

    @Test
    void knowsNothingOfSeatsOfOtherCounties() {
        long theirs = Seating.next();
        seating.hear(Seating.event(theirs, 1, 12111, null, TODAY, null));

        assertThat(transfer(person.post(), Map.of("seat", theirs)).problem()).isEqualTo("appointment.seat-unknown");
        assertThat(transfer(person.post(), Map.of("seat", theirs, "unit", 12111))
                        .problem())
                .isEqualTo("appointment.unit-unknown");
        unmoved();
    }

    private void unmoved() {
        assertThat(seating.row(person.post())).isEqualTo(new Seating.Row(true, true, null, null));
        assertThat(jdbc.sql("select count(*) from post where account = ?")
                        .param(person.account())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private Answer transfer(long post, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>();
        body.put("unit", Seating.UNIT);
        body.put("duty", "secretary");
        body.put("from", TODAY.toString());
        body.put("seat", seating.seat);
        more.forEach((key, value) -> body.put(key, value instanceof LocalDate day ? day.toString() : value));
        return api.post("/v1/posts/" + post + "/transfer", body)
                .as(fixtures.token(county))
                .key()
                .send();
    }
}
