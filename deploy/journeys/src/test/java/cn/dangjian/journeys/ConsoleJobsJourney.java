package cn.dangjian.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What takes longer than a click: files up and down, what a file proposed; and what is done once a year or once a term. */
class ConsoleJobsJourney extends AtTheConsole {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    /** 导入: the file becomes a job; which rows were refused and why is read, and taken home as a file. */
    @Test
    void sendsAFileAndReadsWhichRowsWereRefused() throws IOException {
        try (var county = visitor("COUNTY")) {
            county.follow("导入导出");
            send(
                    county,
                    "organization/TEAMS",
                    "班子.csv",
                    "党组织代码,职务,姓名,任职日期,是否专职\n无此代码,书记,虚构甲,2026-03-02,是\n无此代码,书记,虚构乙,昨天,是\n");
            var row = county.page().locator("main tbody tr").first();
            assertThat(row).containsText("班子成员");
            assertThat(row).containsText("完成");
            row.getByRole(AriaRole.LINK).click();
            county.awaitPage();

            assertThat(county.page().locator("main tbody tr")).hasCount(2);
            assertThat(county.figure("rejected")).isEqualTo("2");
            assertThat(county.text()).contains("“昨天”不是日期");
            var file = county.page().waitForDownload(() -> county.click("下载更正文件（CSV）"));
            assertThat(Files.readString(file.path())).contains("虚构乙", "任职日期", "不是日期");
            assertThat(county.complaints()).isEmpty();
        }
    }

    /** 续传: when the line breaks, the same file goes on from where it broke. */
    @Test
    void goesOnWithAFileWhereTheLineBroke() {
        try (var county = visitor("COUNTY")) {
            county.goTo("#/files");
            var broke = new AtomicBoolean();
            var offsets = new CopyOnWriteArrayList<String>();
            county.page().route("**/organization/v1/uploads/*", route -> {
                String offset = route.request().headers().get("upload-offset");
                if (offset != null && !offset.equals("0") && !broke.getAndSet(true)) {
                    route.abort();
                    return;
                }
                if (offset != null) offsets.add(offset);
                route.resume();
            });
            send(county, "organization/TEAMS", "大文件.csv", "没有这一列\n" + "甲\n".repeat(300_000));
            assertThat(county.page().getByRole(AriaRole.ALERT).first()).containsText("没有连上平台");

            county.click("导入");

            assertThat(county.page().locator("main tbody tr").first()).containsText("不能受理");
            assertThat(offsets).doesNotHaveDuplicates().startsWith("0", "524288");
        }
    }

    /** 导出: what one sees of one's part of the tree, as a file. */
    @Test
    void asksForAFileAndGetsIt() throws IOException {
        try (var county = visitor("COUNTY")) {
            county.goTo("#/files");
            var form = county.page().locator("form[data-form=export]");
            form.getByLabel("格式").selectOption("CSV");
            var file = county.page()
                    .waitForDownload(() -> form.getByRole(AriaRole.BUTTON).click());

            assertThat(file.suggestedFilename()).isEqualTo("党组织-" + TODAY + ".csv");
            assertThat(Files.readString(file.path()))
                    .contains(people.at("TOWNSHIP").unitName())
                    .doesNotContain(people.at("PROVINCE").unitName() + "\"");
            assertThat(county.page().locator("main")).containsText("已保存");
            form.getByLabel("内容").selectOption("member/MEMBERS_IN_FULL");
            form.getByRole(AriaRole.BUTTON).click();
            assertThat(form.getByRole(AriaRole.ALERT)).isVisible();
            assertThat(county.complaints()).isEmpty();
        }
    }

    /** The number of a file in which a township proposes units. */
    private long proposed(String township, String document, LocalDate on, String rows) {
        var sent = api.post(
                        "/organization/v1/intakes?what=UNITS&document=" + document + "&effectiveOn=" + on,
                        "code,name,kind,parentCode\n" + rows)
                .contentType("text/csv")
                .as(township)
                .key()
                .send();
        assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
        return sent.json().path("id").asLong();
    }

    /** 全部退回: what a township's file proposes is decided about in one place. */
    @Test
    void refusesAllThatAFileProposes() {
        String township = people.token("TOWNSHIP");
        var village = new Units(house).list(township, "tier=VILLAGE").getFirst();
        String code = village.path("code").asString();
        long id = proposed(township, "KZT-2026-7", TODAY, code + "-K1,虚构第一支部,BRANCH," + code + "\n");
        try (var county = visitor("COUNTY")) {
            county.goTo("#/file/organization-" + id);
            assertThat(county.page().locator("main dl")).containsText("通过 1");
            county.page().locator("details > summary").getByText("全部退回").click();
            county.fill("理由", "请按程序先行讨论");
            county.page().locator("form[data-form=refuse-file] button").click();

            assertThat(county.page().locator("main")).containsText("全部退回 ·");
            assertThat(county.page().locator("main")).containsText("已办 1 / 1");
            assertThat(county.complaints()).isEmpty();
        }
    }

    /** 全部批准: and what was approved for a coming day is seen in the tree of that day. */
    @Test
    void approvesAllThatAFileProposes() {
        String township = people.token("TOWNSHIP");
        var village = new Units(house).list(township, "tier=VILLAGE").getFirst();
        String code = village.path("code").asString();
        var day = TODAY.plusDays(40);
        long id = proposed(
                township,
                "KZT-2026-8",
                day,
                code + "-K2-1,虚构小组,党小组," + code + "-K2\n" + code + "-K2,虚构第二支部,BRANCH," + code + "\n");
        try (var county = visitor("COUNTY")) {
            county.goTo("#/file/organization-" + id);
            assertThat(county.page().locator("main dl")).containsText("通过 2");
            county.click("全部批准");

            assertThat(county.page().locator("main")).containsText("全部批准 ·");
            assertThat(county.page().locator("main")).containsText("已办 2 / 2");
            assertThat(county.complaints()).isEmpty();
        }
        var below = api.get("/organization/v1/units/" + village.path("id").asLong() + "/children?asOf=" + day)
                .as(township)
                .send();
        assertThat(below.body()).contains("虚构第二支部");
    }

    /** 继续: a file that a fault of the platform stopped goes on by a click; the fault is the test's. */
    @Test
    void letsAFileGoOnThatAFaultStopped() {
        try (var county = visitor("COUNTY")) {
            county.goTo("#/files");
            send(county, "organization/TEAMS", "班子.csv", "党组织代码,职务,姓名,任职日期,是否专职\n无此代码,书记,虚构丙,2026-03-02,是\n");
            var row = county.page().locator("main tbody tr").first();
            assertThat(row).containsText("完成");
            var stopped = new AtomicBoolean(true);
            var asked = new CopyOnWriteArrayList<String>();
            county.page().route(Pattern.compile("/organization/v1/intakes/[0-9]+$"), route -> {
                var answer = route.fetch();
                String text = answer.text();
                route.fulfill(new Route.FulfillOptions()
                        .setResponse(answer)
                        .setBody(stopped.get() ? text.replace("\"DONE\"", "\"FAILED\"") : text));
            });
            county.page().route("**/resumption", route -> {
                asked.add(route.request().method() + " "
                        + route.request().headers().containsKey("idempotency-key"));
                stopped.set(false);
                route.fulfill(new Route.FulfillOptions().setStatus(204));
            });
            row.getByRole(AriaRole.LINK).click();
            assertThat(county.page().locator("main dl")).containsText("平台故障");
            county.click("继续");

            assertThat(county.page().locator("main dl")).containsText("完成");
            assertThat(asked).containsExactly("POST true");
        }
    }

    /** 任期与空缺: from an empty seat to whoever takes it, and the day of the next election. */
    @Test
    void fillsAnEmptySeatPutsATermOffAndBeginsTheNextOneOnceItIsDue() {
        try (var township = visitor("TOWNSHIP")) {
            township.follow("任期与空缺");
            assertThat(township.page().locator("main")).containsText("已届满");
            var lacking = township.page().locator("main section").last().locator("tbody tr");
            lacking.last().getByRole(AriaRole.LINK).first().click();
            township.awaitPage();
            unfold(township, "任职");
            township.page().getByLabel("职务").selectOption("MEMBER");
            township.fill("姓名", "虚构新委员");
            township.page()
                    .locator("details[open]")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("任职"))
                    .click();
            assertThat(township.row("虚构新委员")).containsText("委员");

            unfold(township, "提前或延期换届");
            var day = township.page().getByLabel("新的届满日期");
            var later = LocalDate.parse(day.inputValue()).plusDays(30).toString();
            day.fill(later);
            township.page().locator("details[open]").getByLabel("批准文号").last().fill("虚组〔2026〕29号");
            township.click("改期");
            assertThat(township.page().locator("main > p").nth(1)).containsText(later);

            var member = township.row("虚构新委员");
            member.locator("summary").click();
            member.getByLabel("理由").fill("虚构调动");
            member.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("免职"))
                    .click();
            assertThat(township.row("虚构新委员")).hasCount(0);

            unfold(township, "开始新一届");
            township.page().locator("details[open]").getByLabel("批准文号").last().fill("虚组〔2026〕30号");
            township.page()
                    .locator("details[open]")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("开始新一届"))
                    .click();
            assertThat(township.page().locator("details[open]").last().getByRole(AriaRole.ALERT))
                    .isVisible();

            township.follow("任期与空缺");
            // the team of the village that is shown is what figures of other journeys rest on
            township.page()
                    .locator("tbody tr", new Page.LocatorOptions().setHasText("已届满"))
                    .filter(new Locator.FilterOptions()
                            .setHasNotText(people.at("VILLAGE").unitName()))
                    .first()
                    .getByRole(AriaRole.LINK)
                    .last()
                    .click();
            township.awaitPage();
            unfold(township, "开始新一届");
            var next = township.page().getByLabel("届次").inputValue();
            township.page().locator("details[open]").getByLabel("批准文号").last().fill("虚组〔2026〕31号");
            township.page()
                    .locator("details[open]")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("开始新一届"))
                    .click();
            var term = township.page().locator("main > p").nth(1);
            assertThat(term).containsText("第 " + next + " 届");
            assertThat(term).containsText("虚组〔2026〕31号");
            assertThat(term).not().containsText("已届满");
            assertThat(township.complaints()).isEmpty();
        }
    }

    private static void unfold(Visitor visitor, String summary) {
        visitor.page()
                .locator("main > details > summary")
                .getByText(summary, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /** 新建账号: an account beside the office's, and the code with which its holder begins. */
    @Test
    void makesAnAccountAndItsCode() {
        try (var operator = Visitor.signedIn(browser, house, house.operator())) {
            operator.page()
                    .getByLabel("单位（编号）")
                    .last()
                    .fill(String.valueOf(people.at("COUNTY").unit()));
            operator.fill("显示名称", "虚构统计员");
            operator.click("新建账号");
            var login = operator.page().locator("main [role=status] b").innerText();
            operator.click("生成该单位的激活码");

            var row = operator.row(login);
            assertThat(row).isVisible();
            JsonNode code = JsonMapper.shared()
                    .valueToTree(
                            Map.of("login", login, "code", row.locator("code").innerText()));
            assertThat(people.activated(code).token()).isNotEmpty();
            assertThat(operator.complaints()).isEmpty();
        }
    }

    /** 年历: which year's notice is missing, and entering one of a year that nobody counts in. */
    @Test
    void saysWhichNoticeIsMissingAndEntersOne() {
        try (var operator = Visitor.signedIn(browser, house, house.operator())) {
            operator.follow("年历");
            assertThat(operator.page().locator("main .banner").last())
                    .containsText((TODAY.getYear() + 1) + " 年的放假安排还没有录入");
            operator.fill("年份", "2098");
            operator.fill("通知名称和日期", "虚构通知，2097-11-01");
            operator.fill("周一至周五放假的日子", "2098-01-01 2098年");
            operator.click("录入");
            assertThat(operator.page().locator("[aria-invalid=true]")).hasCount(1);
            operator.fill("周一至周五放假的日子", "2098-01-01 2098-01-02");
            operator.fill("周末上班的日子", "2098-01-04");
            operator.click("录入");

            assertThat(operator.row("2098-01")).containsText("1、2");
            for (String service : List.of("organization", "member", "task", "dues", "assessment"))
                assertThat(api.get("/" + service + "/v1/working-years")
                                .as(people.operator())
                                .send()
                                .body())
                        .contains("虚构通知");
            assertThat(operator.complaints()).isEmpty();
        }
    }

    private static void send(Visitor visitor, String what, String name, String text) {
        var form = visitor.page().locator("form[data-form=import]");
        form.getByLabel("内容").selectOption(what);
        form.getByLabel("文件（Excel 或 CSV）").setInputFiles(new FilePayload(name, "text/csv", text.getBytes(UTF_8)));
        visitor.click("导入");
    }
}
