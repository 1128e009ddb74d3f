package cn.dangjian.statistics.progress;

import static cn.dangjian.statistics.progress.Dispatches.LATER;
import static cn.dangjian.statistics.progress.Dispatches.YESTERDAY;
import static cn.dangjian.statistics.progress.Dispatches.assertPartsAddUp;
import static cn.dangjian.statistics.progress.Dispatches.figures;
import static cn.dangjian.statistics.progress.Dispatches.ids;
import static cn.dangjian.testkit.Province.CITY;
import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.PROVINCE;
import static cn.dangjian.testkit.Province.SECOND_TOWNSHIP;
import static cn.dangjian.testkit.Province.TOWNSHIP;
import static cn.dangjian.testkit.Province.VILLAGE;
import static cn.dangjian.testkit.Province.VILLAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.statistics.Said;
import cn.dangjian.testkit.EventSchemas;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressApiTest extends RunningStatistics {

    @Test
    void everyTierSeesItselfAndTheTierBelowAndTotalsAreSums() {
        long dispatch = dispatches.underWay(LATER);

        assertThat(figures(dispatches.progress(dispatch, VILLAGE, "").json().path("unit")))
                .isEqualTo("1 addressed 1 delivered 0 failed 0 pending 1 signed 1 handedIn 0 submitted 0 returned 1"
                        + " approved 0 merged 0 closed 0 withdrawn 0 overdue");
        var township = dispatches.progress(dispatch, TOWNSHIP, "").json();
        assertThat(figures(township.path("unit")))
                .isEqualTo("3 addressed 2 delivered 1 failed 0 pending 2 signed 1 handedIn 0 submitted 1 returned 1"
                        + " approved 0 merged 0 closed 0 withdrawn 0 overdue");
        assertThat(ids(township.path("children"))).containsExactly(11111L, 11112L, 11113L);
        var county = dispatches.progress(dispatch, COUNTY, "").json();
        assertThat(figures(county.path("unit")))
                .isEqualTo("5 addressed 3 delivered 1 failed 1 pending 2 signed 1 handedIn 0 submitted 1 returned 1"
                        + " approved 0 merged 0 closed 0 withdrawn 0 overdue");
        assertThat(ids(county.path("children"))).containsExactly(TOWNSHIP, SECOND_TOWNSHIP);
        for (long unit : List.of(CITY, PROVINCE)) {
            var view = dispatches.progress(dispatch, unit, "").json();
            assertThat(figures(view.path("unit"))).isEqualTo(figures(county.path("unit")));
            assertThat(view.path("children").size()).isEqualTo(1);
        }
        for (long unit : List.of(TOWNSHIP, COUNTY, CITY, PROVINCE)) {
            assertPartsAddUp(dispatches.progress(dispatch, unit, "").json());
        }
        assertThat(county.path("title").asString()).isEqualTo("整治村级活动场所");
        assertThat(county.path("number").asString()).isEqualTo("98-" + dispatch);
        assertThat(county.path("deadline").asString()).isEqualTo(LATER);
        assertThat(county.path("unit").path("tier").asString()).isEqualTo("COUNTY");
        assertThat(county.path("unit").path("own").isNull()).isTrue();
    }

    @Test
    void whatIsNotSubmittedAfterTheDeadlineIsOverdue() {
        long dispatch = dispatches.underWay(YESTERDAY);

        var county = dispatches.progress(dispatch, COUNTY, "").json();
        assertThat(county.path("unit").path("figures").path("overdue").asInt()).isEqualTo(4);
        assertThat(ids(dispatches
                        .units(dispatch, COUNTY, "state=overdue")
                        .json()
                        .path("items")))
                .containsExactly(11112L, 11113L, 11121L, 11122L);
        assertPartsAddUp(county);
    }

    @Test
    void aDateOfItsOwnIsKeptAlsoIfNothingElseWasHeardBefore() {
        long dispatch = dispatches.next();
        broker.send(Said.dispatched(dispatch, COUNTY, YESTERDAY, 1));
        broker.send(Said.changed(dispatch, 11112, 5, "RETURNED", "2099-01-01T00:00:00.123456Z"));
        dispatches.awaitAddressed(dispatch, COUNTY, 1);

        assertThat(dispatches
                        .units(dispatch, COUNTY, "")
                        .json()
                        .at("/items/0/dueAt")
                        .asString())
                .isEqualTo("2099-01-01T00:00:00.123456Z");
        assertThat(dispatches
                        .progress(dispatch, COUNTY, "")
                        .json()
                        .at("/unit/figures/overdue")
                        .asInt())
                .isZero();
    }

    @Test
    void whatWaitsForReviewIsSubmittedAndWhatIsApprovedIsHandedInToo() {
        long dispatch = dispatches.underWay(LATER);
        broker.send(Said.changed(dispatch, 11121, 3, "SUBMITTED"));
        await().untilAsserted(() -> assertThat(
                        figures(dispatches.progress(dispatch, COUNTY, "").json().path("unit")))
                .contains("2 handedIn 1 submitted 1 returned 1 approved"));

        assertThat(ids(dispatches
                        .units(dispatch, COUNTY, "state=submitted")
                        .json()
                        .path("items")))
                .containsExactly(11121L);
        assertThat(ids(dispatches
                        .units(dispatch, COUNTY, "state=handedIn")
                        .json()
                        .path("items")))
                .containsExactly(11111L, 11121L);
    }

    @Test
    void whatWasReturnedWithANewDateIsNotOverdueBeforeIt() {
        long dispatch = dispatches.underWay(YESTERDAY);
        var returned = Said.changed(dispatch, 11112, 5, "RETURNED", LATER);
        EventSchemas.validate("task.assignment-changed.v1", returned);
        broker.send(returned, Said.changed(dispatch, 11121, 5, "RETURNED", YESTERDAY));
        await().untilAsserted(() -> assertThat(dispatches
                        .progress(dispatch, COUNTY, "")
                        .json()
                        .at("/unit/figures/overdue")
                        .asInt())
                .isEqualTo(3));

        for (String query : List.of("", "?tree=NOW")) {
            var county = dispatches.progress(dispatch, COUNTY, query).json();
            assertPartsAddUp(county);
            assertPartsAddUp(dispatches.progress(dispatch, TOWNSHIP, query).json());
            assertThat(dispatches
                            .progress(dispatch, 11112, query)
                            .json()
                            .at("/unit/figures/overdue")
                            .asInt())
                    .isZero();
            assertThat(ids(dispatches
                            .units(dispatch, COUNTY, "state=overdue" + query.replace('?', '&'))
                            .json()
                            .path("items")))
                    .containsExactly(11113L, 11121L, 11122L);
        }
        var listed = dispatches
                .units(dispatch, COUNTY, "state=returned")
                .json()
                .path("items")
                .path(0);
        assertThat(listed.path("dueAt").asString()).isEqualTo(LATER);

        broker.send(Said.changed(dispatch, 11112, 6, "SUBMITTED", LATER));
        await().untilAsserted(() -> assertThat(dispatches
                        .progress(dispatch, COUNTY, "")
                        .json()
                        .at("/unit/figures/handedIn")
                        .asInt())
                .isEqualTo(2));
        assertThat(dispatches
                        .progress(dispatch, COUNTY, "")
                        .json()
                        .at("/unit/figures/overdue")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void aUnitThatIsAddressedItselfCountsBesideThoseBelow() {
        long dispatch = dispatches.next();
        broker.send(
                Said.dispatched(dispatch, COUNTY, LATER, 2), Said.addressed(dispatch, 1, List.of(TOWNSHIP, VILLAGE)));
        dispatches.awaitAddressed(dispatch, COUNTY, 2);

        var township = dispatches.progress(dispatch, TOWNSHIP, "").json();
        assertThat(township.path("unit").path("figures").path("addressed").asInt())
                .isEqualTo(2);
        assertThat(township.path("unit").path("own").path("addressed").asInt()).isEqualTo(1);
        assertThat(ids(township.path("children"))).containsExactly(VILLAGE);
        var county = dispatches.progress(dispatch, COUNTY, "").json();
        assertThat(county.path("children")
                        .path(0)
                        .path("figures")
                        .path("addressed")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aUnitBelowCanBeNamed() {
        long dispatch = dispatches.underWay(LATER);

        var found =
                dispatches.progress(dispatch, CITY, "?unit=" + SECOND_TOWNSHIP).json();

        assertThat(found.path("unit").path("id").asLong()).isEqualTo(SECOND_TOWNSHIP);
        assertThat(ids(found.path("children"))).containsExactly(11121L, 11122L);
    }

    @Test
    void childrenAndUnitsComeInPages() {
        long dispatch = dispatches.underWay(LATER);

        var first = dispatches.progress(dispatch, TOWNSHIP, "?limit=2").json();
        var second = dispatches
                .progress(
                        dispatch,
                        TOWNSHIP,
                        "?limit=2&cursor=" + first.path("next").asString())
                .json();
        assertThat(ids(first.path("children"))).containsExactly(11111L, 11112L);
        assertThat(ids(second.path("children"))).containsExactly(11113L);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(figures(second.path("unit"))).isEqualTo(figures(first.path("unit")));

        var listed = new ArrayList<Long>();
        String cursor = "";
        do {
            var page = dispatches.units(dispatch, COUNTY, "limit=2" + cursor).json();
            listed.addAll(ids(page.path("items")));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        assertThat(listed).isEqualTo(VILLAGES);
    }

    @ParameterizedTest
    @CsvSource({
        "addressed, 11111 11112 11113 11121 11122",
        "delivered, 11111 11112 11121",
        "failed, 11113",
        "pending, 11122",
        "signed, 11111 11112",
        "unsigned, 11113 11121 11122",
        "handedIn, 11111",
        "submitted, ''",
        "returned, 11112",
        "approved, 11111",
        "overdue, ''"
    })
    void everyNumberIsExplainedDownToTheUnit(String state, String expected) {
        long dispatch = dispatches.underWay(LATER);

        var listed = dispatches.units(dispatch, COUNTY, "state=" + state).json().path("items");

        assertThat(String.join(" ", ids(listed).stream().map(String::valueOf).toList()))
                .isEqualTo(expected);
    }

    @Test
    void aListedUnitSaysWhatIsKnownOfIt() {
        long dispatch = dispatches.underWay(LATER);

        var failed = dispatches
                .units(dispatch, COUNTY, "state=failed")
                .json()
                .path("items")
                .path(0);

        assertThat(failed.path("assignment").asLong()).isEqualTo(11113);
        assertThat(failed.path("state").asString()).isEqualTo("ADDRESSED");
        assertThat(failed.path("delivery").asString()).isEqualTo("FAILED");
        assertThat(failed.path("reason").asString()).isEqualTo("unit-abolished");
    }

    @Test
    void theDocumentOfTheApiIsOpenToAll() {
        var document = api.get("/v3/api-docs").send();

        assertThat(document.status()).isEqualTo(200);
        assertThat(document.json().path("paths").propertyNames())
                .contains("/v1/dispatches/{id}/progress", "/v1/dispatches/{id}/check", "/v1/rebuilds");
    }
}
