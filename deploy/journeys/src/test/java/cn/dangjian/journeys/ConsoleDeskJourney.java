package cn.dangjian.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two at one desk, lists longer than a page, answers that were lost: only what was seen is sent, and as who it was written. */
class ConsoleDeskJourney extends AtTheConsole {

    private final Tasks tasks = new Tasks(house.gatewayUrl());

    /** What is waiting longer than a page is reached; a batch says what it did, also of rows that are gone by then. */
    @Test
    void reviewsWhatWasSeenOnAllPages() {
        String township = people.token("TOWNSHIP");
        var villages = people.activate("VILLAGE", people.at("TOWNSHIP").unit(), 2).stream()
                .map(People.Person::token)
                .toList();
        long dispatch = tasks.dispatch(township, "两个村都上报");
        var assignments =
                villages.stream().map(village -> handedIn(village, dispatch)).toList();
        try (var visitor = visitor("TOWNSHIP")) {
            visitor.page()
                    .route(
                            "**/task/v1/reviews?*",
                            route -> route.resume(new Route.ResumeOptions()
                                    .setUrl(route.request().url().replace("limit=50", "limit=1"))));
            visitor.goTo("#/reviews");
            var all = visitor.page().locator("main tbody").first().locator("tr");
            var rows = all.filter(new Locator.FilterOptions().setHasText("两个村都上报"));
            while (rows.count() < 2) {
                int before = all.count();
                visitor.button("更多").first().click();
                assertThat(all).hasCount(before + 1);
            }
            for (int row = 0; row < 2; row++)
                rows.nth(row).getByRole(AriaRole.CHECKBOX).check();
            assertThat(tasks.approve(township, assignments.getFirst()).status()).isEqualTo(200);
            // another answer than the one that was seen
            assertThat(tasks.sendBack(township, assignments.getLast()).status()).isEqualTo(200);
            assertThat(tasks.submit(villages.getLast(), assignments.getLast()).status())
                    .isEqualTo(201);

            visitor.click("通过所选 2 项");

            assertThat(visitor.page().locator("main")).containsText("已办 0 项，未办 2 项");
            assertThat(visitor.page().getByRole(AriaRole.ALERT)).hasCount(2);
            assertThat(state(township, assignments.getLast())).isEqualTo("SUBMITTED");
        }
    }

    private long handedIn(String village, long dispatch) {
        long assignment = await().until(() -> tasks.inbox(village, dispatch), items -> !items.isEmpty())
                .getFirst()
                .path("assignment")
                .asLong();
        assertThat(tasks.sign(village, assignment).status()).isEqualTo(200);
        assertThat(tasks.submit(village, assignment).status()).isEqualTo(201);
        return assignment;
    }

    private String state(String token, long assignment) {
        return api.get("/task/v1/assignments/" + assignment)
                .as(token)
                .send()
                .json()
                .path("state")
                .asString();
    }

    /** The answer of the first was lost; what is handed in after a return is another thing than what was handed in before. */
    @Test
    void handsInTheSameWordsAgainAfterAReturn() {
        long dispatch = tasks.dispatch(people.token("TOWNSHIP"), "退回后原文再报");
        try (var visitor = visitor("VILLAGE")) {
            visitor.goTo("#/todo");
            visitor.row("退回后原文再报")
                    .getByText("签收", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(visitor.row("退回后原文再报")).containsText("上报");
            visitor.follow("退回后原文再报");
            var lost = new AtomicBoolean();
            visitor.page().route("**/submissions", route -> {
                if (lost.getAndSet(true)) route.resume();
                else {
                    route.fetch();
                    route.abort();
                }
            });
            write(visitor);
            visitor.click("上报");
            assertThat(visitor.page().getByRole(AriaRole.ALERT).first()).containsText("没有连上平台");
            String token = people.token("VILLAGE");
            long assignment =
                    tasks.inbox(token, dispatch).getFirst().path("assignment").asLong();
            assertThat(state(token, assignment)).isEqualTo("SUBMITTED");
            assertThat(tasks.sendBack(people.token("TOWNSHIP"), assignment).status())
                    .isEqualTo(200);

            visitor.reload();
            visitor.click("上报");

            assertThat(visitor.page().locator("main dl")).containsText("已上报");
            assertThat(visitor.page().locator("main")).containsText("第 2 次");
        }
    }

    private static void write(Visitor visitor) {
        visitor.fill("办理情况", "已逐项核实。");
        visitor.fill("佐证材料名称", "村党组织会议决定");
        visitor.fill("材料文号", "虚村〔2027〕3号");
    }

    /** Whoever signs in beside a tab is found in it, and what was written there as somebody else does not go out. */
    @Test
    void sendsNothingInTheNameOfWhoeverSignedInBesideIt() {
        var first = clerk();
        var second = clerk();
        try (var visitor = Visitor.signedIn(browser, house, first.login(), People.PASSWORD)) {
            visitor.goTo("#/dispatch-new");
            visitor.fill("标题", "第一个人写的任务");
            visitor.fill("任务内容", "只写了一半。");
            visitor.fill("目标", "写完");
            visitor.fill(
                    "期限", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(99).toString());
            var sent = new AtomicInteger();
            visitor.page().onResponse(answer -> {
                if (answer.url().endsWith("/task/v1/dispatches") && answer.status() < 400) sent.incrementAndGet();
            });
            assertThat(api.delete("/identity/v1/me/sessions")
                            .as(first.token())
                            .send()
                            .status())
                    .isEqualTo(204);
            visitor.page().context().clearCookies();
            try (var beside = new Visitor(house.gatewayUrl(), visitor.page().context())) {
                beside.page().navigate(house.gatewayUrl());
                beside.signIn(second.login(), People.PASSWORD);

                visitor.click("派送");

                assertThat(visitor.page().getByLabel("标题")).hasValue("");
                assertThat(sent.get()).as("dispatches sent").isZero();
            }
        }
    }

    /** A page asks for many things at once; of all that find the token too old one renews it. */
    @Test
    void renewsOnceForAllThatAskAtOnce() {
        try (var visitor = visitor("TOWNSHIP")) {
            var renewed = new AtomicInteger();
            visitor.page().onRequest(request -> {
                if (request.url().endsWith("/session/renewal")) renewed.incrementAndGet();
            });
            visitor.evaluate("Date.now = (now => () => now() + 16 * 60_000)(Date.now)");

            visitor.follow("待办案卷");

            assertThat(visitor.page().locator("main section")).hasCount(4);
            assertThat(visitor.page().getByRole(AriaRole.ALERT)).hasCount(0);
            assertThat(renewed.get()).isEqualTo(1);
        }
    }

    /** A number that is none is nobody's: codes of a whole province would be made for it. */
    @Test
    void makesNoCodesForANumberThatIsNone() {
        try (var visitor = Visitor.signedIn(browser, house, house.operator())) {
            var asked = new AtomicInteger();
            visitor.page().onRequest(request -> {
                if (request.url().endsWith("/activation-codes")) asked.incrementAndGet();
            });
            for (String number : List.of("１２３", "12，", "")) {
                visitor.fill("在此单位之下", number);
                visitor.click("生成激活码");
                assertThat(visitor.page().locator("[aria-invalid=true]")).hasCount(1);
            }
            assertThat(asked.get()).isZero();
        }
    }

    /** 批准前: what hangs on a village that would end stands beside the decision, and a refusal ends it. */
    @Test
    void showsWhatHangsOnAVillageBesideTheDecision() {
        String township = people.token("TOWNSHIP");
        var villages = new Units(house)
                .list(township, "tier=VILLAGE").stream()
                        .map(unit -> unit.path("id").asLong())
                        .toList();
        var proposal = api.post(
                        "/organization/v1/changes",
                        Map.of(
                                "operation",
                                Map.of(
                                        "type",
                                        "MERGE",
                                        "units",
                                        List.of(villages.getFirst()),
                                        "into",
                                        villages.getLast()),
                                "document",
                                "虚组〔2026〕19号",
                                "effectiveOn",
                                LocalDate.now(ZoneId.of("Asia/Shanghai"))
                                        .plusDays(1)
                                        .toString()))
                .as(township)
                .key()
                .send();
        assertThat(proposal.status()).as(proposal.toString()).isEqualTo(201);
        try (var visitor = visitor("COUNTY")) {
            visitor.follow("组织树");
            var article = visitor.page().locator("article").first();
            assertThat(article).containsText("合并");
            assertThat(article).containsText("由承接单位继承");
            article.getByText("驳回", new Locator.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            article.getByLabel("理由").fill("另行研究");
            article.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("驳回"))
                    .click();
            assertThat(visitor.page().locator("main")).containsText("没有待审批的变更");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    /** 反馈 and 催办: what a village answers reads as words where it arrives, and whoever urges learns whom and when. */
    @Test
    void answersBackInWordsThatTheCountyReads() {
        try (var county = visitor("COUNTY");
                var village = visitor("VILLAGE")) {
            long dispatch = tasks.dispatch(people.token("COUNTY"), "请抓紧核实");
            assertThat(village.page().locator(".notes")).containsText("请抓紧核实");
            long assignment = tasks.inbox(people.token("VILLAGE"), dispatch)
                    .getFirst()
                    .path("assignment")
                    .asLong();
            village.goTo("#/task/" + assignment);
            village.page().getByText("向派送单位反馈").click();
            var answer = village.page().locator("form[data-form='voice-" + assignment + "']");
            answer.getByLabel("说明").fill("上月已经核实过。");
            answer.getByLabel("已完成的依据").fill("虚村〔2026〕9号");
            answer.getByRole(AriaRole.BUTTON).click();

            assertThat(county.page().locator(".notes")).containsText("上月已经核实过");
            county.follow("收件箱");
            assertThat(county.page().locator("main table")).containsText("下级对《请抓紧核实》有反馈");
            assertThat(county.page().locator("body")).not().containsText("[object");

            county.goTo("#/dispatch/" + dispatch);
            county.page().getByText("催办").first().click();
            county.fill("催办的话", "请于今日内签收");
            county.page()
                    .locator("form[data-form='urge-" + dispatch + "'] button")
                    .click();
            assertThat(county.page().locator("main")).containsText("已催办");
            assertThat(county.complaints()).isEmpty();
            assertThat(village.complaints()).isEmpty();
        }
    }
}
