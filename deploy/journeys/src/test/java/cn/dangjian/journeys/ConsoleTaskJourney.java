package cn.dangjian.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A task by clicking: the county sends it, the village hears of it, the township returns and approves it. */
class ConsoleTaskJourney extends AtTheConsole {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TITLE = "核实<b>村级</b>活动场所<script>alert(1)</script>";

    private final Tasks tasks = new Tasks(house.gatewayUrl());

    @Test
    void goesFromTheCountyToAVillageAndBack() {
        try (var county = visitor("COUNTY");
                var township = visitor("TOWNSHIP");
                var village = visitor("VILLAGE")) {
            String reached = dispatch(county);

            heardBy(village);
            village.row(TITLE)
                    .getByText("签收", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                    .click();
            PlaywrightAssertions.assertThat(village.row(TITLE)).containsText("上报");
            village.follow(TITLE);
            handIn(village, "已核实，共 3 处。");

            township.goTo("#/reviews");
            choose(township);
            township.fill("退回原因", "缺少二楼面积，请补充后再报");
            township.click("退回所选 1 项");
            PlaywrightAssertions.assertThat(township.row(TITLE)).hasCount(0);

            village.goTo("#/todo");
            village.row(TITLE).getByText("看退回原因").click();
            village.awaitPage();
            PlaywrightAssertions.assertThat(village.page().locator("main")).containsText("缺少二楼面积，请补充后再报");
            handIn(village, "已补充二楼面积。");

            township.follow("待审核");
            choose(township);
            township.click("通过所选 1 项");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(county(county, "approved")).isEqualTo("1"));
            assertThat(county(county, "addressed")).isEqualTo(reached);
            long signed = Long.parseLong(county(county, "signed"));
            long unsigned = Long.parseLong(county(county, "unsigned"));
            assertThat(signed + unsigned).isEqualTo(Long.parseLong(reached));

            county.page().locator("[data-figure=approved] a").click();
            county.awaitPage();
            assertThat(county.page().locator("tbody tr").count()).isEqualTo(1);
            assertThat(county.text()).contains("已列 1 条，共 1 条");
            assertThat(county.complaints()).isEmpty();
            assertThat(village.complaints()).isEmpty();
            assertThat(township.complaints()).isEmpty();
        }
    }

    /** 转派: whom it reaches is seen before, and is as many as get it. */
    @Test
    void forwardsWhatItHasToWhomItSaw() {
        String token = people.token("TOWNSHIP");
        long assignment = assignmentOf(token, tasks.relay(people.token("COUNTY"), "请转派到村"));
        assertThat(tasks.sign(token, assignment).status()).isEqualTo(200);
        try (var township = visitor("TOWNSHIP")) {
            township.goTo("#/task/" + assignment);
            township.page().getByText("转派到紧下一级的单位").click();
            township.click("预览：会派到谁");
            long reached = Long.parseLong(township.figure("preview"));
            township.fill("本级要求", "请各村于本周内核实。");
            township.click("转派");

            assertThat(township.page().locator("main dl")).containsText("已分解");
            assertThat(tasks.lineage(token, assignment).path("steps").size()).isEqualTo(1);
            assertThat(api.get("/task/v1/dispatches?limit=1")
                            .as(token)
                            .send()
                            .json()
                            .at("/items/0/addressed")
                            .asLong())
                    .isEqualTo(reached);
            assertThat(township.complaints()).isEmpty();
        }
    }

    /** 延期 and 撤回, each with its reason. */
    @Test
    void givesMoreTimeAndTakesItBack() {
        long dispatch = tasks.dispatch(people.token("COUNTY"), "先延期后撤回");
        var later = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(150).toString();
        try (var county = visitor("COUNTY")) {
            county.goTo("#/dispatch/" + dispatch);
            open(county, "延期", "extend-" + dispatch);
            county.fill("新期限", later);
            county.fill("理由", "汛期人手不足");
            send(county, "extend-" + dispatch);
            assertThat(county.page().locator("main")).containsText(later + " 23:59");

            open(county, "撤回", "withdraw-" + dispatch);
            county.page()
                    .locator("form[data-form='withdraw-" + dispatch + "'] textarea")
                    .fill("省委另有部署");
            send(county, "withdraw-" + dispatch);
            assertThat(county.page().locator("main .banner")).containsText("已撤回");
            assertThat(county.complaints()).isEmpty();
        }
    }

    /** 答复: one of two villages is given until its day, the other is refused in words. */
    @Test
    void answersThoseWhoAnswerBack() {
        long dispatch = tasks.dispatch(people.token("TOWNSHIP"), "答复下级反馈");
        var day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(40).toString();
        var villages = people.activate("VILLAGE", people.at("TOWNSHIP").unit(), 2);
        var said = List.of(
                say(villages.getFirst(), dispatch, Map.of("kind", "IMPOSSIBLE_BY_THEN", "text", "正在换届。", "day", day)),
                say(villages.getLast(), dispatch, Map.of("kind", "NOT_APPLICABLE", "text", "本村没有场所。")));
        try (var township = visitor("TOWNSHIP")) {
            township.goTo("#/voices");
            var accept = township.page().locator("form[data-form='accept-" + said.getFirst() + "']");
            assertThat(accept.getByLabel("新的期限")).hasValue(day);
            accept.getByLabel("答复").fill("同意顺延。");
            accept.getByRole(AriaRole.BUTTON).click();
            assertThat(accept).hasCount(0);
            open(township, "不同意", "refuse-voice-" + said.getLast());
            var refuse = township.page().locator("form[data-form='refuse-voice-" + said.getLast() + "']");
            refuse.getByLabel("理由").fill("村部即为活动场所。");
            refuse.getByRole(AriaRole.BUTTON).click();

            assertThat(refuse).hasCount(0);
            assertThat(state(said.getFirst())).isEqualTo("ACCEPTED");
            assertThat(state(said.getLast())).isEqualTo("REFUSED");
            assertThat(township.complaints()).isEmpty();
        }
    }

    private long say(People.Person village, long dispatch, Map<String, Object> voice) {
        long assignment = assignmentOf(village.token(), dispatch);
        var said = api.post("/task/v1/assignments/" + assignment + "/voices", voice)
                .as(village.token())
                .key()
                .send();
        assertThat(said.status()).as(said.toString()).isEqualTo(201);
        return said.json().path("id").asLong();
    }

    private String state(long voice) {
        return api.get("/task/v1/voices/" + voice)
                .as(people.token("TOWNSHIP"))
                .send()
                .json()
                .path("state")
                .asString();
    }

    private long assignmentOf(String token, long dispatch) {
        return api.get("/task/v1/assignments?limit=50")
                .as(token)
                .send()
                .json()
                .path("items")
                .valueStream()
                .filter(line -> line.path("dispatch").asLong() == dispatch)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
    }

    /** Opens what is folded away above a form. */
    private static void open(Visitor visitor, String summary, String form) {
        visitor.page()
                .locator("details:has(form[data-form='" + form + "']) > summary")
                .filter(new Locator.FilterOptions().setHasText(summary))
                .click();
    }

    private static void send(Visitor visitor, String form) {
        visitor.page().locator("form[data-form='" + form + "'] button").click();
    }

    /** Fills the form in, loses nothing by a reload, sees whom it reaches, and sends once by two clicks. */
    private static String dispatch(Visitor county) {
        county.goTo("#/dispatch-new");
        county.fill("标题", TITLE);
        county.fill("任务内容", "请逐项核实并上报。");
        county.reload();
        county.fill("目标", "全部核实");
        county.fill(
                "期限", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(200).toString());
        county.click("预览：会派到谁");
        String reached = county.figure("preview");
        county.button("派送").dblclick();
        county.page().waitForURL("**/#/dispatch/*");
        county.awaitPage();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(county(county, "addressed")).isEqualTo(reached));
        assertThat(county.page().locator("main h2").first().innerText()).isEqualTo(TITLE);
        return reached;
    }

    private static String county(Visitor county, String figure) {
        county.reload();
        return county.figure(figure);
    }

    private static void heardBy(Visitor village) {
        PlaywrightAssertions.assertThat(village.page().locator(".notes")).containsText(TITLE);
        PlaywrightAssertions.assertThat(village.row(TITLE)).containsText("待签收");
        // text stays text
        assertThat(village.page()
                        .locator("main b", new com.microsoft.playwright.Page.LocatorOptions().setHasText("村级"))
                        .count())
                .isZero();
    }

    private static void handIn(Visitor village, String report) {
        village.fill("办理情况", report);
        village.fill("佐证材料名称", "村党组织会议决定");
        village.fill("材料文号", "虚村〔2027〕1号");
        village.click("上报");
        PlaywrightAssertions.assertThat(village.page().locator("main dl")).containsText("已上报");
    }

    private static void choose(Visitor township) {
        var row = township.row(TITLE);
        row.getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX).check();
    }
}
