package cn.dangjian.member.moving.floating;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.member.person.standing.EventKind;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A stay is over when nobody stays away any more. */
@ServiceTest
class FloatingEndTest {

    private static final long STAY = Province.SECOND_VILLAGE;
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

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
    private long id;

    @BeforeEach
    void units() {
        province.settle();
        persons = new Persons(api, tokens);
        member = persons.member("路终");
        id = persons.floating(member, STAY);
    }

    private JsonNode after(Happening happening) {
        transaction.executeWithoutResult(status -> standings.record(List.of(happening), "account:1", Instant.now()));
        return persons.get(STAY, "/v1/floatings/" + id).json();
    }

    @Test
    void endsWhenHeHasDied() {
        var seen = after(Happening.of(new MemberId(member), EventKind.DIED, DAY));

        assertThat(seen.at("/floating/state").asString()).isEqualTo("ENDED");
        assertThat(seen.at("/floating/dueOn").isNull()).isTrue();
        assertThat(seen.path("turn").isNull()).isTrue();
        assertThat(seen.path("journal").findValuesAsString("step")).containsExactly("REPORTED", "ENDED");
        assertThat(seen.at("/journal/1/note").asString()).isEqualTo("此人已不在册：去世");
        assertThat(seen.at("/journal/1/subject").asString()).isEqualTo("account:1");
    }

    @Test
    void endsWhenHeComesToBelongWhereHeStays() {
        var seen = after(Happening.arrived(new MemberId(member), new UnitId(STAY), DAY));

        assertThat(seen.at("/floating/state").asString()).isEqualTo("ENDED");
        assertThat(seen.at("/journal/1/note").asString()).isEqualTo("组织关系已转入流入地党组织");
    }

    @Test
    void goesOnWhenHeComesToBelongElsewhere() {
        var seen = after(Happening.arrived(new MemberId(member), new UnitId(Province.THIRD_VILLAGE), DAY));

        assertThat(seen.at("/floating/state").asString()).isEqualTo("REPORTED");
        assertThat(seen.at("/floating/unit").asLong()).isEqualTo(Province.THIRD_VILLAGE);
    }
}
