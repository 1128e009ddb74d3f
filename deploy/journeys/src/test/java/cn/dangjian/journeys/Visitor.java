package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.local.House;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody at the console: what he reads and clicks, and what his browser complained about. */
final class Visitor implements AutoCloseable {

    private static final String READY = "main#main[aria-busy=false] h1";

    private final String home;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Visitor(String home, BrowserContext context) {
        this.home = home;
        this.context = context;
        context.addInitScript(Reads.RECORDER);
        this.page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // the network says it by itself of each refused request
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource"))
                complaints.add(message.text());
        });
    }

    static Visitor signedIn(Browser browser, House house, House.Account account) {
        return signedIn(browser, house, account.login(), account.password());
    }

    static Visitor signedIn(Browser browser, House house, String login, String password) {
        var visitor = new Visitor(house.gatewayUrl(), browser.stranger());
        visitor.page.navigate(visitor.home);
        visitor.signIn(login, password);
        return visitor;
    }

    /** From where the page offers it, through identity's page, and back. */
    void signIn(String login, String password) {
        click("登录");
        page.locator("input[name=login]").fill(login);
        page.locator("input[name=password]").fill(password);
        click("登录");
        awaitPage();
    }

    void awaitPage() {
        page.locator(READY).waitFor();
    }

    /** Goes to a place of the console, as a bookmark does. */
    void goTo(String place) {
        page.navigate(home + "/" + place);
        awaitPage();
    }

    /** Goes to another place within the page, as a link does, whether or not the page has taken its links away meanwhile. */
    void goOn(String place) {
        evaluate("location.hash = '" + place + "'");
    }

    void reload() {
        checkReads();
        page.reload();
        awaitPage();
    }

    /** Closes the page and opens it once more, as somebody does the next morning. */
    void openAgain() {
        checkReads();
        page.navigate("about:blank");
        page.navigate(home);
        awaitPage();
    }

    void click(String button) {
        button(button).click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
        awaitPage();
    }

    void fill(String label, String text) {
        page.getByLabel(label).first().fill(text);
    }

    /** A row of a table in which a text stands. */
    Locator row(String text) {
        return page.locator("tbody tr", new Page.LocatorOptions().setHasText(text))
                .first();
    }

    String heading() {
        return page.locator("main h1").innerText();
    }

    String text() {
        return page.locator("main").innerText();
    }

    String figure(String name) {
        return page.locator("[data-figure=" + name + "]").first().innerText().strip();
    }

    Page page() {
        return page;
    }

    /** What its expression gives, in spite of a policy that lets no page evaluate anything. */
    String evaluate(String expression) {
        var session = session();
        try {
            var question = new JsonObject();
            question.addProperty("expression", expression);
            question.addProperty("awaitPromise", true);
            question.addProperty("returnByValue", true);
            var answer = session.send("Runtime.evaluate", question);
            assertThat(answer.has("exceptionDetails")).as(answer.toString()).isFalse();
            var value = answer.getAsJsonObject("result").get("value");
            return value == null ? "" : value.isJsonPrimitive() ? value.getAsString() : value.toString();
        } finally {
            session.detach();
        }
    }

    CDPSession session() {
        return context.newCDPSession(page);
    }

    String cookies() {
        return context.storageState();
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What the page has read since it was opened is what the contract names. */
    private void checkReads() {
        if (page.isClosed()) return;
        Reads.check(List.of(evaluate("[...window.__reads ?? []].join('\\n')").split("\n", -1)));
    }

    @Override
    public void close() {
        try {
            checkReads();
        } finally {
            context.close();
        }
    }
}
