package cn.dangjian.platform.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.dangjian.platform.sheets.SheetReader.Row;
import cn.dangjian.platform.web.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as the programs of clerks make them. */
class ClerksFilesTest {

    private static final SheetLimits LIMITS = new SheetLimits(100, 10, 200, 8 << 20);

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    Path folder;

    private record Read(List<Row> rows, String sheet, boolean from1904) {

        List<List<String>> cells() {
            return rows.stream().map(Row::cells).toList();
        }
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "clerk-", ".tmp"), bytes);
    }

    private Read read(byte[] bytes) throws IOException {
        var path = file(bytes);
        try (var reader = Format.seen(path).reader(path, LIMITS)) {
            var rows = new ArrayList<Row>();
            for (var row = reader.next(); row != null; row = reader.next()) rows.add(row);
            return new Read(rows, reader.sheet(), reader.from1904());
        }
    }

    private ProblemException refused(byte[] bytes) {
        var refusal = catchThrowableOfType(ProblemException.class, () -> read(bytes));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    /** Two sheets, the part of the second one named before that of the first. */
    private static byte[] twoSheets(String first, String second, String properties) {
        return Workbooks.zip(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"" + OFFICE
                        + "/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>",
                "xl/workbook.xml",
                "<workbook xmlns:r=\"" + OFFICE + "\"><workbookPr" + properties + "/><sheets>"
                        + "<sheet name=\"一\" sheetId=\"1\" r:id=\"rId2\"" + first + "/>"
                        + "<sheet name=\"二\" sheetId=\"2\" r:id=\"rId1\"" + second + "/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Type=\"" + OFFICE
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"rId2\" Type=\"" + OFFICE
                        + "/worksheet\" Target=\"/xl/worksheets/other.xml\"/></Relationships>",
                "xl/worksheets/sheet1.xml",
                sheet("二"),
                "xl/worksheets/other.xml",
                sheet("一"));
    }

    private static String sheet(String text) {
        return "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>" + text
                + "</t></is></c></row></sheetData></worksheet>";
    }

    @ParameterizedTest(name = "18.1 the sheet is the first one that people see: {0}{1} {2}")
    @CsvSource({
        "'', '', 一",
        "'', ' state=\"hidden\"', 一",
        "' state=\"hidden\"', '', 二",
        "' state=\"veryHidden\"', ' state=\"visible\"', 二",
    })
    void readsTheFirstSheetThatPeopleSee(String first, String second, String expected) throws IOException {
        var read = read(twoSheets(first, second, ""));

        assertThat(read.cells()).containsExactly(List.of(expected));
        assertThat(read.sheet()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "18.2 days count from 1904 in{0}: {1}")
    @CsvSource({"'', false", "' date1904=\"1\"', true", "' date1904=\"true\"', true", "' date1904=\"0\"', false"})
    void knowsFromWhenDaysCount(String properties, boolean from1904) throws IOException {
        assertThat(read(twoSheets("", "", properties)).from1904()).isEqualTo(from1904);
    }

    @Test
    @DisplayName("18.3 readings are no part of names, and _x000D_ is no text")
    void readsTextsAsTheyAreMeant() throws IOException {
        String row = "<row><c t=\"inlineStr\"><is><r><t>甲</t></r><t>乙</t><rPh sb=\"0\" eb=\"2\"><t>jiǎ yǐ</t></rPh>"
                + "<phoneticPr fontId=\"1\"/></is></c><c t=\"str\"><v>丙_x000D_\n丁_x000d_</v></c>"
                + "<c t=\"inlineStr\"><is><t>_x005F_x000D_</t></is></c></row>";

        assertThat(read(Workbooks.sheet(row)).cells()).containsExactly(List.of("甲乙", "丙\r\n丁", "_x000D_"));
    }

    @Test
    @DisplayName("18.3 what looks like an escape comes back as it was")
    void writesWhatItReads() throws IOException {
        var table = List.of(List.of("名称"), List.of("_x000D_"), List.of("a_x0041_b_xyz"));

        assertThat(read(Workbooks.of(Format.XLSX, table)).cells()).containsExactlyElementsOf(table);
    }

    @Test
    @DisplayName("18.3 a file that LibreOffice saved again: truths, errors and days are what they were")
    void readsWhatLibreOfficeSaves() throws IOException {
        byte[] file;
        try (var stream = ClerksFilesTest.class.getResourceAsStream("/sheets/libreoffice-7.4.xlsx")) {
            assertThat(stream).isNotNull();
            file = stream.readAllBytes();
        }

        var read = read(file);

        assertThat(read.sheet()).isEqualTo("名单");
        assertThat(read.cells())
                .containsExactly(
                        List.of("名称", "日期", "人数", "是否", "代码"),
                        List.of("虚构甲", "45296", "12", "TRUE", "110101199003070020"),
                        List.of("#N/A", "9999", "4.1", "FALSE", "1.1010119900307E+17"));
    }

    @Test
    @DisplayName("18.3 a file that Apache POI made is read")
    void readsWhatPoiMakes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            workbook.createSheet("旧").createRow(0).createCell(0).setCellValue("不要");
            workbook.setSheetHidden(0, true);
            var sheet = workbook.createSheet("新");
            var header = sheet.createRow(0);
            header.createCell(0).setCellValue("名称");
            header.createCell(2).setCellValue(new XSSFRichTextString("人\n数"));
            var row = sheet.createRow(3);
            row.createCell(0).setCellValue(" 虚构_x000D_ ");
            row.createCell(1).setCellValue(true);
            row.createCell(2).setCellValue(0.1 + 0.2);
            row.createCell(3).setCellErrorValue(FormulaError.NA.getCode());
            row.createCell(4).setCellValue(LocalDate.of(2024, 1, 5));
            workbook.write(bytes);
        }

        var read = read(bytes.toByteArray());

        assertThat(read.sheet()).isEqualTo("新");
        assertThat(read.rows().getLast().line()).isEqualTo(4);
        assertThat(read.cells().getFirst()).containsExactly("名称", "", "人\n数");
        assertThat(read.cells().getLast()).startsWith("虚构", "TRUE", "0.3", "#N/A", "45296");
    }

    @Test
    @DisplayName("18.3 a file that dhatim fastexcel made is read")
    void readsWhatFastexcelMakes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var workbook = new org.dhatim.fastexcel.Workbook(bytes, "clerk", "1.0");
        var sheet = workbook.newWorksheet("名单");
        sheet.value(0, 0, "名称");
        sheet.value(1, 0, "虚构<甲>");
        sheet.value(1, 1, LocalDate.of(2024, 1, 5));
        sheet.value(1, 2, true);
        sheet.value(1, 3, 4.1);
        sheet.finish();
        workbook.finish();

        var read = read(bytes.toByteArray());

        assertThat(read.sheet()).isEqualTo("名单");
        assertThat(read.cells().getLast()).containsExactly("虚构<甲>", "45296", "TRUE", "4.1");
    }

    @Test
    @DisplayName("18.3 another formula is refused, and its cell is named")
    void namesTheCellOfAFormula() {
        var refusal = refused(Workbooks.sheet("<row r=\"7\"><c r=\"C7\"><f>SUM(A1)</f><v>2</v></c></row>"));

        assertThat(refusal.code()).isEqualTo("sheet.formula");
        assertThat(refusal.arguments()).containsExactly("C7");
    }

    @ParameterizedTest(name = "18.4 {0} is read")
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
    void readsTheEncodingsOfChineseSpreadsheets(String charset) throws IOException {
        String text = "单位名称,人数\n虚构鱼龙单位,1\n联通,2\n";

        assertThat(read(text.getBytes(Charset.forName(charset))).cells())
                .containsExactly(List.of("单位名称", "人数"), List.of("虚构鱼龙单位", "1"), List.of("联通", "2"));
    }

    @Test
    @DisplayName("18.4 one character of another encoding is no other file: it is refused as a whole")
    void refusesAFileOfTwoEncodings() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("name\n虚构甲\n虚构乙\n".getBytes(UTF_8));
        bytes.writeBytes("丙\n".getBytes(GBK));

        assertThat(refused(bytes.toByteArray()).code()).isEqualTo("sheet.encoding");
    }

    @ParameterizedTest(name = "18.4 a quotation mark that is not closed takes no rows with it: {0}")
    @ValueSource(
            strings = {
                "a,b\n1,\"2\n3,4\n5,6\n",
                "a,b,c\n1,\"2,3\n4,5,6\n7,8,9\n",
                "a,b,c\n\"1,2,3\n4,5,\"\n",
            })
    void refusesAFileWhoseQuoteIsOpen(String text) {
        var refusal = refused(text.getBytes(UTF_8));

        assertThat(refusal.code()).isEqualTo("sheet.quote-open");
        assertThat(refusal.arguments()).containsExactly("2");
    }

    @Test
    @DisplayName("18.4 a cell may have several lines")
    void readsACellOfSeveralLines() throws IOException {
        String text = "a,b,c\n1,\"虚构省\n虚构市, 1 号\",3\n4,5,6\n";

        assertThat(read(text.getBytes(UTF_8)).cells())
                .containsExactly(List.of("a", "b", "c"), List.of("1", "虚构省\n虚构市, 1 号", "3"), List.of("4", "5", "6"));
    }

    @Test
    @DisplayName("18.5 rows of no-break spaces are blank, in both formats")
    void takesBlanksForNothing() throws IOException {
        var table = List.of(List.of("a", "b"), List.of("\u00a0", "\u202f\u3000"), List.of("\u00a0甲\u2007", "乙"));

        for (var format : Format.values())
            assertThat(read(Workbooks.of(format, table)).cells()).containsExactly(List.of("a", "b"), List.of("甲", "乙"));
    }

    @Test
    @DisplayName("18.6 a file with a password is called so")
    void namesAFileWithAPassword() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var box = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("x");
            try (var out = encryptor.getDataStream(box)) {
                out.write(Workbooks.of(Format.XLSX, List.of(List.of("a"))));
            }
            box.writeFilesystem(bytes);
        }

        assertThat(refused(bytes.toByteArray()).code()).isEqualTo("sheet.password");
    }

    @Test
    @DisplayName("18.6 files of Excel 97 are called so")
    void namesAnOldFile() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            workbook.createSheet("旧");
            workbook.write(bytes);
        }

        assertThat(refused(bytes.toByteArray()).arguments()).containsExactly(".xls / .et");
    }

    @ParameterizedTest(name = "18.6 a web page that is called a spreadsheet: {0}")
    @ValueSource(
            strings = {"<html><table>", "\ufeff<!DOCTYPE html>", " \n<table>", "<?xml version=\"1.0\"?><Workbook/>"})
    void namesAWebPage(String page) {
        assertThat(refused(page.getBytes(UTF_8)).arguments()).containsExactly("HTML / XML");
    }

    @Test
    @DisplayName("18.6 other packed spreadsheets are called what they are")
    void namesOtherPackedFiles() {
        assertThat(refused(Workbooks.zip("mimetype", "x", "content.xml", "<a/>"))
                        .arguments())
                .containsExactly(".ods");
        assertThat(refused(Workbooks.zip("xl/workbook.bin", "x")).arguments()).containsExactly(".xlsb");
    }

    @ParameterizedTest(name = "18.6 {0} runs in no sheet that the house makes")
    @ValueSource(strings = {"=1+1", "＝1", "＋1", "－1", "＠SUM", "+1", "-1", "@x", "\t=1"})
    void disarmsWhatWouldRun(String text) throws IOException {
        String csv = new String(Workbooks.of(Format.CSV, List.of(List.of("a"), List.of(text))), UTF_8);

        assertThat(csv).contains("\"'" + text);
    }
}
