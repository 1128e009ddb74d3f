package cn.dangjian.member.person.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class StandingRaceTest {

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

    /** A transaction that has read something already does not derive from what it saw before it held the person. */
    @Test
    void forgetsNothingThatSomebodyElseHasWrittenDownMeanwhile() {
        province.settle();
        var persons = new Persons(api, tokens);
        long id = persons.member("同时");
        var who = new MemberId(id);

        transaction.executeWithoutResult(status -> {
            assertThat(standings.periods(who)).isNotEmpty();
            var died = CompletableFuture.supplyAsync(() -> persons.post(
                            Province.VILLAGE,
                            "/v1/members/" + id + "/events",
                            Map.of("what", "DIED", "day", "2026-01-31", "reason", "病故")))
                    .join();
            assertThat(died.status()).as(died.toString()).isEqualTo(201);
            standings.record(
                    List.of(Happening.classed(who, MemberClass.RETIRED, LocalDate.of(2026, 1, 1))),
                    "account:1",
                    Instant.now());
        });

        assertThat(standings.on(who, LocalDate.of(2026, 2, 1)).orElseThrow().status())
                .isEqualTo(Status.DIED);
        assertThat(standings.on(who, LocalDate.of(2026, 1, 1)).orElseThrow().memberClass())
                .isEqualTo(MemberClass.RETIRED);
    }
}
