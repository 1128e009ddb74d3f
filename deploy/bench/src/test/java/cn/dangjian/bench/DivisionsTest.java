package cn.dangjian.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DivisionsTest {

    @TempDir
    Path folder;

    @Test
    void givesEveryCodeTheOtherProvincesDigitsAndLeavesNamesAlone() throws IOException {
        Files.writeString(folder.resolve("cities.csv"), "code,name,provinceCode\n4301,\"长沙市\",43\n");
        Files.writeString(folder.resolve("areas.csv"), "code,name,cityCode,provinceCode\n430102,\"43区\",4301,43\n");
        Files.writeString(folder.resolve("streets.csv"), "code,name,areaCode\n\"430102001\",街道,430102\n");
        Files.writeString(folder.resolve("villages.csv"), "code,name,streetCode\n430102001043,4310村,430102001\n");

        var copy = Divisions.of(folder).under("51", folder.resolve("copies"));

        assertThat(copy.province()).isEqualTo("51");
        assertThat(text(copy, "cities.csv")).endsWith("5101,\"长沙市\",51\n");
        assertThat(text(copy, "areas.csv")).endsWith("510102,\"43区\",5101,51\n");
        assertThat(text(copy, "streets.csv")).endsWith("\"510102001\",街道,510102\n");
        assertThat(text(copy, "villages.csv")).endsWith("510102001043,4310村,510102001\n");
    }

    @Test
    void makesAProvinceOfTheSizeAskedFor() {
        var made = Divisions.synthetic(5000, folder);

        assertThat(made.rows())
                .containsEntry("villages.csv", 5000)
                .containsEntry("streets.csv", 250)
                .containsEntry("areas.csv", 13)
                .containsEntry("cities.csv", 2);
        assertThat(made.size()).isEqualTo(5266);
        assertThat(text(made, "villages.csv")).contains("970121100200,虚构0村,970121100,97\n");
    }

    @Test
    void makesACountyOfFiveThousandUnits() {
        var made = Divisions.largeCounty(folder);

        assertThat(made.rows())
                .containsEntry("villages.csv", 4900)
                .containsEntry("streets.csv", 100)
                .containsEntry("areas.csv", 1);
        assertThat(text(made, "villages.csv").lines())
                .doesNotHaveDuplicates()
                .last()
                .asString()
                .startsWith("960121199248,");
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertThatThrownBy(() -> Divisions.of(folder)).hasMessageContaining("cities.csv");
    }

    private static String text(Divisions divisions, String file) {
        return new String(divisions.read(file), UTF_8);
    }
}
