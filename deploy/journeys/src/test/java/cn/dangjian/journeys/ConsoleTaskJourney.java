package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A task by clicking: the county sends it, the village hears of it, the township returns and approves it. */
class ConsoleTaskJourney extends AtTheConsole {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TITLE = "核实<b>村级</b>活动场所<script>alert(1)</script>";

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
