package cn.dangjian.statistics.figure.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who makes, opens, changes and drops ledgers, and what is none. */
class LedgerAccessTest extends LedgersOfACounty {

    @Test
    void unitsBelowOpenWhatIsSharedOnTheirOwnPart() {
        long shared = made(county, "VILLAGE", true);
        long kept = made(county, "VILLAGE", false);
        long own = made(township, "VILLAGE", true);

        assertThat(units(township, "/" + shared + "/rows")).containsExactly(village, other);
        assertThat(units(third, "/" + shared + "/rows")).containsExactly(third);
        assertThat(get(township, "/" + shared + "/export?format=CSV").body().lines())
                .hasSize(9);
        assertThat(json(township, "").path("items").findValuesAsString("id"))
                .containsExactly(String.valueOf(own), String.valueOf(shared));
        assertThat(json(county, "").path("items").findValuesAsString("id"))
                .containsExactly(String.valueOf(kept), String.valueOf(shared));
        assertThat(json(elsewhere, "").path("items")).isEmpty();
        for (String path : List.of("", "/rows", "/export?format=CSV")) {
            assertThat(get(township, "/" + kept + path).problem()).isEqualTo("ledger.unknown");
            assertThat(get(elsewhere, "/" + shared + path).problem()).isEqualTo("ledger.unknown");
            assertThat(get(second, "/" + own + path).problem()).isEqualTo("ledger.unknown");
        }
    }

    private Api.Answer change(long unit, long id, Map<String, Object> ledger, String tag) {
        return api.put("/v1/ledgers/" + id, ledger)
                .as(tokens.at(unit))
                .ifMatch(tag)
                .send();
    }

    @Test
    void onlyTheUnitThatOwnsItChangesOrDropsIt() {
        long id = made(county, "VILLAGE", true);
        String path = "/v1/ledgers/" + id;
        var other = asking("另一本", List.of("org.covered", "member.members", "org.covered"), "TOWNSHIP", true);

        assertThat(change(township, id, other, "\"1\"").problem()).isEqualTo("ledger.not-yours");
        assertThat(change(elsewhere, id, other, "\"1\"").status()).isEqualTo(404);
        assertThat(api.delete(path).as(tokens.at(township)).send().problem()).isEqualTo("ledger.not-yours");
        assertThat(api.delete(path).as(tokens.at(elsewhere)).send().status()).isEqualTo(404);
        var changed = change(county, id, other, "\"1\"");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.json().path("measures").toString()).isEqualTo("[\"org.covered\",\"member.members\"]");
        assertThat(units(county, "/" + id + "/rows")).containsExactly(township, second);
        assertThat(change(county, id, other, "\"1\"").status()).isEqualTo(412);
        assertThat(api.delete(path)
                        .as(tokens.at(county))
                        .ifMatch("\"1\"")
                        .send()
                        .status())
                .isEqualTo(412);
        assertThat(api.delete(path)
                        .as(tokens.at(county))
                        .ifMatch("\"2\"")
                        .send()
                        .status())
                .isEqualTo(204);
        assertThat(get(county, "/" + id).status()).isEqualTo(404);
        assertThat(jdbc.queryForObject("select count(*) from ledger_measure where ledger_id = ?", Long.class, id))
                .isZero();
    }

    @Test
    void aLedgerThatIsSentTwiceIsMadeOnce() {
        for (int i = 0; i < 2; i++)
            assertThat(api.post("/v1/ledgers", asking("一本", MEASURES, "VILLAGE", false))
                            .as(tokens.at(county))
                            .key("ledger-sent-twice-" + county)
                            .send()
                            .status())
                    .isEqualTo(201);

        assertThat(json(county, "").path("items")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "一本, 1, nothing, VILLAGE, figure.measure-unknown",
        "一本, 0, org.covered, VILLAGE, body.invalid",
        "一本, 21, org.covered, VILLAGE, body.invalid",
        "一本, 1, '', VILLAGE, body.invalid",
        "一本, 1, org.covered, COUNTY, ledger.tier-not-below",
        "一本, 1, org.covered, PROVINCE, ledger.tier-not-below",
        "一本, 1, org.covered, GROUP, ledger.tier-not-below",
        "' ', 1, org.covered, VILLAGE, body.invalid",
        "'\u200b\u2060', 1, org.covered, VILLAGE, body.invalid",
        "LONG, 1, org.covered, VILLAGE, body.invalid",
    })
    void whatIsNoLedgerIsRefusedAndStoresNothing(String name, int times, String measure, String tier, String problem) {
        String typed = name.equals("LONG") ? "名".repeat(101) : name;

        assertThat(make(county, asking(typed, Collections.nCopies(times, measure), tier, true))
                        .problem())
                .isEqualTo(problem);

        assertThat(jdbc.queryForObject("select count(*) from ledger where unit_id = ?", Long.class, county))
                .isZero();
    }
}
