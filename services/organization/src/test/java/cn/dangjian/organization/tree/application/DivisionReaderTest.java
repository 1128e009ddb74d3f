package cn.dangjian.organization.tree.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.imports.DivisionFile;
import cn.dangjian.organization.tree.rule.DivisionRules;
import cn.dangjian.platform.sheets.Encoding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class DivisionReaderTest {

    private static final String HEADER = "code,name,areaCode,provinceCode,cityCode\n";

    private final DivisionRules rules =
            new AnnotationConfigApplicationContext(DivisionRules.class).getBean(DivisionRules.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "980102001,\"某街道\",980102,98,9801 | ok",
                "980102001,某街道,980102,98,9801 | ok",
                "980102001 , 某街道 ,980102,98,9801 | ok",
                "\"980102001\",\"某\"\"街道\",980102,98,9801 | ok",
                "980102001,某街道,980102,98 | column.count",
                "980102001,某街道,980102,98,9801,1 | column.count",
                "某街道 | column.count",
                "980102001,\"某街道,980102,98,9801 | line.quotes",
                "980102001,\"某\"街道,980102,98,9801 | line.quotes",
                "98010200x,某街道,980102,98,9801 | code.not-digits",
                ",某街道,980102,98,9801 | code.not-digits",
                "９８0102001,某街道,980102,98,9801 | code.not-digits",
                "-80102001,某街道,980102,98,9801 | code.not-digits",
                "98010200,某街道,980102,98,9801 | code.wrong-length",
                "9801020011,某街道,980102,98,9801 | code.wrong-length",
                "970102001,某街道,970102,97,9701 | code.other-province",
                "980102001,,980102,98,9801 | name.empty",
                "980102001,\"  \",980102,98,9801 | name.empty",
                "980102001,\u3000,980102,98,9801 | name.empty",
                "980102001,某\u0007街道,980102,98,9801 | name.unprintable",
                "980102001,某\u200b街道,980102,98,9801 | name.unprintable",
                "980102001,某\ufffd街道,980102,98,9801 | name.unprintable",
                "980102001,某街道,980103,98,9801 | parent.contradicts",
                "980102001,某街道,,98,9801 | parent.contradicts",
                "980102001,某街道,980102,97,9801 | parent.contradicts",
                "980102001,某街道,980102,98,9802 | parent.contradicts",
                "980102000,某街道,980102,98,9801 | code.no-kind",
                "980102700,某处,980102,98,9801 | code.no-kind",
                "980102700,某镇,980102,98,9801 | ok"
            })
    void judgesARowByItself(String row, String expected) throws IOException {
        assertThat(outcomes(HEADER + row)).containsExactly("2 " + expected);
    }

    @ParameterizedTest
    @CsvSource({"100, ok", "101, name.too-long"})
    void aNameHasOneHundredCharactersAtMost(int length, String expected) throws IOException {
        String row = "980102001," + "某".repeat(length) + ",980102,98,9801";

        assertThat(outcomes(HEADER + row)).containsExactly("2 " + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code,name,areaCode | ok",
                "areaCode,name,code | ok",
                "name,code,areaCode,cityCode | ok",
                "code,name | column.missing",
                "code,name,cityCode | column.missing",
                "name,areaCode | column.missing",
                "code,name,areaCode,colour | column.unknown",
                "code,name,areaCode,streetCode | column.unknown",
                "code,name,areaCode,code | column.unknown",
                "Code,Name,areaCode | column.missing"
            })
    void theHeaderSaysWhichColumnIsWhich(String header, String expected) throws IOException {
        var fields = new ArrayList<String>();
        for (String column : header.split(",")) {
            fields.add(
                    switch (column) {
                        case "code" -> "980102001";
                        case "name" -> "某街道";
                        case "areaCode" -> "980102";
                        case "cityCode" -> "9801";
                        default -> "x";
                    });
        }

        assertThat(outcomes(header + "\n" + String.join(",", fields))).containsExactly("2 " + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyLineEndWillDo(String end) throws IOException {
        String file = (HEADER + "980102001,某街道,980102,98,9801\n\n980102002,某街道,980102,98,9801").replace("\n", end);

        assertThat(outcomes(file)).containsExactly("2 ok", "4 ok");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        assertThat(outcomes("\ufeff\"code\",name,areaCode\n980102001,某街道,980102"))
                .containsExactly("2 ok");
    }

    @Test
    void oneLineInAnotherEncodingSpoilsNoOther() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes((HEADER + "980102001,某街道,980102,98,9801\n").getBytes(UTF_8));
        bytes.writeBytes("980102002,某街道,980102,98,9801\n".getBytes(Charset.forName("GBK")));
        bytes.writeBytes("980102003,某街道,980102,98,9801\n".getBytes(UTF_8));

        assertThat(outcomes(bytes.toByteArray())).containsExactly("2 ok", "3 line.not-utf8", "4 ok");
    }

    @Test
    @DisplayName("18.4 a file in GBK is read")
    void readsAWholeFileInGbk() throws IOException {
        byte[] file = (HEADER + "980102001,某街道,980102,98,9801\n980102002,鱼龙街道,980102,98,9801\n")
                .getBytes(Charset.forName("GBK"));

        assertThat(outcomes(file)).containsExactly("2 ok", "3 ok");
    }

    @Test
    @DisplayName("18.7 a name with a character of private use is kept and noted")
    void keepsACharacterThatSomebodyMade() throws IOException {
        byte[] file = (HEADER + "980102001,高\ue170街道,980102,98,9801\n").getBytes(UTF_8);
        var lines = new Lines(new ByteArrayInputStream(file), UTF_8);
        var reader = new DivisionReader(DivisionFile.STREETS, lines, "98", rules, LocalDate.of(2026, 3, 2));

        assertThat(reader.next()).isInstanceOfSatisfying(DivisionRow.Good.class, row -> assertThat(row.homemade())
                .isEqualTo("U+E170"));
    }

    @Test
    void aLineWithoutEndSpoilsNoOther() throws IOException {
        String endless = "x".repeat(5_000_000);

        assertThat(outcomes(HEADER + endless + "\n980102001,某街道,980102,98,9801"))
                .containsExactly("2 line.too-long", "3 ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\ufeff", HEADER})
    void nothingIsReadOfAnEmptyFile(String file) throws IOException {
        assertThat(outcomes(file)).isEmpty();
    }

    @Test
    void withoutAHeaderThatIsUnderstoodEveryRowSaysSo() throws IOException {
        assertThat(outcomes("980102001,某街道,980102,98,9801\n980102002,某街道,980102,98,9801\n"))
                .containsExactly("2 column.missing");
        assertThat(outcomes("\"code\n1\n2\n")).containsExactly("2 column.missing", "3 column.missing");
    }

    private List<String> outcomes(String file) throws IOException {
        return outcomes(file.getBytes(UTF_8));
    }

    private List<String> outcomes(byte[] file) throws IOException {
        var lines = new Lines(new ByteArrayInputStream(file), Encoding.of(() -> new ByteArrayInputStream(file)));
        var reader = new DivisionReader(DivisionFile.STREETS, lines, "98", rules, LocalDate.of(2026, 3, 2));
        var outcomes = new ArrayList<String>();
        for (var row = reader.next(); row != null; row = reader.next()) {
            outcomes.add(
                    switch (row) {
                        case DivisionRow.Good good -> good.line() + " ok";
                        case DivisionRow.Bad bad ->
                            bad.line() + " " + bad.reason().code();
                    });
        }
        return outcomes;
    }
}
