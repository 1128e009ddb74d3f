package cn.dangjian.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What goes wrong at a desk: the page says what to do, keeps what was typed, and shows nothing that it may not. */
class ConsoleTroubleJourney extends AtTheConsole {

    @Test
    void goesOnWithTheNextTokenWhenOneHasExpired() {
        try (var visitor = visitor("VILLAGE")) {
            var refused = new AtomicInteger();
            visitor.page().route("**/notification/v1/inbox?*", route -> {
                if (refused.getAndIncrement() == 0)
                    route.fulfill(new Route.FulfillOptions()
                            .setStatus(401)
                            .setContentType("application/problem+json")
                            .setBody("{\"code\":\"token.invalid\",\"title\":\"\",\"detail\":\"\"}"));
                else route.resume();
            });

            visitor.goTo("#/inbox");
            visitor.awaitPage();

            assertThat(visitor.page().getByRole(AriaRole.TABLE)).isVisible();
            assertThat(refused.get()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void asksToSignInWhenTheSessionWasEndedElsewhereAndKeepsWhatWasTyped() {
        var clerk = clerk();
        try (var visitor = Visitor.signedIn(browser, house, clerk.login(), People.PASSWORD)) {
            visitor.goTo("#/dispatch-new");
            visitor.fill("标题", "写到一半的任务");
            assertThat(api.delete("/identity/v1/me/sessions")
                            .as(clerk.token())
                            .send()
                            .status())
                    .isEqualTo(204);

            visitor.click("预览：会派到谁");
            assertThat(visitor.page().locator("main")).containsText("登录已结束");
            assertThat(visitor.page().locator("header")).hasCount(0);
            visitor.signIn(clerk.login(), People.PASSWORD);

            assertThat(visitor.heading()).isEqualTo("派送新任务");
            assertThat(visitor.page().getByLabel("标题")).hasValue("写到一半的任务");
        }
    }

    /** The next one at the desk needs his own password, and finds nothing that was typed. */
    @Test
    void leavesNothingAtASharedDeskAfterSigningOut() {
        var clerk = clerk();
        try (var visitor = Visitor.signedIn(browser, house, clerk.login(), People.PASSWORD)) {
            visitor.goTo("#/dispatch-new");
            visitor.fill("标题", "不给别人看的任务");

            visitor.click("退出");
            assertThat(visitor.page().locator("main")).containsText("没有登录");
            assertThat(visitor.evaluate("sessionStorage.length")).isEqualTo("0");
            assertThat(visitor.cookies()).doesNotContain("dangjian-session");
            visitor.click("登录");
            assertThat(visitor.page().locator("input[name=password]")).isVisible();
        }
    }

    @Test
    void saysInItsPlaceThatAServiceIsAwayAndShowsTheRest() {
        try (var visitor = visitor("VILLAGE")) {
            house.service("statistics").kill();
            try {
                visitor.goTo("#/inbox");
                visitor.goTo("#/todo");
                assertThat(visitor.page().getByRole(AriaRole.ALERT).first()).containsText("服务暂不可用");
                assertThat(visitor.page().locator("main table").first()).isVisible();
            } finally {
                house.service("statistics").start();
                house.service("statistics").awaitHealthy();
                StartedHouse.awaitCalm();
            }
            visitor.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("重试"))
                    .first()
                    .click();
            assertThat(visitor.page().locator(".tiles").first()).isVisible();
            assertThat(visitor.page().getByRole(AriaRole.ALERT)).hasCount(0);
        }
    }

    /** The house has got newer pages since a browser kept the front page, with their modules or without. */
    @Test
    void opensPagesOfAnOlderVersionAnew() {
        try (var visitor = Visitor.signedIn(browser, house, people.at("VILLAGE"))) {
            String version = visitor.evaluate("document.querySelector('meta[name=version]').content");
            for (String kept : List.of("content=\"" + version, "/console/" + version + "/app.js")) {
                var opened = keepsAnOldPage(visitor, version, kept);

                visitor.goTo("");

                assertThat(opened).as(kept).hasValue(2);
                assertThat(visitor.evaluate("document.querySelector('meta[name=version]').content"))
                        .isEqualTo(version);
                assertThat(visitor.heading()).isEqualTo("今天要办");
                visitor.page().unroute(house.gatewayUrl() + "/");
                visitor.evaluate("sessionStorage.removeItem('console.opened-anew')");
            }
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    /** Nobody tells a browser that is signed out which version is today's: it finds out by itself. */
    @Test
    void opensPagesOfAnOlderVersionAnewForWhoeverIsSignedOut() {
        try (var visitor = new Visitor(house.gatewayUrl(), browser.stranger())) {
            visitor.page().navigate(house.gatewayUrl());
            String version = visitor.evaluate("document.querySelector('meta[name=version]').content");
            var opened = keepsAnOldPage(visitor, version, "content=\"" + version);

            visitor.page().navigate(house.gatewayUrl() + "/");

            await().atMost(Duration.ofSeconds(20))
                    .until(
                            () -> visitor.evaluate("document.querySelector('meta[name=version]')?.content"),
                            version::equals);
            assertThat(visitor.button("登录")).isVisible();
            // the old one, the one that is served, and the page anew
            assertThat(opened.get()).isGreaterThanOrEqualTo(2);
        }
    }

    /** The next time the browser opens the front page it is that of an older version; from then on the one that is served. */
    private AtomicInteger keepsAnOldPage(Visitor visitor, String version, String kept) {
        var opened = new AtomicInteger();
        visitor.page().route(house.gatewayUrl() + "/", route -> {
            if (opened.getAndIncrement() > 0) {
                route.resume();
                return;
            }
            var served = route.fetch();
            String page = served.text().replace(kept, kept.replace(version, "0123456789abcdef"));
            route.fulfill(new Route.FulfillOptions().setResponse(served).setBody(page));
        });
        return opened;
    }

    @Test
    void saysAtItsFieldWhatIsMissing() {
        try (var visitor = visitor("COUNTY")) {
            visitor.goTo("#/dispatch-new");
            visitor.fill("目标", "全部核实");
            visitor.click("派送");

            assertThat(visitor.page().locator("[aria-invalid=true]")).hasCount(3);
            assertThat(visitor.page().getByLabel("标题")).hasAttribute("aria-invalid", "true");
            assertThat(visitor.page().getByLabel("目标")).hasValue("全部核实");
            assertThat(ConsoleJourney.seriousHindrances(visitor)).isEmpty();
        }
    }

    @Test
    void changesThePostAndShowsNothingMoreWhenItHasEnded() {
        var county = people.at("COUNTY");
        var township = people.at("TOWNSHIP");
        String superior = people.token("CITY");
        var clerk = clerk();
        var me = api.get("/identity/v1/me").as(clerk.token()).send().json();
        var second = secondPost(superior, me.path("id").asLong(), township.unit());
        var third = secondPost(
                superior, me.path("id").asLong(), people.at("VILLAGE").unit());

        try (var visitor = Visitor.signedIn(browser, house, clerk.login(), People.PASSWORD)) {
            assertThat(visitor.heading()).isEqualTo("任务派送");
            visitor.click("换岗位");
            // one that ended since the page was read is refused, in words, and one stays where one is
            var posts = visitor.page().getByLabel("岗位");
            String old = posts.inputValue();
            end(superior, third);
            posts.selectOption(String.valueOf(third));
            assertThat(visitor.page().getByRole(AriaRole.ALERT).first()).isVisible();
            assertThat(posts).hasValue(old);

            posts.selectOption(String.valueOf(second));
            assertThat(visitor.page().locator("main h1")).hasText("待审核");

            end(superior, second);
            awaitOut(visitor);
            assertThat(visitor.page().locator("main table")).hasCount(0);
            visitor.signIn(clerk.login(), People.PASSWORD);
            assertThat(visitor.page().locator("header")).containsText(county.unitName());

            end(superior, me.path("post").asLong());
            awaitOut(visitor);
            assertThat(visitor.page().locator("main table")).hasCount(0);
        }
    }

    /** Within two seconds all services know; it is found out on the way to a page, or by a request of the page's own. */
    private static void awaitOut(Visitor visitor) {
        var places = List.of("#/todo", "#/inbox").iterator();
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    if (places.hasNext()) visitor.goOn(places.next());
                    return visitor.text().contains("登录已结束");
                });
    }

    private long secondPost(String superior, long account, long unit) {
        var made = post(
                superior,
                "posts",
                Map.of(
                        "account",
                        account,
                        "unit",
                        unit,
                        "duty",
                        "clerk",
                        "from",
                        LocalDate.now(ZoneId.of("Asia/Shanghai")).toString()));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().path("post").asLong();
    }

    private void end(String superior, long post) {
        var ended = post(superior, "posts/" + post + "/end", Map.of("reason", "调离"));
        assertThat(ended.status()).as(ended.toString()).isEqualTo(200);
    }

    @Test
    void hearsOnOneStreamForAllTabsAndLosesNothingWhenOneClosesOrPushIsAway() {
        var tasks = new Tasks(house.gatewayUrl());
        String county = people.token("COUNTY");
        try (var first = visitor("VILLAGE")) {
            var opened = new AtomicInteger();
            first.page().context().onRequest(request -> {
                if (request.url().endsWith("/push/v1/stream")) opened.incrementAndGet();
            });
            first.reload();
            var second = first.page().context().newPage();
            second.navigate(house.gatewayUrl());
            second.locator("main#main[aria-busy=false] h1").waitFor();

            tasks.dispatch(county, "两个页面都听到");
            assertThat(first.page().locator(".notes")).containsText("两个页面都听到");
            assertThat(second.locator(".notes")).containsText("两个页面都听到");
            assertThat(opened.get()).isEqualTo(1);

            first.page().close();
            tasks.dispatch(county, "关掉一个还听到");
            assertThat(second.locator(".notes")).containsText("关掉一个还听到");
            assertThat(second.locator(".notes p").filter(new Locator.FilterOptions().setHasText("两个页面都听到")))
                    .hasCount(1);

            house.service("push").kill();
            try {
                tasks.dispatch(county, "推送停用期间派送");
            } finally {
                house.service("push").start();
                house.service("push").awaitHealthy();
            }
            assertThat(second.locator(".notes"))
                    .containsText("推送停用期间派送", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        }
    }

    private Api.Answer post(String token, String path, Object body) {
        return api.post("/identity/v1/" + path, body).as(token).key().send();
    }
}
