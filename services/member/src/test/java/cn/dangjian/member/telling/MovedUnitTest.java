package cn.dangjian.member.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.member.person.standing.EventKind;
import cn.dangjian.member.person.standing.Happening;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.testkit.Province;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Units that are written down or moved while the first one comes to them: he is added to what is above them now. */
class MovedUnitTest extends Heirs {

    /** Files that no other test has. */
    private static final long FILES = 71_000_000;

    @Autowired
    Standings standings;

    @Autowired
    TransactionTemplate transaction;

    /** Whoever moves it does not see whom somebody else is writing down just now. */
    @Test
    void isDueAlsoIfNobodyIsSeenThere() {
        long unit = village(Province.TOWNSHIP);

        broker.send(changed(unit, Province.SECOND_TOWNSHIP, 2, Map.of()));

        await().until(() -> told(unit) == 0);
    }

    @Test
    void isKeptWhereItStandsAlsoIfItIsBeingWrittenDown() {
        transaction.executeWithoutResult(status -> {
            long unit = village(Province.TOWNSHIP);
            CompletableFuture.runAsync(() -> arrive(unit)).join();
            await().until(() -> isTaken(unit));
        });
        long unit = next - 1;

        await().untilAsserted(() ->
                assertThat(keptAt(unit)).containsExactly(Province.path(Province.TOWNSHIP) + Province.segment(unit)));
    }

    private void arrive(long unit) {
        var who = new MemberId(FILES + unit);
        var day = LocalDate.of(2020, 1, 1);
        transaction.executeWithoutResult(status -> standings.record(
                List.of(Happening.of(who, EventKind.ADMITTED, day), Happening.arrived(who, new UnitId(unit), day)),
                "account:1",
                Instant.now()));
    }

    /** Whether somebody is telling of it, or has. */
    private boolean isTaken(long unit) {
        return jdbc.sql("select id from due where kind = 'counts' and id = ? for update skip locked")
                .param(unit)
                .query(Long.class)
                .list()
                .isEmpty();
    }

    private List<String> keptAt(long unit) {
        return jdbc.sql("select path from count_kept where unit_id = ?")
                .param(unit)
                .query(String.class)
                .list();
    }
}
