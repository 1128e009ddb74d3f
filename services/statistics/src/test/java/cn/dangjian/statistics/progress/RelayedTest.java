package cn.dangjian.statistics.progress;

import static cn.dangjian.testkit.Province.COUNTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.statistics.Said;
import cn.dangjian.testkit.EventSchemas;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The states of relayed tasks in the figures, and dates that were moved. */
class RelayedTest extends RunningStatistics {

    private static final String LONG_AGO = "2026-01-05T10:00:00Z";
    private static final String FAR_AWAY = "2099-12-31T15:59:59Z";

    private String figures(long dispatch) {
        return dispatches.progress(dispatch, COUNTY, "").json().at("/unit/figures").properties().stream()
                .filter(figure -> figure.getValue().asInt() > 0)
                .map(figure -> figure.getValue().asString() + " " + figure.getKey())
                .collect(Collectors.joining(" "));
    }

    private void awaitFigures(long dispatch, String figures) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(figures(dispatch)).isEqualTo(figures));
    }

    @Test
    void whatIsBrokenDownOrWithAReviewerIsCountedAndWhatIsWithdrawnIsNeverLate() {
        long dispatch = dispatches.next();
        broker.send(
                Said.dispatched(dispatch, COUNTY, LONG_AGO, 5),
                Said.addressed(dispatch, 1, List.of(11111L, 11112L, 11113L, 11121L, 11122L)),
                Said.changed(dispatch, 11111, 2, "BROKEN_DOWN"),
                Said.changed(dispatch, 11112, 2, "WORKING"),
                Said.changed(dispatch, 11113, 4, "IN_REVIEW"),
                Said.changed(dispatch, 11121, 2, "WITHDRAWN"));

        awaitFigures(dispatch, "5 addressed 5 pending 3 signed 1 handedIn 1 submitted 1 withdrawn 3 overdue");

        for (var each : List.of("overdue 3", "withdrawn 1", "submitted 1", "signed 3")) {
            var figure = each.split(" ", -1);
            assertThat(dispatches
                            .units(dispatch, COUNTY, "state=" + figure[0])
                            .json()
                            .path("items"))
                    .as(each)
                    .hasSize(Integer.parseInt(figure[1]));
        }
        assertThat(dispatches.check(dispatch, COUNTY).json().path("mismatches")).isEmpty();
        assertThat(dispatches.rebuild(dispatch).json().path("corrected").asInt())
                .isZero();
        broker.send(Said.changed(dispatch, 11121, 3, "SIGNED"));
        awaitFigures(dispatch, "5 addressed 5 pending 4 signed 1 handedIn 1 submitted 4 overdue");
    }

    @Test
    void theNewDateHoldsWhateverIsHeardFirst() {
        for (boolean before : List.of(true, false)) {
            long dispatch = dispatches.next();
            var moved = Said.moved(dispatch, 2, FAR_AWAY);
            EventSchemas.validate("task.dispatch-changed.v1", moved);
            if (before) broker.send(moved);
            broker.send(Said.dispatched(dispatch, COUNTY, LONG_AGO, 1), Said.addressed(dispatch, 1, List.of(11111L)));
            if (!before) {
                awaitFigures(dispatch, "1 addressed 1 pending 1 overdue");
                broker.send(moved);
            }
            awaitFigures(dispatch, "1 addressed 1 pending");
        }
    }
}
