package cn.dangjian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedModulesTest {

    @Test
    void putsWhatIsNeededFirstAndTakesFromOutsideOnce() {
        var joined = join(Map.of(
                "app.js",
                "import { html, render } from \"lit-html\";\nimport { b } from \"./rooms/b.js\";\nb(html, render);\n",
                "rooms/b.js",
                "import {\n"
                        + "  html,\n"
                        + "} from \"lit-html\";\n"
                        + "import { c } from \"../c.js\";\n"
                        + "export function b() { return c; }\n",
                "c.js",
                "export const c = 1;\n"));

        assertThat(joined).isEqualTo("""
            import { html, render } from "lit-html";
            // c.js
            const c = 1;
            // rooms/b.js
            function b() { return c; }
            // app.js
            b(html, render);
            """);
    }

    @Test
    void takesAModuleOnce() {
        var joined = join(Map.of(
                "app.js", "import { b } from \"./b.js\";\nimport { c } from \"./c.js\";\n",
                "b.js", "import { c } from \"./c.js\";\nexport const b = c;\n",
                "c.js", "export const c = 1;\n"));

        assertThat(joined.split("const c", -1)).hasSize(2);
    }

    @Test
    void refusesACircle() {
        assertThatThrownBy(() -> join(Map.of(
                        "app.js", "import { b } from \"./b.js\";\n",
                        "b.js", "import { a } from \"./app.js\";\nexport const b = 1;\n")))
                .hasMessageContaining("circle");
    }

    @Test
    void refusesTheSameNameTwice() {
        assertThatThrownBy(() -> join(Map.of(
                        "app.js",
                        "import { b } from \"./b.js\";\nconst x = 1;\n",
                        "b.js",
                        "export const b = 1;\nlet x;\n")))
                .hasMessageContaining("both declare x");
    }

    @Test
    void refusesANameThatIsNotThere() {
        assertThatThrownBy(() ->
                        join(Map.of("app.js", "import { gone } from \"./b.js\";\n", "b.js", "export const b = 1;\n")))
                .hasMessageContaining("takes gone from b.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import all from \"./b.js\";\n",
                "import * as all from \"./b.js\";\n",
                "import \"./b.js\";\n",
                "import { b as c } from \"./b.js\";\n",
                "export default 1;\n",
                "export { b };\n",
                "var old = 1;\n",
                "function history() {}\n"
            })
    void refusesWhatItCannotJoin(String text) {
        assertThatThrownBy(() -> join(Map.of("app.js", text, "b.js", "export const b = 1;\n")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("app.js");
    }

    private static String join(Map<String, String> modules) {
        return JoinedModules.join("app.js", path -> Objects.requireNonNull(modules.get(path), path));
    }
}
