package cn.dangjian.platform.files.sheet;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The first sheet, row by row; cells say what they hold, and a formula is refused. */
final class XlsxSheetReader implements SheetReader {

    private final SheetLimits limits;
    private final Parts parts;
    private @Nullable XMLStreamReader xml;
    private final StringBuilder text = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private boolean inText;
    private String type = "n";
    private int column;
    private int line;
    private int rows;
    private boolean closed;

    XlsxSheetReader(Path file, SheetLimits limits) {
        this.limits = limits;
        Turns.take();
        try {
            this.parts = new Parts(file, limits);
        } catch (IOException e) {
            Turns.giveBack();
            throw new ProblemException(UNPROCESSABLE_CONTENT, "sheet.malformed", "1");
        }
    }

    @Override
    public @Nullable Row next() {
        try {
            var sheet = xml == null ? parts.sheet() : xml;
            xml = sheet;
            return read(sheet);
        } catch (XMLStreamException | IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ProblemException(UNPROCESSABLE_CONTENT, "sheet.malformed", String.valueOf(line + 1));
        }
    }

    private @Nullable Row read(XMLStreamReader sheet) throws XMLStreamException {
        while (sheet.hasNext()) {
            int event = sheet.next();
            if (event == XMLStreamConstants.START_ELEMENT) begin(sheet);
            else if (event == XMLStreamConstants.END_ELEMENT) {
                boolean whole = end(sheet.getLocalName());
                if (whole && cells.stream().anyMatch(cell -> !cell.isEmpty())) return row();
            } else if (inText && sheet.hasText()) append(sheet);
        }
        return null;
    }

    private Row row() {
        if (rows++ > limits.rows()) {
            throw new ProblemException(UNPROCESSABLE_CONTENT, "sheet.too-many-rows", String.valueOf(limits.rows()));
        }
        return new Row(line, cells);
    }

    private void begin(XMLStreamReader sheet) {
        switch (sheet.getLocalName()) {
            case "row" -> {
                String number = sheet.getAttributeValue(null, "r");
                int next = number == null ? line + 1 : Integer.parseInt(number);
                if (next <= line) throw new IllegalArgumentException("Rows out of order");
                line = next;
                cells = new ArrayList<>();
            }
            case "c" -> {
                String place = sheet.getAttributeValue(null, "r");
                String told = sheet.getAttributeValue(null, "t");
                type = told == null ? "n" : told;
                column = place == null ? cells.size() : column(place);
                if (column >= limits.columns()) throw tooManyColumns(line, limits);
                if (column < cells.size()) throw new IllegalArgumentException("Cells out of order");
                text.setLength(0);
            }
            case "v", "t" -> inText = true;
            case "f" -> throw new ProblemException(UNPROCESSABLE_CONTENT, "sheet.formula", String.valueOf(line));
            default -> inText = false;
        }
    }

    /** Whether a row has ended. */
    private boolean end(String element) {
        inText = false;
        if (element.equals("c")) {
            while (cells.size() < column) cells.add("");
            cells.add(value().strip());
        }
        return element.equals("row");
    }

    private void append(XMLStreamReader sheet) {
        text.append(sheet.getTextCharacters(), sheet.getTextStart(), sheet.getTextLength());
        if (text.length() > limits.cell()) throw tooLong(line, limits);
    }

    private String value() {
        String raw = text.toString();
        if (type.equals("s")) return raw.isEmpty() ? "" : parts.strings().get(Integer.parseInt(raw));
        return type.equals("n") ? Amounts.text(raw) : raw;
    }

    /** The number of the column that a cell's place names: A is 0; more letters than any sheet has are too many. */
    private int column(String place) {
        int number = 0;
        int at = 0;
        for (; at < place.length() && place.charAt(at) >= 'A' && place.charAt(at) <= 'Z'; at++) {
            number = number * 26 + place.charAt(at) - 'A' + 1;
            if (number > limits.columns()) throw tooManyColumns(line, limits);
        }
        if (at == 0) throw new IllegalArgumentException("No column");
        return number - 1;
    }

    static ProblemException tooManyColumns(int line, SheetLimits limits) {
        return new ProblemException(
                UNPROCESSABLE_CONTENT,
                "sheet.too-many-columns",
                String.valueOf(line),
                String.valueOf(limits.columns()));
    }

    static ProblemException tooLong(int line, SheetLimits limits) {
        return new ProblemException(
                UNPROCESSABLE_CONTENT, "sheet.cell-too-long", String.valueOf(line), String.valueOf(limits.cell()));
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        try {
            parts.close();
        } finally {
            Turns.giveBack();
        }
    }
}
