package cn.dangjian.platform.files.sheet;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parts of an Excel file; they are unpacked while they are read, and none is ever written anywhere. */
final class Parts implements AutoCloseable {

    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final int MOST_PARTS = 1000;
    private static final long LONGEST_STRINGS = 24 << 20;
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final ZipFile zip;
    private final SheetLimits limits;
    private List<String> strings = List.of();

    /** Needs a file on the disk: not every program writes what can be unpacked in passing. */
    Parts(Path file, SheetLimits limits) throws IOException {
        this.limits = limits;
        this.zip = new ZipFile(file.toFile());
    }

    /** Texts that cells name by number. */
    List<String> strings() {
        return strings;
    }

    /** Reads the texts and opens the first sheet; other parts are never unpacked. */
    XMLStreamReader sheet() throws IOException, XMLStreamException {
        if (zip.size() > MOST_PARTS || zip.stream().anyMatch(Parts::isUnsafe)) {
            throw new ProblemException(UNPROCESSABLE_CONTENT, "sheet.unsafe");
        }
        var sheet = zip.getEntry(SHEET);
        if (sheet == null) throw new ProblemException(UNPROCESSABLE_CONTENT, "sheet.no-sheet");
        var texts = zip.getEntry(STRINGS);
        if (texts != null) strings = SharedStrings.read(open(texts, LONGEST_STRINGS), limits);
        return open(sheet, limits.unpacked());
    }

    private XMLStreamReader open(ZipEntry part, long most) throws IOException, XMLStreamException {
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
