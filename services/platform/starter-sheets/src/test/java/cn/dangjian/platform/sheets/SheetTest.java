package cn.dangjian.platform.sheets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.dangjian.platform.web.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SheetTest {

    private static final SheetLimits LIMITS = new SheetLimits(3, 4, 20, 1 << 20);
    private static final List<List<String>> TABLE = List.of(
            List.of("名称", "name"), List.of("=1+1", "+86"), List.of("-1", "@x"), List.of("'=1", "a\"b,c;d\ne&<>"));

    private static List<SheetReader.Row> read(Format format, byte[] file) {
        var rows = new ArrayList<SheetReader.Row>();
        try {
            var path = Files.write(Files.createTempFile("sheet-", ".tmp"), file);
            try (var reader = format.reader(path, LIMITS)) {
                for (var row = reader.next(); row != null; row = reader.next()) rows.add(row);
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static String refused(Format format, byte[] file) {
        var refusal = catchThrowableOfType(ProblemException.class, () -> read(format, file));
        assertThat(refusal).as("refused").isNotNull();
        return String.valueOf(refusal.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrote(Format format) throws IOException {
        var rows = read(format, Workbooks.of(format, TABLE));

        assertThat(rows).extracting(SheetReader.Row::cells).containsExactlyElementsOf(TABLE);
        assertThat(rows.getFirst().line()).isEqualTo(1);
        assertThat(rows.get(1).line()).isEqualTo(2);
    }

    @Test
    void blankRowsOfACsvFileAreNoRows() {
        String file = "a,b\n1,2\n" + ",,\n".repeat(10) + "3,4\n , \n5,6\n";

        assertThat(read(Format.CSV, file.getBytes(UTF_8)))
                .extracting(SheetReader.Row::line)
                .containsExactly(1, 2, 13, 15);
        assertThat(refused(Format.CSV, (file + "7,8\n").getBytes(UTF_8))).contains("sheet.too-many-rows");
    }

    @Test
    void aCsvFileHasNoCellThatRuns() throws IOException {
        String csv = new String(Workbooks.of(Format.CSV, TABLE), UTF_8);

        assertThat(csv).startsWith("\uFEFF\"名称\",\"name\"\r\n");
        assertThat(csv).contains("\"'=1+1\",\"'+86\"", "\"'-1\",\"'@x\"", "\"''=1\"");
    }

    @Test
    void anExcelFileHasTextsAndNoFormulas(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("a.xlsx"), Workbooks.of(Format.XLSX, TABLE));
        String sheet;
        try (var zip = new ZipFile(file.toFile())) {
            sheet = new String(zip.getInputStream(zip.getEntry(Workbooks.SHEET)).readAllBytes(), UTF_8);
        }

        assertThat(sheet).contains("t=\"inlineStr\"", "=1+1").doesNotContain("<f>", "<f ");
    }

    @Test
    void readsCellsHoweverExcelStoresThem() {
        byte[] file = Workbooks.zip(
                "xl/sharedStrings.xml",
                "<sst><si><t>甲</t></si><si><r><t>乙</t></r><r><t>丙</t></r><rPh><t>bing</t></rPh></si></sst>",
                Workbooks.SHEET,
                """
                <?xml version="1.0"?><worksheet><sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c>\
                </row><row r="5"><c><v>12.0</v></c><c t="inlineStr"><is><t>x</t></is></c></row><row r="6"/></sheetData></worksheet>\
                """);

        assertThat(read(Format.XLSX, file))
                .containsExactly(
                        new SheetReader.Row(2, List.of("甲", "", "乙丙")), new SheetReader.Row(5, List.of("12", "x")));
    }

    /** Cells of numbers as Excel, WPS and libraries store them. */
    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "12.0, 12",
        "-7.50, -7.50",
        "0.30000000000000004, 0.3",
        "4.0999999999999996, 4.1",
        "3.9999999999999999, 4",
        "4.1E-2, 0.041",
        "1.3800138E10, 13800138000",
        "110101900307001, 110101900307001",
        "999999999999999, 999999999999999",
        "1000000000000000, 1E+15",
        "110101199003070000, 1.1010119900307E+17",
        "110101199003070020, 1.1010119900307E+17",
        "1.1010119900307E+17, 1.1010119900307E+17",
        "1E999, 1E+999",
        "1E-999, 1E-999",
        "0, 0",
        "x, x",
    })
    void aNumberOfMoreDigitsThanASpreadsheetKeepsHasAnExponent(String stored, String read) {
        var file = Workbooks.sheet("<row><c t=\"n\"><v>" + stored + "</v></c></row>");

        assertThat(read(Format.XLSX, file).getFirst().cells()).containsExactly(read);
    }

    @Test
    void digitsThatAreTextStayWhatTheyAre() {
        var file = Workbooks.sheet(
                "<row><c t=\"inlineStr\"><is><t>110101199003070020</t></is></c><c t=\"str\"><v>12.0</v></c></row>");

        assertThat(read(Format.XLSX, file).getFirst().cells()).containsExactly("110101199003070020", "12.0");
    }

    static Stream<Arguments> badWorkbooks() {
        String row = "<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>";
        return Stream.of(
                Arguments.of("no zip", "PK?".getBytes(UTF_8), "sheet.malformed"),
                Arguments.of("no sheet", Workbooks.zip("a.xml", "<a/>"), "sheet.no-sheet"),
                Arguments.of("bomb beside", Workbooks.bomb("xl/media/a", 64 << 20), "sheet.no-sheet"),
                Arguments.of("bomb as sheet", Workbooks.sheet("<row/>".repeat(1 << 18)), "sheet.too-large-inside"),
                Arguments.of(
                        "bomb of texts",
                        Workbooks.zip(
                                "xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(1 << 20), Workbooks.SHEET, "<a/>"),
                        "sheet.too-large-inside"),
                Arguments.of("traversal", Workbooks.zip("../../etc/x", "", Workbooks.SHEET, "<a/>"), "sheet.unsafe"),
                Arguments.of("absolute", Workbooks.zip("/etc/x", "", Workbooks.SHEET, "<a/>"), "sheet.unsafe"),
                Arguments.of("backslash", Workbooks.zip("xl\\x", "", Workbooks.SHEET, "<a/>"), "sheet.unsafe"),
                Arguments.of("1001 parts", parts(1001), "sheet.unsafe"),
                Arguments.of(
                        "XXE",
                        Workbooks.zip(
                                Workbooks.SHEET,
                                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM"
                                        + " \"file:///etc/passwd\">]><a>&e;</a>"),
                        "sheet.unsafe"),
                Arguments.of(
                        "laughs",
                        Workbooks.zip(
                                "xl/sharedStrings.xml",
                                "<!DOCTYPE a [<!ENTITY e \"ha\">]><sst/>",
                                Workbooks.SHEET,
                                "<a/>"),
                        "sheet.unsafe"),
                Arguments.of("unknown entity", Workbooks.sheet("<row><c><v>&e;</v></c></row>"), "sheet.malformed"),
                Arguments.of(
                        "formula", Workbooks.sheet("<row r=\"7\"><c><f>1+1</f><v>2</v></c></row>"), "sheet.formula"),
                Arguments.of("far column", Workbooks.sheet("<row><c r=\"ZZZZZZZ1\"/></row>"), "sheet.too-many-columns"),
                Arguments.of(
                        "million columns",
                        Workbooks.sheet("<row>" + "<c/>".repeat(100_000) + "</row>"),
                        "sheet.too-many-columns"),
                Arguments.of("rows", Workbooks.sheet(row.repeat(5)), "sheet.too-many-rows"),
                Arguments.of("cell", Workbooks.sheet(row.replace("a", "a".repeat(21))), "sheet.cell-too-long"),
                Arguments.of("rows backwards", Workbooks.sheet("<row r=\"2\"/><row r=\"1\"/>"), "sheet.malformed"),
                Arguments.of(
                        "shared string 7", Workbooks.sheet("<row><c t=\"s\"><v>7</v></c></row>"), "sheet.malformed"),
                Arguments.of("not closed", Workbooks.zip(Workbooks.SHEET, "<a><b>"), "sheet.malformed"),
                Arguments.of("UTF-16", utf16(), "sheet.unsafe"));
    }

    private static byte[] parts(int number) {
        var parts = new String[number * 2];
        for (int i = 0; i < number; i++) {
            parts[2 * i] = "p" + i;
            parts[2 * i + 1] = "";
        }
        return Workbooks.zip(parts);
    }

    private static byte[] utf16() {
        String text = new String("<worksheet/>".getBytes(UTF_16), ISO_8859_1);
        return Workbooks.zip(Workbooks.SHEET, text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badWorkbooks")
    void refusesABadWorkbook(String what, byte[] file, String problem) {
        assertThat(refused(Format.XLSX, file)).as(what).isEqualTo(problem);
    }

    /** A small file, and hardly more inside: what they take in memory is what counts. */
    @Test
    void refusesMoreTextsThanFitIntoMemory(@TempDir Path folder) throws IOException {
        var large = new SheetLimits(100_000, 40, 500, 256 << 20);
        byte[] file = Workbooks.zip(
                "xl/sharedStrings.xml",
                "<sst>" + "<si/>".repeat(1_390_000) + "</sst>",
                Workbooks.SHEET,
                "<worksheet><sheetData/></worksheet>");
        var path = Files.write(folder.resolve("texts.xlsx"), file);

        try (var reader = Format.XLSX.reader(path, large)) {
            var refusal = catchThrowableOfType(ProblemException.class, reader::next);

            assertThat(refusal.code()).isEqualTo("sheet.too-large-inside");
        }
    }

    @Test
    void readsTwoWorkbooksAtATime(@TempDir Path folder) throws IOException {
        var path = Files.write(folder.resolve("a.xlsx"), Workbooks.of(Format.XLSX, TABLE));
        // what was given back twice, or never got, is no more than two
        var closed = Format.XLSX.reader(path, LIMITS);
        closed.close();
        closed.close();
        for (int i = 0; i < 3; i++)
            catchThrowableOfType(ProblemException.class, () -> Format.XLSX.reader(folder.resolve("no.xlsx"), LIMITS));

        try (var first = Format.XLSX.reader(path, LIMITS);
                var second = Format.XLSX.reader(path, LIMITS)) {
            var third = catchThrowableOfType(ProblemException.class, () -> Format.XLSX.reader(path, LIMITS));

            assertThat(third.code()).isEqualTo("sheet.busy");
            assertThat(first.next()).isEqualTo(second.next());
        }
    }

    static Stream<Arguments> badCsv() {
        return Stream.of(
                Arguments.of("damaged", cut("名称\n甲乙丙".getBytes(UTF_8)), "sheet.encoding"),
                Arguments.of("Big5 bytes", new byte[] {(byte) 0xA6, 'a', '\n', (byte) 0xFF}, "sheet.encoding"),
                Arguments.of("UTF-16", "名称\n甲".getBytes(UTF_16), "sheet.encoding"),
                Arguments.of("rows", "a\n1\n2\n3\n4\n".getBytes(UTF_8), "sheet.too-many-rows"),
                Arguments.of("columns", "a,b,c,d,e\n".getBytes(UTF_8), "sheet.too-many-columns"),
                Arguments.of("a million columns", ",".repeat(1_000_000).getBytes(UTF_8), "sheet.malformed"),
                Arguments.of("cell", ("a\n" + "x".repeat(21)).getBytes(UTF_8), "sheet.cell-too-long"),
                Arguments.of("open quote", ("\"" + "x".repeat(1 << 19)).getBytes(UTF_8), "sheet.malformed"),
                Arguments.of("after the quote", "a\n\"b\"c\n".getBytes(UTF_8), "sheet.malformed"));
    }

    private static byte[] cut(byte[] file) {
        return Arrays.copyOf(file, file.length - 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badCsv")
    void refusesABadCsvFile(String what, byte[] file, String problem) {
        assertThat(refused(Format.CSV, file)).as(what).isEqualTo(problem);
    }
}
