package cn.dangjian.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 台账: a county keeps a question, its township opens it on its own part, and nobody types a number. */
class ConsoleLedgerJourney extends AtTheConsole {

    private static final String NAME = "虚构台账";

    @Test
    void aCountyKeepsAQuestionThatItsTownshipOpensOnItsOwnPart() throws IOException {
        try (var county = visitor("COUNTY")) {
            county.goTo("#/figures");
            county.follow("台账");
            county.fill("名称", NAME);
            var form = county.page().locator("form[data-form=ledger]");
            form.getByLabel("每行一个").selectOption("VILLAGE");
            form.getByLabel("指标 1").selectOption("member.members");
            form.getByLabel("指标 2").selectOption("dues.collected");
            form.getByLabel("下级可看各自的部分").check();
            county.click("建立");
            county.awaitPage();
            county.follow(NAME);

            var rows = rowsOf("COUNTY");
            assertThat(county.page().locator("main tbody tr"))
                    .hasCount(Math.min(50, rows.path("items").size()));
            var first = rows.at("/items/0");
            assertThat(county.page().locator("main tbody tr").first())
                    .containsText(first.path("name").asString());
            assertThat(county.page()
                            .locator("main tbody tr")
                            .first()
                            .locator("td")
                            .nth(1))
                    .containsText(first.at("/figures/0/value").asString());
            var file = county.page().waitForDownload(() -> county.click("导出 CSV"));
            assertThat(Files.readString(file.path()))
                    .contains(NAME, first.path("name").asString());
            assertThat(ConsoleJourney.seriousHindrances(county))
                    .as("what axe finds")
                    .isEmpty();
            assertThat(county.complaints()).isEmpty();
        }
        try (var township = visitor("TOWNSHIP")) {
            township.goTo("#/ledgers");
            assertThat(township.row(NAME)).containsText("上级共享");
            assertThat(township.row(NAME).getByRole(AriaRole.BUTTON)).hasCount(0);
            township.follow(NAME);

            int rows = rowsOf("TOWNSHIP").path("items").size();
            assertThat(rows).isPositive();
            assertThat(township.page().locator("main tbody tr")).hasCount(rows);
        }
        try (var county = visitor("COUNTY")) {
            county.goTo("#/ledgers");
            county.row(NAME).getByRole(AriaRole.BUTTON).click();
            assertThat(county.page().locator("main")).not().containsText(NAME);
            county.reload();
            assertThat(county.text()).doesNotContain(NAME);
        }
    }

    /** The newest ledger, as the API says it. */
    private JsonNode rowsOf(String tier) {
        String token = people.token(tier);
        long id = api.get("/statistics/v1/ledgers")
                .as(token)
                .send()
                .json()
                .at("/items/0/id")
                .asLong();
        return api.get("/statistics/v1/ledgers/" + id + "/rows?limit=50")
                .as(token)
                .send()
                .json()
                .path("rows");
    }
}
