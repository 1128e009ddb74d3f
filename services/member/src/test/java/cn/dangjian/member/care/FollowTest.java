package cn.dangjian.member.care;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.member.person.standing.Happening;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is open of somebody goes with him to the unit to which he comes. */
@ServiceTest
class FollowTest {

    private static final long THERE = Province.OTHER_VILLAGE;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @Autowired
    Standings standings;

    @Autowired
    TransactionTemplate transaction;

    private Persons persons;
    private long member;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
        member = persons.member("迁居");
    }

    private void move() {
        var arrived = Happening.arrived(new MemberId(member), new UnitId(THERE), LocalDate.of(2026, 3, 1));
        transaction.executeWithoutResult(status -> standings.record(List.of(arrived), "account:1", Instant.now()));
    }

    private void assertFollowed(String path) {
        assertThat(persons.get(Province.VILLAGE, path).status())
                .as("whoever has lost him")
                .isEqualTo(404);
        assertThat(persons.get(THERE, path).status()).isEqualTo(200);
    }

    @Test
    void whoIsSearchedForIsStoppedWhereHeBelongs() {
        long id = persons.lost(member, "2025-01-31");
        persons.post(
                Province.TOWNSHIP,
                "/v1/lost-cases/" + id + "/confirmation",
                Map.of("day", "2025-03-01", "document", "虚委1号"));

        move();

        assertFollowed("/v1/lost-cases/" + id);
        persons.post(THERE, "/v1/lost-cases/" + id + "/stop-proposal", Map.of("note", "仍无音讯"));
        assertThat(persons.post(
                                Province.OTHER_TOWNSHIP,
                                "/v1/lost-cases/" + id + "/stop",
                                Map.of("day", "2026-04-01", "document", "虚委2号"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsProposedAgainstHimStaysProposed() {
        long id = persons.handling(member, "CORRECTION");

        move();

        assertFollowed("/v1/handlings/" + id);
    }

    @Test
    void hisStayHasAnotherOrigin() {
        long id = persons.floating(member, Province.SECOND_VILLAGE);

        move();

        assertFollowed("/v1/floatings/" + id);
        assertThat(persons.get(Province.SECOND_VILLAGE, "/v1/floatings/" + id)
                        .json()
                        .at("/floating/unit")
                        .asLong())
                .isEqualTo(THERE);
    }

    @Test
    void whatIsClosedStaysWhereItWasDecided() {
        long id = persons.handling(member, "CORRECTION");
        persons.post(Province.VILLAGE, "/v1/handlings/" + id + "/withdrawal", Map.of("reason", "事实不清"));

        move();

        assertThat(persons.get(Province.VILLAGE, "/v1/handlings/" + id).status())
                .isEqualTo(200);
        assertThat(persons.get(THERE, "/v1/handlings/" + id).status()).isEqualTo(404);
    }
}
