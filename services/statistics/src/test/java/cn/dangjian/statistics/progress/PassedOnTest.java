package cn.dangjian.statistics.progress;

import static cn.dangjian.statistics.progress.Dispatches.LATER;
import static cn.dangjian.statistics.progress.Dispatches.YESTERDAY;
import static cn.dangjian.statistics.progress.Dispatches.assertPartsAddUp;
import static cn.dangjian.statistics.progress.Dispatches.ids;
import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.SECOND_TOWNSHIP;
import static cn.dangjian.testkit.Province.SIBLING_TOWNSHIP;
import static cn.dangjian.testkit.Province.TOWNSHIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.statistics.Said;
import cn.dangjian.testkit.EventSchemas;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where a dispatch stands of which a part went to heirs. */
class PassedOnTest extends RunningStatistics {

    /** 11111 is merged into 11112, which has it too; 11121 into 11113 of the other township, which has not. */
    private long passedOn(String deadline) {
        long dispatch = dispatches.next();
        var passed = Said.passed(dispatch, 11121, 11113, 3, "SIGNED");
        EventSchemas.validate("task.assignment-changed.v1", passed);
        broker.send(
                passed,
                Said.dispatched(dispatch, COUNTY, deadline, 3),
                Said.changed(dispatch, 11111, 2, "MERGED"),
                Said.addressed(dispatch, 1, List.of(11111L, 11112L, 11121L)),
                Said.changed(dispatch, 11121, 2, "SIGNED"),
                Said.delivered(dispatch, 1, List.of(11111L, 11112L, 11121L), List.of()));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(figures(dispatch, COUNTY, ""))
                .isEqualTo("3 addressed 3 delivered 1 signed 1 merged"));
        return dispatch;
    }

    private String figures(long dispatch, long unit, String query) {
        var view = dispatches.progress(dispatch, unit, query).json();
        return shown(view.path("unit"));
    }

    private static String shown(JsonNode unit) {
        return String.join(
                " ",
                unit.path("figures").properties().stream()
                        .filter(figure -> figure.getValue().asInt() > 0)
                        .map(figure -> figure.getValue().asString() + " " + figure.getKey())
                        .toList());
    }

    @Test
    void itIsCountedAtTheHeirAndNothingTwice() {
        long dispatch = passedOn(LATER);

        assertThat(figures(dispatch, TOWNSHIP, "")).isEqualTo("3 addressed 3 delivered 1 signed 1 merged");
        var township = dispatches.progress(dispatch, TOWNSHIP, "").json();
        assertThat(ids(township.path("children"))).containsExactly(11111L, 11112L, 11113L);
        assertPartsAddUp(township);
        assertPartsAddUp(dispatches.progress(dispatch, COUNTY, "").json());
        assertThat(figures(dispatch, 11113, "")).isEqualTo("1 addressed 1 delivered 1 signed");
        assertThat(ids(dispatches
                        .units(dispatch, COUNTY, "state=addressed")
                        .json()
                        .path("items")))
                .containsExactly(11111L, 11112L, 11113L);
        assertThat(ids(dispatches.units(dispatch, COUNTY, "state=merged").json().path("items")))
                .containsExactly(11111L);
        var check = dispatches.check(dispatch, COUNTY).json();
        assertThat(check.path("announced").asInt()).isEqualTo(3);
        assertThat(check.path("addressed").asInt()).isEqualTo(3);
        assertThat(check.path("mismatches")).isEmpty();
        assertThat(dispatches.rebuild(dispatch).json().path("corrected").asInt())
                .isZero();
    }

    @Test
    void whoHadItSeesThatItHasNothingLeft() {
        long dispatch = passedOn(LATER);

        assertThat(dispatches.progress(dispatch, SECOND_TOWNSHIP, "").status()).isEqualTo(200);
        assertThat(figures(dispatch, SECOND_TOWNSHIP, "")).isEmpty();
        assertThat(dispatches
                        .units(dispatch, SECOND_TOWNSHIP, "state=addressed")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(dispatches.progress(dispatch, SIBLING_TOWNSHIP, "").status()).isEqualTo(404);
    }

    @Test
    void whatIsMergedIsNotOverdue() {
        long dispatch = passedOn(LATER);
        jdbc.update("update dispatch set deadline = ? where id = ?", YESTERDAY.substring(0, 10), dispatch);

        assertThat(figures(dispatch, COUNTY, "")).isEqualTo("3 addressed 3 delivered 1 signed 1 merged 2 overdue");
        assertThat(ids(dispatches
                        .units(dispatch, COUNTY, "state=overdue")
                        .json()
                        .path("items")))
                .containsExactly(11112L, 11113L);
    }
}
