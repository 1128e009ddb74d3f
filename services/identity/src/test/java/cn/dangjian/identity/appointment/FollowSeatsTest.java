package cn.dangjian.identity.appointment;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static cn.dangjian.identity.OAuth.accessToken;
import static cn.dangjian.identity.appointment.Seating.TODAY;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowSeatsTest extends AtASeat {

    @Test
    void hearsTheProducersExampleOnce() {
        String example = EventExamples.load("organization.seats-changed.v1");
        EventSchemas.validate("organization.seats-changed.v1", example);

        broker.send(example, example);
        broker.send(example);
        seating.hear(seating.seat(1, null, null));

        assertThat(jdbc.sql("select concat(unit, post, account, from_day, version) from seat where id = 41")
                        .query(String.class)
                        .list())
                .containsExactly("11111SECRETARY322026-03-022");
    }

    @Test
    void endsThePostAndItsAccessWhenNobodySitsThereAnyMore() {
        seating.hear(seating.seat(1, null, null));
        long post = seating.appointed(person, Map.of());
        String token = accessToken(oauth.signIn(person.login(), PASSWORD, Map.of("post", String.valueOf(post))));
        long before = authority();

        seating.hear(seating.seat(2, null, TODAY));

        assertThat(seating.row(post)).isEqualTo(new Seating.Row(false, false, TODAY.minusDays(1), "seat"));
        assertThat(authority()).isEqualTo(before + 1);
        assertThat(api.get("/v1/me").as(token).send().status()).isEqualTo(401);
        assertThat(announced("identity.access-changed.v1", "account:" + person.account()))
                .isEqualTo(before + 1);
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(broker.heardOf("identity.posts-changed.v1").stream()
                        .flatMap(event -> event.at("/data/posts").valueStream())
                        .filter(one -> one.path("post").asLong() == post)
                        .map(one -> one.path("active").asBoolean()))
                .containsExactly(true, false));
        // what he is elsewhere stays
        assertThat(oauth.signIn(person.login(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void takesTheSeatsLastDayAndMovesItWithTheSeat() {
        seating.hear(seating.seat(1, null, null));
        long post = seating.appointed(person, Map.of());
        assertThat(seating.row(post).untilDay()).isNull();

        seating.hear(seating.seat(2, null, TODAY.plusDays(10)));
        assertThat(seating.row(post)).isEqualTo(new Seating.Row(true, true, TODAY.plusDays(9), null));
        seating.hear(seating.seat(3, null, TODAY.plusDays(20)));
        assertThat(seating.row(post).untilDay()).isEqualTo(TODAY.plusDays(19));
        seating.hear(seating.seat(4, null, null));
        assertThat(seating.row(post).untilDay()).isNull();
    }

    @Test
    void letsAPostEndBeforeItsSeatButNotAfter() {
        seating.hear(seating.seat(1, null, TODAY.plusDays(10)));

        assertThat(seating.appoint(person, Map.of("until", TODAY.plusDays(10))).problem())
                .isEqualTo("appointment.days");
        long post = seating.appointed(person, Map.of("until", TODAY.plusDays(5)));
        seating.hear(seating.seat(2, null, TODAY.plusDays(30)));
        assertThat(seating.row(post).untilDay()).isEqualTo(TODAY.plusDays(5));
        assertThat(api.post(
                                "/v1/posts/" + post + "/end",
                                Map.of(
                                        "reason",
                                        "换届",
                                        "lastDay",
                                        TODAY.plusDays(40).toString()))
                        .as(fixtures.token(county))
                        .send()
                        .problem())
                .isEqualTo("appointment.days");
        seating.hear(seating.seat(3, null, TODAY.plusDays(3)));
        assertThat(seating.row(post).untilDay()).isEqualTo(TODAY.plusDays(2));
    }

    @Test
    void endsThePostOfAnAccountThatTheSeatDoesNotNameAnyMore() {
        seating.hear(seating.seat(1, null, null));
        long post = seating.appointed(person, Map.of());

        seating.hear(seating.seat(2, fixtures.anActiveAccountAt(11113).account(), null));

        assertThat(seating.row(post)).isEqualTo(new Seating.Row(false, false, TODAY, "seat"));
    }

    @Test
    void endsAPostThatHasNotBegunWithASeatThatNeverWill() {
        seating.hear(seating.seat(1, null, null, TODAY.plusDays(3)));
        long post = seating.appointed(person, Map.of("from", TODAY.plusDays(3)));

        seating.hear(seating.seat(2, null, TODAY.plusDays(3), TODAY.plusDays(3)));

        assertThat(seating.row(post).live()).isFalse();
    }

    @Test
    void leavesPostsThatFollowNoSeatAndAccountsAlone() {
        seating.hear(seating.seat(1, person.account(), null));

        seating.hear(seating.seat(2, person.account(), TODAY));

        assertThat(seating.row(person.post()).active()).isTrue();
        assertThat(authority()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void endsInTheSameStateHoweverEventsAreShuffledAndRepeated(long seed) {
        seating.hear(seating.seat(1, null, null));
        long post = seating.appointed(person, Map.of());
        var events = new ArrayList<>(List.of(
                seating.seat(2, null, TODAY.plusDays(30)),
                seating.seat(3, null, TODAY.plusDays(5)),
                seating.seat(4, null, TODAY.plusDays(8))));
        events.addAll(events);
        Collections.shuffle(events, new Random(seed));

        for (String event : events) broker.send(event);
        seating.hear(Seating.event(Seating.next(), 1, Seating.UNIT, null, TODAY, null));

        assertThat(seating.row(post)).isEqualTo(new Seating.Row(true, true, TODAY.plusDays(7), null));
    }

    private long authority() {
        return jdbc.sql("select authz_version from account where id = ?")
                .param(person.account())
                .query(Long.class)
                .single();
    }

    private long announced(String type, String key) {
        return jdbc.sql("select coalesce(max(version), 0) from outbox where type = :type and event_key = :key")
                .param("type", type)
                .param("key", key)
                .query(Long.class)
                .single();
    }
}
