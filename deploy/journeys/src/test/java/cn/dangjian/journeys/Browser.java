package cn.dangjian.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium. Without one the journeys of the console are left out, and the build says so. */
final class Browser implements AutoCloseable {

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    static Browser open() {
        var program = program();
        if (program.isEmpty())
            System.out.println("The console's journeys are LEFT OUT: no Chromium in " + PLACES
                    + ", and none named by CHROMIUM (没有浏览器，控制台的测试未运行)");
        // a machine that builds beside it is slow
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        Assumptions.assumeTrue(program.isPresent(), "no Chromium on this machine: the console is not looked at");
        return new Browser(program.get());
    }

    private static Optional<Path> program() {
        String named = System.getenv("CHROMIUM");
        return Stream.concat(Stream.ofNullable(named), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A browser of somebody who has never been here. */
    BrowserContext stranger() {
        return context(new com.microsoft.playwright.Browser.NewContextOptions());
    }

    /** A browser with these cookies and an empty cache. */
    BrowserContext withCookiesOf(String state) {
        return context(new com.microsoft.playwright.Browser.NewContextOptions().setStorageState(state));
    }

    BrowserContext context(com.microsoft.playwright.Browser.NewContextOptions options) {
        var context = chromium.newContext(
                options.setLocale("zh-CN").setTimezoneId("Asia/Shanghai").setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(20_000);
        return context;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
