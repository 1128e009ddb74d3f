package cn.dangjian.platform.sheets;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.Wording;
import cn.dangjian.platform.web.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet that people see, row by row; cells say what they hold, and a formula is refused. How a text is read aloud
 * (rPh) is left out.
 */
final class XlsxSheetReader implements SheetReader {

    /** What LibreOffice makes of a truth or an error that somebody typed: it has no cells of these types. */
    private static final Set<String> CONSTANTS = Set.of("TRUE", "FALSE", "NA");

    private final SheetLimits limits;
    private final Parts parts;
    private @Nullable XMLStreamReader xml;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private boolean inText;
    private boolean inFormula;
    private int aloud;
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

    @Override
    public String sheet() {
        return parts.name();
    }

    @Override
    public boolean from1904() {
        return parts.from1904();
    }

    private @Nullable Row read(XMLStreamReader sheet) throws XMLStreamException {
        while (sheet.hasNext()) {
            int event = sheet.next();
            if (event == XMLStreamConstants.START_ELEMENT) begin(sheet);
            else if (event == XMLStreamConstants.END_ELEMENT) {
                boolean whole = end(sheet.getLocalName());
                if (whole && cells.stream().anyMatch(cell -> !cell.isEmpty())) return row();
            } else if ((inText || inFormula) && sheet.hasText()) append(sheet, inText ? text : formula);
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
            case "v", "t" -> inText = aloud == 0;
            case "rPh" -> aloud++;
            case "f" -> {
                inFormula = true;
                formula.setLength(0);
            }
            default -> inText = false;
        }
    }

    /** Whether a row has ended. */
    private boolean end(String element) {
        inText = false;
        inFormula = false;
        switch (element) {
            case "c" -> {
                while (cells.size() < column) cells.add("");
                cells.add(Wording.strip(value()));
            }
            case "rPh" -> aloud--;
            case "f" -> requireConstant();
            default -> {}
        }
        return element.equals("row");
    }

    private void requireConstant() {
        String constant = formula.toString().strip().replace("()", "");
        boolean error = type.equals("e") && constant.startsWith("#");
        if (!error && !CONSTANTS.contains(constant)) {
            throw new ProblemException(UNPROCESSABLE_CONTENT, "sheet.formula", place(column) + line);
        }
    }

    private void append(XMLStreamReader sheet, StringBuilder to) {
        to.append(sheet.getTextCharacters(), sheet.getTextStart(), sheet.getTextLength());
        if (to.length() > limits.cell()) throw tooLong(line, limits);
    }

    private String value() {
        String raw = text.toString();
        return switch (type) {
            case "n" -> Amounts.text(raw);
            case "s" -> raw.isEmpty() ? "" : parts.strings().get(Integer.parseInt(raw));
            case "b" -> raw.equals("1") ? "TRUE" : raw.equals("0") ? "FALSE" : raw;
            default -> Texts.read(raw);
        };
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

    /** What people call a column. */
    private static String place(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : place(column / 26 - 1) + last;
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
