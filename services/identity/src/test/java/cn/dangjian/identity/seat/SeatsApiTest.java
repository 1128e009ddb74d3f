package cn.dangjian.identity.seat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SeatsApiTest extends RunningIdentity {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    private SeatRepository repository;

    @Autowired
    private SettleSeats settleSeats;

    private Someone township;
    private Someone village;

    @BeforeEach
    void seats() {
        noSeats();
        township = fixtures.anActiveAccountAt(1111);
        village = fixtures.anActiveAccountAt(11111);
        seat(901, 11112, null, null);
        seat(902, 11111, null, null);
        seat(903, 11111, null, TODAY.plusDays(1));
        seat(904, 11111, null, TODAY);
        seat(905, 11113, 999_999L, null);
        seat(906, 11111, village.account(), null);
        seat(907, 1112, null, null);
        seat(908, 1111, null, null);
        settle();
    }

    @AfterEach
    void noSeats() {
        jdbc.sql("delete from seat where id between 901 and 999").update();
    }

    @Test
    void showsInTheOrderOfTheTreeWhoStillNeedsAccess() {
        assertThat(seats(township, 50)).containsExactly(908L, 902L, 903L, 901L, 905L);
        var shown = api.get("/v1/seats/without-access?limit=200")
                .as(fixtures.token(township))
                .send()
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("seat").asLong() == 902)
                .findFirst()
                .orElseThrow();
        assertThat(shown.path("post").asString()).isEqualTo("SECRETARY");
        assertThat(shown.path("unit").asLong()).isEqualTo(11111);
        assertThat(shown.path("unitName").asString()).startsWith("示范");
        assertThat(shown.path("account").isNull()).isTrue();
        assertThat(shown.has("path")).isFalse();
    }

    @Test
    void pagesWithoutAGapOrARepetition() {
        for (int limit = 1; limit <= 6; limit++) {
            assertThat(seats(township, limit)).as("limit " + limit).containsExactly(908L, 902L, 903L, 901L, 905L);
        }
        assertThat(api.get("/v1/seats/without-access?cursor=nonsense")
                        .as(fixtures.token(township))
                        .send()
                        .problem())
                .isEqualTo("cursor.invalid");
        assertThat(api.get("/v1/seats/without-access?limit=0")
                        .as(fixtures.token(township))
                        .send()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void leavesOutASeatFromWhichAPostFollowsUntilThatEnds() {
        jdbc.sql("update post set seat = 902 where id = ?")
                .param(village.post())
                .update();
        settle();
        assertThat(seats(township, 50)).containsExactly(908L, 903L, 901L, 905L);

        jdbc.sql("update post set live = null, active = false where id = ?")
                .param(village.post())
                .update();
        settle();

        // nor has the person of seat 906 a post there any more
        assertThat(seats(township, 50)).containsExactly(908L, 902L, 903L, 906L, 901L, 905L);
    }

    @Test
    void showsNothingToOthers() {
        assertThat(seats(fixtures.anActiveAccountAt(121), 50)).isEmpty();
        assertThat(seats(fixtures.anActiveAccountAt(1121), 50)).isEmpty();
        assertThat(seats(village, 50)).containsExactly(902L, 903L);
        assertThat(api.get("/v1/seats/without-access").send().status()).isEqualTo(401);
        assertThat(api.get("/v1/seats/without-access")
                        .as(fixtures.service("task"))
                        .send()
                        .status())
                .isEqualTo(403);
    }

    private List<Long> seats(Someone by, int limit) {
        var seats = new ArrayList<Long>();
        String cursor = "";
        do {
            var page = api.get("/v1/seats/without-access?limit=" + limit + "&cursor=" + cursor)
                    .as(fixtures.token(by))
                    .send()
                    .json();
            assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
            page.path("items").forEach(item -> seats.add(item.path("seat").asLong()));
            cursor = page.path("next").isNull() ? null : page.path("next").asString();
        } while (cursor != null);
        // other tests of this service leave seats behind
        return seats.stream().filter(seat -> seat > 900 && seat < 1000).toList();
    }

    @Test
    void leavesOutASeatThatEndsAtMidnightBeforeTheJobHasSeenIt() {
        jdbc.sql("update seat set to_day = :today where id = 902")
                .param("today", TODAY)
                .update();

        assertThat(seats(township, 50)).containsExactly(908L, 903L, 901L, 905L);
    }

    @Test
    void theJobForgetsWhereSeatsWaitedThatAreOver() {
        jdbc.sql("update seat set to_day = :today where id = 902")
                .param("today", TODAY)
                .update();

        settleSeats.settleOver();

        assertThat(jdbc.sql("select id from seat where id between 901 and 999 and waiting_path is not null order by id")
                        .query(Long.class)
                        .list())
                .containsExactly(901L, 903L, 905L, 907L, 908L);
    }

    @Test
    void aCursorOfSomebodyElseShowsNothingMore() {
        String cursor = api.get("/v1/seats/without-access?limit=1")
                .as(fixtures.token(township))
                .send()
                .json()
                .path("next")
                .asString();

        assertThat(api.get("/v1/seats/without-access?limit=200&cursor=" + cursor)
                        .as(fixtures.token(village))
                        .send()
                        .json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("unit").asLong()))
                .containsOnly(11111L);
    }

    /** These rows were written behind the back of the rooms that would have done it. */
    private void settle() {
        repository.settle(LongStream.rangeClosed(901, 908).boxed().toList(), TODAY);
    }

    private void seat(long id, long unit, @Nullable Long account, @Nullable LocalDate to) {
        jdbc.sql("""
            insert into seat (id, unit, post, account, from_day, to_day, version)
            values (:id, :unit, 'SECRETARY', :account, '2022-01-01', :to, 1)\
            """)
                .param("id", id)
                .param("unit", unit)
                .param("account", account)
                .param("to", to)
                .update();
    }
}
