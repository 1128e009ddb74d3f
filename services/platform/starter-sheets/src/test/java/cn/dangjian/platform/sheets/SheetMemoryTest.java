package cn.dangjian.platform.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A tenth of a million rows out and in again, in a heap that would not hold them all as objects. */
class SheetMemoryTest {

    @Test
    void aSmallHeapIsEnough() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HundredThousandRows.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        int rows = HundredThousandRows.ROWS + 1;
        assertThat(said).contains("CSV " + rows, "XLSX " + rows);
        assertThat(process.exitValue()).isZero();
    }
}
