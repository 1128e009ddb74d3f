package cn.dangjian.dues.match.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.dues.RunningDues;
import cn.dangjian.platform.directory.desk.Days;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each day's list is fetched when it is whole, whatever was fetched before and however long nobody has asked. */
class FetchBillsTest extends RunningDues {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    FetchBills bills;

    @Autowired
    Days days;

    /** The last day whose list providers have. */
    private LocalDate last() {
        return days.dayOf(days.now().minus(Duration.ofHours(10))).minusDays(1);
    }

    private void fetched(LocalDate day, LocalDateTime at) {
        jdbc.sql("delete from statement_due where day = ?").param(day).update();
        jdbc.sql("""
            insert into statement (source, name, day, unit_id, subject, at)
            values ('PROVIDER', ?, ?, 1, 'account:1', ?) on duplicate key update at = values(at)\
            """).params(day.toString(), day, at).update();
    }

    private boolean isFetchedSince(LocalDate day, LocalDateTime at) {
        return jdbc.sql("select count(*) from statement where source = 'PROVIDER' and name = ? and at > ?")
                        .params(day.toString(), at)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Test
    void fetchesADayAgainThatWasFetchedBeforeItWasOver() {
        var noon = last().atTime(4, 0);
        fetched(last(), noon);

        bills.askForDaysThatAreOver();

        await().atMost(PATIENCE).until(() -> isFetchedSince(last(), noon));
    }

    @Test
    void fetchesDaysOnWhichNobodyAsked() {
        var now = LocalDateTime.now(ZoneOffset.UTC);
        var missed = last().minusDays(3);
        fetched(last(), now);
        fetched(last().minusDays(4), now);
        jdbc.sql("delete from statement_due where day = ?").param(missed).update();
        jdbc.sql("update statement set name = concat('was', name) where source = 'PROVIDER' and name = ?")
                .param(missed.toString())
                .update();

        bills.askForDaysThatAreOver();

        assertThat(jdbc.sql("select count(*) from statement_due where day = ?")
                        .param(last())
                        .query(Integer.class)
                        .single())
                .as("what was whole is not fetched again")
                .isZero();
        await().atMost(PATIENCE).until(() -> isFetchedSince(missed, now.minusDays(1)));
    }
}
