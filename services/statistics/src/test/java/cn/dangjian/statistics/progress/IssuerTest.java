package cn.dangjian.statistics.progress;

import static cn.dangjian.statistics.progress.Dispatches.LATER;
import static cn.dangjian.statistics.progress.Dispatches.ids;
import static cn.dangjian.testkit.Province.CITY;
import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.OTHER_COUNTY;
import static cn.dangjian.testkit.Province.PROVINCE;
import static cn.dangjian.testkit.Province.SECOND_TOWNSHIP;
import static cn.dangjian.testkit.Province.SIBLING_COUNTY;
import static cn.dangjian.testkit.Province.TOWNSHIP;
import static cn.dangjian.testkit.Province.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.statistics.Said;
import cn.dangjian.statistics.TaskStandIn;
import cn.dangjian.testkit.Api;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the issuer of a dispatch sees of it, whatever has been heard here. */
class IssuerTest extends RunningStatistics {

    @Test
    void seesProgressOfNothingBeforeAnythingIsHeard() {
        long dispatch = dispatches.next();
        TaskStandIn.knows(dispatch, COUNTY, 5);

        for (long unit : List.of(COUNTY, CITY, PROVINCE)) {
            var progress = dispatches.progress(dispatch, unit, "");
            assertThat(progress.status()).as(progress.toString()).isEqualTo(200);
            assertThat(progress.json().path("complete").asBoolean()).isFalse();
            assertThat(progress.json().path("title").asString()).isEqualTo("整治村级活动场所");
            assertThat(progress.json()
                            .path("unit")
                            .path("figures")
                            .path("addressed")
                            .asInt())
                    .isZero();
            assertThat(progress.json().path("children")).isEmpty();
            assertThat(dispatches.units(dispatch, unit, "").json().path("items"))
                    .isEmpty();
            assertThat(dispatches.check(dispatch, unit).json().path("announced").asInt())
                    .isEqualTo(5);
        }
        assertThat(dispatches.progress(dispatch, COUNTY, "?unit=" + TOWNSHIP).status())
                .isEqualTo(200);
        assertThat(dispatches.progress(dispatch, COUNTY, "?tree=NOW").status()).isEqualTo(200);
    }

    @Test
    void aloneSeesItWithThoseAbove() {
        long dispatch = dispatches.next();
        TaskStandIn.knows(dispatch, COUNTY, 5);
        long missing = dispatches.next();

        for (long unit : List.of(TOWNSHIP, VILLAGE, SIBLING_COUNTY, OTHER_COUNTY)) {
            assertThat(dispatches.progress(dispatch, unit, "").status()).isEqualTo(404);
            assertThat(said(dispatches.progress(dispatch, unit, "")))
                    .isEqualTo(said(dispatches.progress(missing, unit, "")).replace("" + missing, "" + dispatch));
            assertThat(said(dispatches.units(dispatch, unit, "")))
                    .isEqualTo(said(dispatches.units(missing, unit, "")).replace("" + missing, "" + dispatch));
        }
    }

    @Test
    void seesThatNotAllIsCounted() {
        long dispatch = dispatches.next();
        broker.send(Said.dispatched(dispatch, COUNTY, LATER, 2), Said.addressed(dispatch, 1, List.of(VILLAGE)));
        dispatches.awaitAddressed(dispatch, COUNTY, 1);

        assertThat(dispatches
                        .progress(dispatch, COUNTY, "")
                        .json()
                        .path("complete")
                        .asBoolean())
                .isFalse();
        assertThat(dispatches
                        .progress(dispatch, COUNTY, "?unit=" + SECOND_TOWNSHIP)
                        .status())
                .isEqualTo(200);

        broker.send(Said.addressed(dispatch, 2, List.of(11112L)));

        await().atMost(Duration.ofSeconds(30)).until(() -> dispatches
                .progress(dispatch, COUNTY, "")
                .json()
                .path("complete")
                .asBoolean());
        assertThat(ids(dispatches.units(dispatch, COUNTY, "").json().path("items")))
                .containsExactly(VILLAGE, 11112L);
        assertThat(dispatches
                        .progress(dispatch, COUNTY, "?unit=" + SECOND_TOWNSHIP)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void isToldToComeBackWhileTaskDoesNotAnswer() {
        long dispatch = dispatches.next();
        TaskStandIn.breaksAt(dispatch);

        for (var answer : List.of(dispatches.progress(dispatch, COUNTY, ""), dispatches.units(dispatch, COUNTY, ""))) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("dispatch.unconfirmed");
            assertThat(answer.header("Retry-After")).isEqualTo("10");
        }
    }

    private static String said(Api.Answer answer) {
        return answer.body().replaceAll(",\"traceId\":\"[^\"]*\"", "");
    }
}
