package cn.dangjian.platform.sheets;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.sheets.Workbook.Relations;
import cn.dangjian.platform.web.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The parts of an Excel file; they are unpacked while they are read, and none is ever written anywhere. */
final class Parts implements AutoCloseable {

    private static final String ROOT = "_rels/.rels";
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String STRINGS = "xl/sharedStrings.xml";
    /** Of a file that names none. */
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private static final int MOST_PARTS = 1000;
    private static final long LONGEST_STRINGS = 24 << 20;
    private static final long LONGEST_LIST = 4 << 20;
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final ZipFile zip;
    private final SheetLimits limits;
    private List<String> strings = List.of();
    private String name = "";
    private boolean from1904;

    /** Needs a file on the disk: not every program writes what can be unpacked in passing. */
    Parts(Path file, SheetLimits limits) throws IOException {
        this.limits = limits;
        this.zip = new ZipFile(file.toFile());
    }

    /** Texts that cells name by number. */
    List<String> strings() {
        return strings;
    }

    /** What people call the sheet that was opened; empty if the file does not say it. */
    String name() {
        return name;
    }

    /** Whether days are counted from 1904. */
    boolean from1904() {
        return from1904;
    }

    /** Reads the texts and opens the first sheet that is not hidden; other parts are never unpacked. */
    XMLStreamReader sheet() throws IOException, XMLStreamException {
        if (zip.size() > MOST_PARTS || zip.stream().anyMatch(Parts::isUnsafe)) {
            throw new ProblemException(UNPROCESSABLE_CONTENT, "sheet.unsafe");
        }
        requireXlsx();
        String main = relations("").part("officeDocument");
        String book = main == null ? WORKBOOK : main;
        var relations = relations(book);
        var sheet = zip.getEntry(zip.getEntry(book) == null ? SHEET : chosen(book, relations));
        if (sheet == null) throw new ProblemException(UNPROCESSABLE_CONTENT, "sheet.no-sheet");
        String named = relations.part("sharedStrings");
        var texts = zip.getEntry(named == null ? STRINGS : named);
        if (texts != null) strings = SharedStrings.read(open(texts, LONGEST_STRINGS), limits);
        return open(sheet, limits.unpacked());
    }

    /** Other spreadsheets are packed in the same way. */
    private void requireXlsx() {
        if (zip.getEntry("xl/workbook.bin") != null) throw otherFormat(".xlsb");
        if (zip.getEntry(WORKBOOK) == null && zip.getEntry("content.xml") != null) throw otherFormat(".ods");
    }

    private static ProblemException otherFormat(String what) {
        return new ProblemException(UNPROCESSABLE_CONTENT, "sheet.other-format", what);
    }

    private String chosen(String book, Relations relations) throws IOException, XMLStreamException {
        var workbook = Workbook.read(open(zip.getEntry(book), LONGEST_LIST));
        from1904 = workbook.from1904();
        // a sheet that is one chart has no rows
        var tab = workbook.tabs().stream()
                .filter(one -> !one.hidden() && relations.worksheets().containsKey(one.relation()))
                .findFirst();
        name = tab.map(Workbook.Tab::name).orElse("");
        return tab.map(one -> relations.worksheets().get(one.relation())).orElse("");
    }

    /** Those of a part, or of the whole file. */
    private Relations relations(String part) throws IOException, XMLStreamException {
        var list = zip.getEntry(part.isEmpty() ? ROOT : listOf(part));
        return list == null ? new Relations(Map.of(), Map.of()) : Relations.read(open(list, LONGEST_LIST), part);
    }

    private static String listOf(String part) {
        int name = part.lastIndexOf('/') + 1;
        return part.substring(0, name) + "_rels/" + part.substring(name) + ".rels";
    }

    private XMLStreamReader open(@Nullable ZipEntry part, long most) throws IOException, XMLStreamException {
        var bytes = new PlainXml(zip.getInputStream(part), Math.min(most, limits.unpacked()));
        return XML.createXMLStreamReader(bytes, "UTF-8");
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isUnsafe(ZipEntry part) {
        String name = part.getName();
        return name.startsWith("/") || name.contains("..") || name.contains("\\") || name.contains(":");
    }
}
