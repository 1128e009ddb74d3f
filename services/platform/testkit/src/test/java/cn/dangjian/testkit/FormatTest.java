package cn.dangjian.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One way to write Java and text; with {@code -Dformat.write=true}, as in {@code deploy/format}, files are put right. */
class FormatTest {

    private static final boolean WRITE = Boolean.getBoolean("format.write");
    private static final Set<String> TEXTS = Set.of(".java", ".yml", ".md", ".sql");

    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    @Test
    void writesJavaAsTheFormatterDoes() throws IOException {
        var files = Sources.named(name -> name.endsWith(".java"));

        var differing = differing(files, this::formatted);

        assertThat(files).hasSizeGreaterThan(100);
        assertThat(differing).as("Run deploy/format, which formats these files").isEmpty();
    }

    @Test
    void endsLinesWithoutBlanksAndFilesWithALine() throws IOException {
        var files =
                Sources.named(name -> name.equals("pom.xml") || TEXTS.stream().anyMatch(name::endsWith));

        var differing = differing(files, FormatTest::tidied);

        assertThat(differing)
                .as("Tabs, blanks at the end of a line or no final line: run deploy/format")
                .isEmpty();
    }

    private interface Change {
        String of(Path file, String text);
    }

    private static List<Path> differing(List<Path> files, Change change) throws IOException {
        var differing = new ArrayList<Path>();
        for (var file : files) {
            String text = Files.readString(file);
            String right = change.of(file, text);
            if (right.equals(text)) continue;
            if (WRITE) Files.writeString(file, right);
            else differing.add(Repository.root().relativize(file));
        }
        return differing;
    }

    private String formatted(Path file, String source) {
        try {
            return formatter.formatSourceAndFixImports(source);
        } catch (FormatterException e) {
            throw new IllegalStateException("Not Java: " + file, e);
        }
    }

    private static String tidied(Path file, String text) {
        return text.replace("\r\n", "\n")
                        .replace("\t", "    ")
                        .replaceAll("[ ]+\n", "\n")
                        .stripTrailing() + "\n";
    }
}
