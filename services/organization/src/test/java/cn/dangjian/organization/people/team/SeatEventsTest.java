package cn.dangjian.organization.people.team;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the house hears of seats. */
@ServiceTest
class SeatEventsTest {

    private static final String TYPE = "organization.seats-changed.v1";
    private static final LocalDate TODAY = House.today();
    private static final String VILLAGE = "0101100201";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AnnounceSeats announceSeats;

    House house;

    @BeforeEach
    void tree() {
        house = new House("33", api, tokens, jdbc);
        for (String table : new String[] {"team_term_change", "team_seat", "team_session", "team_quota"}) {
            jdbc.sql("delete from " + table).update();
        }
        assertThat(house.begin(VILLAGE, 11, TODAY.minusYears(1)).status()).isEqualTo(201);
    }

    private List<JsonNode> heard(long seat) {
        return broker.heardOf(TYPE).stream()
                .filter(event -> event.path("data").path("seat").asLong() == seat)
                .toList();
    }

    private List<JsonNode> heard(long seat, int times) {
        return Awaitility.await().until(() -> heard(seat), events -> events.size() >= times);
    }

    private void end(long seat, LocalDate on) {
        assertThat(house.post("0101", "/v1/seats/" + seat + "/end", "on", on.toString(), "reason", "调动")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aSeatIsToldWhenItIsTakenAndWhenItEnds() {
        long seat = house.seat(VILLAGE, "SECRETARY", "虚构甲", TODAY);
        end(seat, TODAY);

        var events = heard(seat, 2);

        assertThat(events).hasSize(2).allSatisfy(event -> EventSchemas.validate(TYPE, event.toString()));
        assertThat(events.getFirst().path("data").path("active").asBoolean()).isTrue();
        assertThat(events.getLast().path("data").path("active").asBoolean()).isFalse();
        assertThat(events.getLast().path("version").asLong()).isEqualTo(2);
        assertThat(events.getLast().toString()).doesNotContain("虚构甲");
    }

    @Test
    void anEndToComeIsToldAgainWhenItHasCome() {
        long seat = house.seat(VILLAGE, "SECRETARY", "虚构甲", TODAY.minusDays(9));
        end(seat, TODAY.plusDays(1));
        announceSeats.announce();
        assertThat(heard(seat, 2)).hasSize(2).last().satisfies(event -> assertThat(
                        event.path("data").path("active").asBoolean())
                .isTrue());

        jdbc.sql("update team_seat set to_on = :day, announce_on = :day where id = :id")
                .param("day", TODAY)
                .param("id", seat)
                .update();
        announceSeats.announce();
        announceSeats.announce();

        var events = heard(seat, 3);
        assertThat(events).hasSize(3);
        assertThat(events.getLast().path("data").path("active").asBoolean()).isFalse();
        assertThat(events.getLast().path("subject").isNull()).isTrue();
        assertThat(events.getLast().path("version").asLong()).isEqualTo(3);
        EventSchemas.validate(TYPE, events.getLast().toString());
    }

    @Test
    void aFirstDayToComeIsToldAgainWhenItHasCome() {
        long seat = house.seat(VILLAGE, "SECRETARY", "虚构甲", TODAY.plusDays(2));
        assertThat(heard(seat, 1).getFirst().path("data").path("active").asBoolean())
                .isFalse();

        jdbc.sql("update team_seat set from_on = :day, to_on = :end, announce_on = :day where id = :id")
                .param("day", TODAY)
                .param("end", TODAY.plusDays(5))
                .param("id", seat)
                .update();
        announceSeats.announce();

        assertThat(heard(seat, 2).getLast().path("data").path("active").asBoolean())
                .isTrue();
        assertThat(jdbc.sql("select announce_on from team_seat where id = :id")
                        .param("id", seat)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(TODAY.plusDays(5));
    }

    @Test
    void theNextTermTellsThatTheLastOnesSeatsHaveEnded() {
        String village = "0101100202";
        house.begin(village, 11, TODAY.minusYears(5));
        long seat = house.seat(village, "SECRETARY", "虚构甲", TODAY.minusYears(5));

        house.begin(village, 12, TODAY);

        assertThat(heard(seat, 2).getLast().path("data").path("active").asBoolean())
                .isFalse();
    }

    @Test
    void theExampleFitsTheSchema() {
        EventSchemas.validate(TYPE, EventExamples.load(TYPE));
        assertThat(EventSchemas.violations(TYPE, EventExamples.load(TYPE).replace("true", "\"yes\"")))
                .isNotEmpty();
    }
}
