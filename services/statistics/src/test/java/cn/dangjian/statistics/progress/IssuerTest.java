package cn.dangjian.statistics.progress;

import static cn.dangjian.statistics.progress.Dispatches.LATER;
import static cn.dangjian.statistics.progress.Dispatches.YESTERDAY;
import static cn.dangjian.statistics.progress.Dispatches.figures;
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
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.neighbours.TaskStandIn;
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
    void strangersAreToldTheSameOfADayAsOfADispatchThatIsNotThere() {
        long dispatch = dispatches.underWay(LATER);
        long missing = dispatches.next();

        for (String query :
                List.of("?tree=2001-01-01", "?tree=2999-01-01", "?tree=NOW", "?tree=yesterday", "?tree=NOW&by=LINE"))
            for (var door : List.of("", "/units")) {
                var answer = progress(dispatch, door + query);
                assertThat(said(answer))
                        .as(door + query)
                        .isEqualTo(said(progress(missing, door + query))
                                .replace("/" + missing + "/", "/" + dispatch + "/"));
                assertThat(answer.status()).isIn(400, 403, 404);
            }
        assertThat(dispatches.progress(dispatch, COUNTY, "?tree=2001-01-01").problem())
                .isEqualTo("progress.tree-day-outside");
    }

    private Api.Answer progress(long dispatch, String rest) {
        return api.get("/v1/dispatches/" + dispatch + "/progress" + rest)
                .as(tokens.at(OTHER_COUNTY))
                .send();
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
    void seesTheWholeOfItWhenUnitsHaveMovedAway() {
        long dispatch = dispatches.underWay(YESTERDAY);
        var before = figures(dispatches.progress(dispatch, COUNTY, "").json().path("unit"));
        move(TOWNSHIP, COUNTY, SIBLING_COUNTY);
        try {
            var county = dispatches.progress(dispatch, COUNTY, "").json();
            assertThat(figures(county.path("unit"))).isEqualTo(before);
            assertThat(county.path("complete").asBoolean()).isTrue();
            assertThat(ids(county.path("children"))).containsExactly(SECOND_TOWNSHIP);
            assertThat(county.path("elsewhere").path("addressed").asInt()).isEqualTo(3);
            assertThat(county.path("elsewhere").path("overdue").asInt()).isEqualTo(2);
            assertThat(ids(dispatches.units(dispatch, COUNTY, "").json().path("items")))
                    .containsExactly(11121L, 11122L);
            move(SECOND_TOWNSHIP, COUNTY, SIBLING_COUNTY);
            var nobody = dispatches.progress(dispatch, COUNTY, "");
            assertThat(nobody.status()).as(nobody.toString()).isEqualTo(200);
            assertThat(figures(nobody.json().path("unit"))).isEqualTo(before);
            assertThat(nobody.json().path("children")).isEmpty();
            assertThat(dispatches.units(dispatch, COUNTY, "").json().path("items"))
                    .isEmpty();
            assertThat(dispatches.progress(dispatch, COUNTY, "?tree=NOW").status())
                    .isEqualTo(200);
            var city = dispatches.progress(dispatch, CITY, "").json();
            assertThat(figures(city.path("unit"))).isEqualTo(before);
            assertThat(city.path("elsewhere").isNull()).isTrue();
            assertThat(dispatches.progress(dispatch, OTHER_COUNTY, "").status()).isEqualTo(404);
            assertThat(figures(dispatches
                            .progress(dispatch, SIBLING_COUNTY, "")
                            .json()
                            .path("unit")))
                    .isEqualTo(before);
        } finally {
            move(TOWNSHIP, SIBLING_COUNTY, COUNTY);
            move(SECOND_TOWNSHIP, SIBLING_COUNTY, COUNTY);
        }
    }

    /** Units and what is counted at them, as after the event of a move. */
    private void move(long township, long from, long to) {
        String place = Province.path(township);
        String end = place.substring(place.length() - 5);
        jdbc.update(
                "update unit set path = concat(?, substring(path, ?)) where path like concat(?, '%')",
                Province.path(to) + end, Province.path(from).length() + 6, Province.path(from) + end);
        for (long dispatch : jdbc.queryForList("select distinct dispatch from fact", Long.class))
            dispatches.rebuild(dispatch);
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
