package cn.dangjian.organization.tree.change;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static cn.dangjian.organization.tree.change.Changes.merge;
import static cn.dangjian.organization.tree.change.Changes.rename;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.ServiceTest;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happened before the import is written down late; what happened on one day is told with each document. */
@ServiceTest
class LateMergeTest extends TenDays {

    private long periods() {
        return jdbc.sql("select count(*) from unit_period where valid_from < :day")
                .param("day", TODAY.minusDays(100))
                .query(Long.class)
                .single();
    }

    @Test
    void aMergeIsWrittenDownForADayBeforeTheImport() {
        long gone = unit("0101100201");
        long heir = unit("0101100202");
        var day = TODAY.minusDays(400);
        long before = periods();
        var unexplained = new HashMap<>(Changes.body(merge(List.of(gone), heir), day));
        unexplained.remove("reason");
        assertThat(api.post("/v1/changes", unexplained)
                        .as(tokens.at(unit("")))
                        .key()
                        .send()
                        .problem())
                .isEqualTo("change.reason-missing");

        var proposed = changes.propose("", merge(List.of(gone), heir), day);
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
        assertThat(periods()).as("nothing is supposed before it is approved").isEqualTo(before);
        var approved = changes.decide("", proposed.json().path("id").asLong(), "approval");

        assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
        var ended = get("/v1/units/" + gone + "/history").at("/items/0");
        assertThat(ended.path("ended").asBoolean()).isTrue();
        assertThat(ended.path("validFrom").asString()).isEqualTo(day.toString());
        assertThat(ended.path("document").asString()).isEqualTo("虚组〔2026〕1号");
        assertThat(get("/v1/changes/" + proposed.json().path("id").asLong())
                        .path("reason")
                        .asString())
                .isEqualTo("补办");
        assertThat(on(gone, day.minusDays(1)).path("name").asString()).isNotEmpty();
        assertThat(get("/v1/units/" + heir + "/lineage").at("/0/day").asString())
                .isEqualTo(day.toString());
        assertThat(children(unit("0101100"), TODAY)).doesNotContain("0101100201");
    }

    @Test
    void aTownshipIsMergedWithItsVillagesBeforeTheImport() {
        long gone = unit("0121200");
        long heir = unit("0101100");

        made(merge(List.of(gone), heir), TODAY.minusDays(30));

        assertThat(children(heir, TODAY)).contains("0121200201", "0121200202", "0101100201");
        assertThat(children(gone, TODAY.minusDays(31))).contains("0121200201");
    }

    @Test
    void aLateMergeThatIsRefusedLeavesNothingBehind() {
        long before = periods();
        var day = TODAY.minusDays(300);
        var proposed = changes.propose("", merge(List.of(unit("0101100201")), unit("0101100202")), day);

        var refused = changes.decide("", proposed.json().path("id").asLong(), "refusal");

        assertThat(refused.json().path("state").asString()).isEqualTo("REFUSED");
        assertThat(periods()).isEqualTo(before);
        refused(merge(List.of(unit("0101100201")), unit("0121200")), day, 422, "change.wrong-tier");
        assertThat(periods()).isEqualTo(before);
    }

    @Test
    void theUnitsBelowOneAreThoseOfTodayIfNoDayIsNamed() {
        long town = unit("0101100");

        assertThat(get("/v1/units/" + town + "/children"))
                .isEqualTo(get("/v1/units/" + town + "/children?asOf=" + TODAY));
    }

    @Test
    void severalRenamesOfADayKeepTheirDocuments() {
        long village = unit("0101100201");
        var names = List.of("虚构甲村", "虚构乙村", "虚构丙村");

        for (String name : names) made(rename(village, name), TODAY.minusDays(3));

        var history = get("/v1/units/" + village + "/history").path("items");
        assertThat(history.valueStream().map(period -> period.path("name").asString()))
                .startsWith("虚构丙村", "虚构乙村", "虚构甲村")
                .hasSize(4);
        assertThat(history.valueStream().limit(3))
                .allSatisfy(
                        period -> assertThat(period.path("document").asString()).isEqualTo("虚组〔2026〕1号"));
        assertThat(history.at("/1/validTo").asString())
                .as("was called so on no day")
                .isEqualTo(history.at("/1/validFrom").asString());
        assertThat(on(village, TODAY.minusDays(3)).path("name").asString()).isEqualTo("虚构丙村");
        var first = get("/v1/units/" + village + "/history?limit=2");
        var second = get("/v1/units/" + village + "/history?limit=2&cursor="
                + first.path("next").asString());
        assertThat(second.at("/items/0/name").asString()).isEqualTo("虚构甲村");
        assertThat(second.path("items")).hasSize(2);
    }
}
