package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** How much a first screen costs on the line of a village: 2 Mbit/s and 200 ms. */
record FirstScreen(String tier, String home, BrowserContext context) {

    private static final int MOST_CODE = 60 * 1024;
    private static final int MOST_REQUESTS = 12;

    /** How often a page that has been opened is opened once more: the later half counts, since a house that has run is asked. */
    private static final int OPENINGS = Integer.getInteger("openings", 2);

    /** On a machine that does nothing else, what is seen first is there in time at the first of them. */
    private static final int MOST_OPENINGS = 10;

    /** The stream is opened once all is there. */
    private static final Pattern OF_THE_API = Pattern.compile("/(?!push/)[a-z]+/v1/");

    /** Counts what a signed-in browser with an empty cache loads, and how long it takes. */
    void isLight() {
        try (var visitor = new Visitor(home, context)) {
            var page = visitor.page();
            List<Request> requests = new CopyOnWriteArrayList<>();
            page.onRequest(requests::add);
            slow(visitor);
            page.addInitScript(CLOCK);
            page.navigate(home, new Page.NavigateOptions());
            int millis = untilUsable(visitor);
            int served = Integer.parseInt(visitor.evaluate(SERVED));

            int code = 0;
            var asked = new ArrayList<String>();
            for (var request : requests) {
                String path = request.url().substring(home.length());
                asked.add(request.method() + " " + path);
                Response answer = path.equals("/") || path.startsWith("/console/") ? request.response() : null;
                if (answer != null) code += request.sizes().responseBodySize;
            }
            int first = requests.size();
            var again = new ArrayList<Integer>();
            var servedAgain = new ArrayList<Integer>();
            boolean cameWithTheSession = false;
            for (int opening = 1; opening <= OPENINGS || (!cameWithTheSession && opening <= MOST_OPENINGS); opening++) {
                requests.clear();
                visitor.openAgain();
                int took = untilUsable(visitor);
                cameWithTheSession |= requests.stream()
                        .noneMatch(one -> OF_THE_API.matcher(one.url()).find());
                if (opening <= OPENINGS / 2) continue;
                again.add(took);
                servedAgain.add(Integer.parseInt(visitor.evaluate(SERVED)));
            }
            System.out.printf(
                    "First screen of %s: %,d bytes of code, %d requests, %,d ms at 2 Mbit/s and 200 ms, %d of them the"
                            + " servers'; opened again %d times, median %,d ms, %d of them the servers'%n",
                    tier, code, first, millis, served, OPENINGS, median(again), median(servedAgain));
            assertThat(code).as("bytes of code").isBetween(1000, MOST_CODE);
            assertThat(asked).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
            assertThat(asked.stream().map(one -> one.replaceFirst("[?].*", ""))).doesNotHaveDuplicates();
            assertThat(cameWithTheSession)
                    .as("what the session brings is what the page asks for")
                    .isTrue();
        }
    }

    private static int median(List<Integer> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }

    /** When the page can be read and has been painted, in milliseconds since the browser was sent there. */
    private static final String CLOCK = """
        new MutationObserver((changes, watching) => {
          if (!document.querySelector("main#main[aria-busy=false] h1")) return;
          watching.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => { window.__usable = Math.round(performance.now()); }));
        }).observe(document, { subtree: true, childList: true, attributes: true });\
        """;

    private static int untilUsable(Visitor visitor) {
        visitor.awaitPage();
        return Integer.parseInt(
                await().until(() -> visitor.evaluate("window.__usable"), painted -> !painted.isEmpty()));
    }

    /**
     * What is waited for, one after the other, by what the house says it took: the page unless it was kept, the session, and the
     * slowest answer of those that are shown first.
     */
    private static final String SERVED = """
        (() => {
          const took = one => one.transferSize === 0 ? 0 : Math.max(0, ...one.serverTiming.map(said => said.duration));
          const [page] = performance.getEntriesByType("navigation");
          const asked = performance.getEntriesByType("resource")
            .filter(one => one.initiatorType === "fetch" && one.responseEnd < window.__usable);
          const session = asked.filter(one => one.name.includes("/session/"));
          return Math.round(took(page) + Math.max(0, ...session.map(took))
            + Math.max(0, ...asked.filter(one => !session.includes(one)).map(took)));
        })()\
        """;

    private static void slow(Visitor visitor) {
        var session = visitor.session();
        session.send("Network.enable");
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 200);
        line.addProperty("downloadThroughput", 2_000_000 / 8);
        line.addProperty("uploadThroughput", 2_000_000 / 8);
        session.send("Network.emulateNetworkConditions", line);
    }
}
