package cn.dangjian.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of the demo province are as a statistics bureau's: every row below an existing one, codes by rule R-34. */
class DemoProvinceTest {

    @Test
    void hasTwoCitiesAFewCountiesSomeTownshipsAndSomeHundredVillages() throws IOException {
        assertThat(codes("cities")).hasSize(2);
        assertThat(codes("areas")).hasSize(5);
        assertThat(codes("streets")).hasSize(30);
        assertThat(codes("villages")).hasSize(300);
    }

    @Test
    void everyRowIsBelowAnExistingOne() throws IOException {
        var all = Stream.of(codes("cities"), codes("areas"), codes("streets"), codes("villages"))
                .flatMap(List::stream)
                .toList();

        assertThat(all).doesNotHaveDuplicates().allMatch(code -> code.startsWith("98"));
        assertThat(codes("areas")).allMatch(code -> all.contains(code.substring(0, 4)));
        assertThat(codes("streets")).allMatch(code -> all.contains(code.substring(0, 6)));
        assertThat(codes("villages")).allMatch(code -> all.contains(code.substring(0, 9)));
    }

    @Test
    void codeRangesTellWhatAUnitIs() throws IOException {
        assertThat(rows("streets"))
                .filteredOn(row -> row.contains("街道"))
                .allMatch(row -> row.matches("98\\d{4}0\\d\\d,.*"));
        assertThat(rows("streets"))
                .filteredOn(row -> row.contains("镇\""))
                .allMatch(row -> row.matches("98\\d{4}1\\d\\d,.*"));
        assertThat(rows("streets"))
                .filteredOn(row -> row.contains("乡\""))
                .allMatch(row -> row.matches("98\\d{4}[23]\\d\\d,.*"));
        assertThat(rows("villages"))
                .filteredOn(row -> row.contains("居委会"))
                .allMatch(row -> row.matches("98\\d{7}0\\d\\d,.*"));
        assertThat(rows("villages"))
                .filteredOn(row -> row.contains("村委会"))
                .allMatch(row -> row.matches("98\\d{7}2\\d\\d,.*"));
    }

    @Test
    void everyNameSaysThatItIsFictitious() throws IOException {
        for (var file : List.of("cities", "areas", "streets", "villages")) {
            assertThat(rows(file)).allMatch(row -> row.contains("\"虚构"));
        }
    }

    private static List<String> codes(String file) throws IOException {
        return rows(file).stream()
                .map(row -> row.substring(0, row.indexOf(',')))
                .toList();
    }

    private static List<String> rows(String file) throws IOException {
        try (var in = DemoProvinceTest.class.getResourceAsStream("/demo/" + file + ".csv")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).toList();
        }
    }
}
