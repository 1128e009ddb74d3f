package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Repository;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What each tier opens in the morning: there, light, readable by everybody. */
class ConsoleJourney extends AtTheConsole {

    @ParameterizedTest
    @CsvSource({
        "VILLAGE, 今天要办, village",
        "TOWNSHIP, 待审核, township",
        "COUNTY, 任务派送, county",
        "CITY, 一套数, city",
        "PROVINCE, 一套数, ''",
        "MEMBER, 我的, member",
        "ADMINISTRATOR, 运行管理, operator"
    })
    void showsTheFirstScreenOfATier(String tier, String heading, String picture) {
        String cookies;
        try (var visitor = Visitor.signedIn(browser, house, account(tier))) {
            assertThat(visitor.heading()).isEqualTo(heading);
            assertThat(visitor.page().getByRole(AriaRole.ALERT).allInnerTexts())
                    .as("parts that are not there")
                    .isEmpty();
            assertThat(seriousHindrances(visitor)).as("what axe finds").isEmpty();
            keep(visitor, picture);
            assertThat(visitor.complaints()).isEmpty();
            cookies = visitor.cookies();
        }
        new FirstScreen(tier, house.gatewayUrl(), browser.withCookiesOf(cookies)).isLight();
    }

    @Test
    void isUsableAt320PixelsAndTwiceTheSize() {
        var narrow = new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(320, 640);
        try (var visitor = new Visitor(house.gatewayUrl(), browser.context(narrow))) {
            visitor.page().navigate(house.gatewayUrl());
            var account = account("VILLAGE");
            visitor.signIn(account.login(), account.password());

            for (String place : List.of("#/todo", "#/branch", "#/inbox", "#/figures", "#/account")) {
                visitor.goTo(place);
                assertThat(Integer.parseInt(visitor.evaluate("document.documentElement.scrollWidth")))
                        .as(place + " scrolls sideways")
                        .isLessThanOrEqualTo(320);
            }
            keep(visitor, "narrow");
            visitor.click("大字");
            visitor.goTo("#/todo");
            assertThat(Integer.parseInt(visitor.evaluate("document.documentElement.scrollWidth")))
                    .isLessThanOrEqualTo(320);
            assertThat(seriousHindrances(visitor)).isEmpty();
        }
    }

    @Test
    void speaksEnglishBySwitchAndIsReachedByKeyboard() {
        try (var visitor = Visitor.signedIn(browser, house, account("VILLAGE"))) {
            visitor.reload();
            visitor.page().keyboard().press("Tab");
            assertThat(visitor.evaluate("document.activeElement.textContent")).isEqualTo("跳到正文");
            visitor.page().keyboard().press("Enter");
            assertThat(visitor.evaluate("document.activeElement.id")).isEqualTo("main");

            // another page says its heading, a choice on a page leaves whoever chose where he is
            visitor.page().locator("nav a[href='#/inbox']").press("Enter");
            visitor.awaitPage();
            assertThat(visitor.evaluate("document.activeElement.tagName + document.activeElement.textContent"))
                    .isEqualTo("H1收件箱");
            visitor.goTo("#/figures");
            visitor.page().getByLabel("对比").focus();
            visitor.page().keyboard().press("ArrowDown");
            visitor.page().waitForURL("**compare=LAST_YEAR**");
            visitor.awaitPage();
            assertThat(visitor.evaluate("document.activeElement.tagName")).isEqualTo("SELECT");
            visitor.goTo("#/todo");

            visitor.click("English");
            visitor.awaitPage();

            assertThat(visitor.heading()).isEqualTo("To do today");
            assertThat(visitor.evaluate("document.documentElement.lang")).isEqualTo("en");
        }
    }

    @Test
    void showsWhatEachFieldOfWorkAndEachKindOfOrganisationHasAndDoes() {
        try (var visitor = Visitor.signedIn(browser, house, account("COUNTY"))) {
            visitor.goTo("#/figures");
            visitor.follow("按领域和组织类别看均衡度");
            assertThat(visitor.heading()).isEqualTo("均衡度");
            for (String group : List.of("SECTOR", "KIND")) {
                var members = api.get("/statistics/v1/figures?measure=member.members&group=" + group)
                        .as(people.token("COUNTY"))
                        .send()
                        .json()
                        .at("/figures/0/parts");
                assertThat(members).as(group).isNotEmpty();
                for (var part : members) {
                    String term = group.equals("KIND")
                            ? term(part)
                            : part.path("name").asString();
                    var cells = visitor.page().locator("tr:has(th:text-is('%s')) td".formatted(term));
                    assertThat(cells.nth(1).innerText())
                            .as(part.toString())
                            .isEqualTo(part.path("value").asString());
                    assertThat(cells.count()).isEqualTo(6);
                }
            }
            // of some there is a share
            assertThat(visitor.page()
                            .locator("td.h1, td.h2, td.h3, td.h4, td.h5")
                            .count())
                    .isPositive();
            assertThat(seriousHindrances(visitor)).as("what axe finds").isEmpty();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    /** Each step says its number, that it adds up, and what lies below. */
    @Test
    void goesFromANumberOfTheCountyDownToWhatAVillageHasSaid() {
        try (var visitor = Visitor.signedIn(browser, house, account("COUNTY"))) {
            visitor.goTo("#/figures?measure=member.members");
            visitor.follow("为什么是这个数");
            for (String tier : List.of("COUNTY", "TOWNSHIP", "VILLAGE")) {
                long unit = people.at(tier).unit();
                if (!tier.equals("COUNTY"))
                    visitor.page()
                            .locator("main td a[href='#/why?measure=member.members&unit=%d']".formatted(unit))
                            .click();
                String total = api.get("/statistics/v1/figures?measure=member.members&unit=" + unit)
                        .as(people.token("COUNTY"))
                        .send()
                        .json()
                        .at("/figures/0/total")
                        .asString();
                visitor.page()
                        .locator("main p:has-text('合计 %s '):has-text('分合相符')".formatted(total))
                        .waitFor();
            }
            assertThat(visitor.page()
                            .locator("main td:has-text('member.counts-changed.v1')")
                            .count())
                    .isPositive();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    /** What people call the kind of which a part is. */
    private String term(JsonNode part) {
        return api.get("/organization/v1/kinds")
                .as(people.token("COUNTY"))
                .send()
                .json()
                .path("kinds")
                .valueStream()
                .filter(kind -> kind.path("kind").equals(part.path("slot")))
                .findFirst()
                .orElseThrow()
                .path("term")
                .asString();
    }

    private House.Account account(String tier) {
        return tier.equals("ADMINISTRATOR") ? house.operator() : people.at(tier);
    }

    /** Serious and critical findings of axe, in words. */
    static String seriousHindrances(Visitor visitor) {
        visitor.evaluate(AXE);
        return visitor.evaluate("""
            axe.run(document, { resultTypes: ["violations"] }).then(found => found.violations
              .filter(each => each.impact === "serious" || each.impact === "critical")
              .map(each => each.id + " " + each.nodes.map(node => node.html).join(" ")).join("\\n"))\
            """);
    }

    private static final String AXE = axe();

    private static String axe() {
        try (InputStream in = Objects.requireNonNull(
                ConsoleJourney.class.getResourceAsStream("/axe.min.js"), "axe is not on the class path")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + ";0";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pictures of the docs are made here, where it is asked for: -Dpictures.write=true. */
    static void keep(Visitor visitor, String name) {
        if (name.isEmpty() || !Boolean.getBoolean("pictures.write")) return;
        if (visitor.page().viewportSize().width > 1000) visitor.page().setViewportSize(1000, 620);
        visitor.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(Repository.root().resolve("docs/console/" + name + ".png")));
    }
}
