package cn.dangjian.platform.cases.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.testkit.Province;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to cases without a person: a rule asks, and those of a unit that has ended go on with its heir. */
class HandOverTest extends Permits {

    private static final long HEIR = Province.THIRD_VILLAGE;
    private static final Instant AT = Instant.parse("2026-03-01T17:00:00Z");

    @Autowired
    CaseStore store;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Directory directory;

    private Map<String, List<Long>> handOver(long from) {
        return transaction.execute(
                status -> store.handOver(new UnitId(from), new UnitId(HEIR), "并入" + HEIR, "account:17", AT));
    }

    private long version(long id) {
        return jdbc.sql("select version from case_file where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    @Test
    void theHeirTakesItOnAndTheJournalSaysSo() {
        long id = asked();

        assertThat(handOver(OTHER)).containsExactly(Map.entry("permits", List.of(id)));

        assertThat(take(OTHER, id, Permit.AGREED).problem()).isEqualTo("permit.unknown");
        assertThat(take(HEIR, id, Permit.AGREED).status()).isEqualTo(200);
        var entry = api.get("/v1/permits/" + id + "/journal")
                .as(tokens.at(VILLAGE))
                .send()
                .json()
                .path(1);
        assertThat(entry.path("step").asString()).isEqualTo("HANDED_OVER");
        assertThat(entry.path("state").asString()).isEqualTo("ASKED");
        assertThat(entry.path("note").asString()).isEqualTo("并入11113");
        assertThat(entry.path("day").asString()).as("where the province is").isEqualTo("2026-03-02");
        assertThat(entry.path("subject").asString()).isEqualTo("account:17");
        assertThat(entry.path("unit").isNull()).isTrue();
    }

    @Test
    void isHandedOverOnEitherSideAndOnce() {
        long id = asked();
        long second = ask(TOWNSHIP, OTHER, VILLAGE, true).json().path("id").asLong();

        assertThat(handOver(VILLAGE)).isEqualTo(Map.of("permits", List.of(id), "secret-permits", List.of(second)));
        assertThat(handOver(VILLAGE)).isEmpty();

        assertThat(version(id)).isEqualTo(2);
        assertThat(jdbc.sql("select unit_id, other_unit_id from case_file order by id")
                        .query()
                        .listOfRows())
                .extracting(row -> List.of(row.get("unit_id"), row.get("other_unit_id")))
                .containsExactly(List.of(HEIR, OTHER), List.of(OTHER, HEIR));
    }

    @Test
    void whatIsClosedStaysWhereItWas() {
        long id = asked();
        take(OTHER, id, Permit.AGREED);
        take(COUNTY, id, Permit.GIVEN, "document", "1号");

        assertThat(handOver(VILLAGE)).isEmpty();

        assertThat(take(HEIR, id, Permit.REMARKED).problem()).isEqualTo("permit.unknown");
    }

    @Test
    void aRuleAsksAndWhatFollowsIsInTheHandsOfPeople() {
        var village = directory.named(List.of(VILLAGE)).getFirst();
        var permits = store.of(Permit.KIND);

        long id = transaction.execute(status -> permits.ask(Permit.State.ASKED, village, "请核实", "permits", AT));

        var journal = api.get("/v1/permits/" + id + "/journal")
                .as(tokens.at(VILLAGE))
                .send()
                .json();
        assertThat(journal).hasSize(1);
        assertThat(journal.at("/0/step").asString()).isEqualTo("ASKED");
        assertThat(journal.at("/0/note").asString()).isEqualTo("请核实");
        assertThat(journal.at("/0/subject").asString()).isEqualTo("permits");
        assertThat(journal.at("/0/unit").isNull()).isTrue();
        assertThat(take(OTHER, id, Permit.REMARKED).problem()).isEqualTo("permit.unknown");
        assertThat(take(VILLAGE, id, Permit.REMARKED).status()).isEqualTo(200);
        assertThat(catchThrowable(() ->
                        transaction.execute(status -> permits.ask(Permit.State.GIVEN, village, "已办", "permits", AT))))
                .as("nobody has decided anything")
                .isInstanceOf(IllegalArgumentException.class);
    }
}
