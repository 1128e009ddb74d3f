package cn.dangjian.organization.tree.change;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static cn.dangjian.organization.tree.change.Changes.establish;
import static cn.dangjian.organization.tree.change.Changes.merge;
import static cn.dangjian.organization.tree.change.Changes.newUnit;
import static cn.dangjian.organization.tree.change.Changes.part;
import static cn.dangjian.organization.tree.change.Changes.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.organization.tree.period.Midnight;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.ServiceTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Units with members end, if it is said who takes them over; the house is told. */
@ServiceTest
class HeirsTest extends TenDays {

    private static final String TYPE = "organization.unit-changed.v1";
    private static final String DOCUMENT = "虚组〔2026〕1号";

    @Autowired
    Broker broker;

    private long withMembers(String code) {
        long unit = unit(code);
        jdbc.sql("insert into member_count (unit_id, full_members, probationary, retired, version) values"
                        + " (:unit, 2, 1, 0, 1)")
                .param("unit", unit)
                .update();
        return unit;
    }

    private static Map<String, Object> abolish(long unit, long membersTo) {
        return Map.of("type", "ABOLISH", "unit", unit, "membersTo", membersTo);
    }

    /** What was said of a unit, as soon as it is this. */
    private JsonNode told(long unit, Predicate<JsonNode> as) {
        var found = await().until(
                        () -> broker.heardOf(TYPE).stream()
                                .filter(event -> event.at("/data/id").asLong() == unit && as.test(event.path("data")))
                                .reduce((before, after) -> after),
                        java.util.Optional::isPresent)
                .orElseThrow();
        EventSchemas.validate(TYPE, found.toString());
        return found.path("data");
    }

    private static void assertThatItIs(JsonNode said, long unit, LocalDate from) {
        assertThat(said.path("unit").asLong()).isEqualTo(unit);
        assertThat(said.path("from").asString()).isEqualTo(from.toString());
        assertThat(said.path("document").asString()).isEqualTo(DOCUMENT);
    }

    @Test
    void aMergeTellsToWhomTheMembersGo() {
        long merged = withMembers("0101100201");
        long into = unit("0101100202");

        made(merge(List.of(merged), into), TODAY);

        var told = told(merged, data -> data.hasNonNull("validTo"));
        assertThatItIs(told.path("membersTo"), into, TODAY);
        assertThat(told.path("membersTo").hasNonNull("parts")).isFalse();
        assertThat(told.at("/heir/unit").asLong()).isEqualTo(into);
        assertThat(told(into, data -> true).hasNonNull("membersTo")).isFalse();
    }

    @Test
    void anAbolishedUnitNamesAnHeirOrKeepsItsMembers() {
        long gone = withMembers("0101100201");
        long heir = unit("0101100202");

        refused(Changes.abolish(gone), TODAY, 409, "change.still-open");
        refused(abolish(gone, gone), TODAY, 422, "change.under-itself");
        refused(abolish(gone, unit("0101100")), TODAY, 422, "change.no-members");
        refused(abolish(gone, 4_711_000), TODAY, 404, "unit.unknown");
        var day = TODAY.plusDays(2);
        made(abolish(gone, heir), day);

        assertThat(broker.heardOf(TYPE).stream()
                        .filter(event -> event.at("/data/id").asLong() == gone)
                        .noneMatch(event -> event.path("data").hasNonNull("membersTo")))
                .isTrue();
        var midnight = new Midnight(tree, jdbc);
        midnight.strike(day);
        var told = told(gone, data -> data.hasNonNull("membersTo"));
        midnight.backToToday();
        assertThatItIs(told.path("membersTo"), heir, day);
        assertThat(told.path("validTo").asString()).isEqualTo(day.toString());
        assertThat(told.hasNonNull("heir"))
                .as("figures of the past stay where they were")
                .isFalse();
        assertThat(get("/v1/units/" + heir + "/lineage").get(0).path("reason").asString())
                .isEqualTo("ABOLISHED");
    }

    @Test
    void anAbolishedUnitTellsByWhichDocumentItEnded() {
        long gone = unit("0101100201");

        made(Changes.abolish(gone), TODAY);

        var told = told(gone, data -> data.hasNonNull("validTo"));
        assertThat(told.at("/ending/document").asString()).isEqualTo(DOCUMENT);
        assertThat(told.at("/ending/from").asString()).isEqualTo(TODAY.toString());
        assertThat(told.hasNonNull("membersTo")).isFalse();
    }

    @Test
    void nobodyIsAMemberOfAFunctionalHeir() {
        long gone = withMembers("0101100201");
        made(establish(unit("0101100"), code("0101100-C"), "虚构产业链", "CHAIN_BRANCH"), TODAY.minusDays(3));
        long chain = unit("0101100-C");
        made(establish(unit("0101100"), code("0101100-B"), "虚构支部", "BRANCH"), TODAY.minusDays(3));
        long branch = withMembers("0101100-B");

        refused(abolish(gone, chain), TODAY, 422, "change.no-members");
        refused(merge(List.of(branch), chain), TODAY, 409, "change.still-open");
        made(abolish(gone, branch), TODAY);
    }

    @Test
    void aSplitTellsTheFirstPartAndAllOfThem() {
        long origin = withMembers("0101100201");
        var parts = List.of(
                Map.<String, Object>of("unit", newUnit(code("0101100211"), "虚构东村", null), "children", List.of()),
                part(code("0101100212"), "虚构西村", List.of()));

        made(split(origin, false, parts), TODAY);

        long east = unit("0101100211");
        long west = unit("0101100212");
        var told = told(origin, data -> data.hasNonNull("membersTo"));
        assertThatItIs(told.path("membersTo"), east, TODAY);
        assertThat(told.at("/membersTo/parts")
                        .valueStream()
                        .map(part -> part.path("unit").asLong() + " "
                                + part.path("code").asString()))
                .containsExactly(east + " " + code("0101100211"), west + " " + code("0101100212"));
        assertThatItIs(told(west, data -> true).path("origin"), origin, TODAY);
    }

    @Test
    void aPartOfAUnitThatGoesOnSaysWhereItComesFrom() {
        long origin = withMembers("0101100201");

        made(split(origin, true, List.of(part(code("0101100213"), "虚构新村", List.of()))), TODAY);

        assertThatItIs(told(unit("0101100213"), data -> true).path("origin"), origin, TODAY);
    }
}
