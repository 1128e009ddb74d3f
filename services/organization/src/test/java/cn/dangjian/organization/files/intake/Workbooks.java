package cn.dangjian.organization.files.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dangjian.platform.sheets.Column;
import cn.dangjian.platform.sheets.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Excel files as a program, or somebody who means harm, makes them. */
final class Workbooks {

    static final String SHEET = "xl/worksheets/sheet1.xml";

    private Workbooks() {}

    /** A whole file with these rows, the header being the first. */
    static byte[] of(Format format, List<List<String>> rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var columns =
                rows.getFirst().stream().map(name -> Column.text(name, name)).toList();
        try (var sheet = format.writer(bytes, columns, rows.getFirst())) {
            for (var row : rows.subList(1, rows.size())) sheet.row(row);
        }
        return bytes.toByteArray();
    }

    /** A file of parts: a name and its text, and so on. */
    static byte[] zip(String... parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < parts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(parts[i]));
                zip.write(parts[i + 1].getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A file whose first sheet has these rows in XML. */
    static byte[] sheet(String rows) {
        return zip(SHEET, "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }
}
