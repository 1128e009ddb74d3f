package cn.dangjian.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.util.HtmlUtils;

/** All that a browser gets of the console. */
@Component
public class ConsoleFiles {

    private static final MediaType SCRIPT = new MediaType("text", "javascript", UTF_8);
    private static final MediaType STYLE = new MediaType("text", "css", UTF_8);
    private static final MediaType PICTURE = new MediaType("image", "svg+xml", UTF_8);
    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, UTF_8);
    private static final String LIT = "classpath*:/META-INF/resources/webjars/lit-html/*/lit-html.js";

    private final ResourcePatternResolver resources;
    private final String folder;
    private final Map<String, ConsoleFile> files;
    private final ConsoleFile anew;
    private final String version;
    private final ConsoleFile frontPage;
    private final String policy;

    ConsoleFiles(ResourcePatternResolver resources, ConsoleSettings settings) {
        this.resources = resources;
        this.folder = settings.files();
        this.files = Map.of(
                "app.js", ConsoleFile.of(SCRIPT, JoinedModules.join("app.js", this::read)),
                "lit-html.js", ConsoleFile.of(SCRIPT, templates()),
                "style.css", ConsoleFile.of(STYLE, read("style.css")),
                "icon.svg", ConsoleFile.of(PICTURE, read("icon.svg")));
        this.anew = ConsoleFile.of(SCRIPT, read("anew.js"));
        String home = HtmlUtils.htmlEscape(StringUtils.trimTrailingCharacter(settings.home(), '/'));
        String early = read("early.js");
        String page = read("index.html").replace("{early}", early).replace("{home}", home);
        this.version = ConsoleFile.of(
                        PAGE,
                        page
                                + String.join(
                                        "",
                                        files.values().stream()
                                                .map(ConsoleFile::tag)
                                                .sorted()
                                                .toList()))
                .tag();
        String importMap = "{\"imports\":{\"lit-html\":\"/console/" + version + "/lit-html.js\"}}";
        this.frontPage = ConsoleFile.of(PAGE, page.replace("{version}", version).replace("{importmap}", importMap));
        this.policy = "default-src 'none'; script-src 'self' " + ConsoleFile.hash(importMap) + " "
                + ConsoleFile.hash(early)
                + "; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
                + "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
                + "trusted-types lit-html";
    }

    /** Another one for each change of anything that a browser gets. */
    public String version() {
        return version;
    }

    /** What the first screen of each tier asks, as JSON: paths at the gateway by tier, of members and of operators. */
    public String firstPages() {
        return read("first-pages.json");
    }

    ConsoleFile frontPage() {
        return frontPage;
    }

    /** What the front page may do. */
    String policy() {
        return policy;
    }

    /** A file of the console as it is now; none of another one. */
    @Nullable
    ConsoleFile find(String ofVersion, String name) {
        return version.equals(ofVersion) ? files.get(name) : null;
    }

    /** For the main module of another version: a front page that a browser has kept is asked for anew. */
    @Nullable
    ConsoleFile anew(String ofVersion, String name) {
        return !version.equals(ofVersion) && name.equals("app.js") ? anew : null;
    }

    private String read(String path) {
        return text(resources.getResource(folder + path));
    }

    /** Without the comment that would send developer tools for a map that is not there. */
    private String templates() {
        try {
            var found = resources.getResources(LIT);
            if (found.length != 1) throw new IllegalStateException(found.length + " versions of lit-html");
            return text(found[0]).replaceFirst("//# sourceMappingURL=.*\\s*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
