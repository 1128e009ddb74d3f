package cn.dangjian.platform.sheets;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.Wording;
import cn.dangjian.platform.web.problem.ProblemException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** UTF-8 or GB 18030 and nothing else: a text in another encoding would be stored as nonsense. */
final class CsvSheetReader implements SheetReader {

    private static final int LONGEST_FIELD = 1 << 18;
    /** Blank ones too: twice as many as a sheet of Excel has. */
    private static final int MOST_LINES = 1 << 21;

    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final SheetLimits limits;
    private int columns;
    private int line;
    private int rows;
    private int lines;

    CsvSheetReader(Path file, SheetLimits limits) {
        this.limits = limits;
        this.csv = CsvReader.builder()
                .maxBufferSize(LONGEST_FIELD)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .ofCsvRecord(
                        new InputStreamReader(unmarked(file), encoding(file).newDecoder()));
        this.records = csv.iterator();
    }

    private static Charset encoding(Path file) {
        try {
            return Encoding.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream unmarked(Path file) {
        byte[] mark = CsvSheetWriter.MARK;
        try {
            var in = new BufferedInputStream(Files.newInputStream(file));
            in.mark(mark.length);
            if (!Arrays.equals(in.readNBytes(mark.length), mark)) in.reset();
            return in;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Row next() {
        try {
            while (records.hasNext()) {
                var found = row(records.next());
                if (found.cells().stream().allMatch(String::isEmpty)) continue;
                if (rows++ > limits.rows()) throw tooManyRows(limits.rows());
                return found;
            }
            return null;
        } catch (UncheckedIOException | CsvParseException e) {
            throw refusal(e);
        }
    }

    private Row row(CsvRecord found) {
        line = (int) Math.min(found.getStartingLineNumber(), Integer.MAX_VALUE);
        if (lines++ > MOST_LINES) throw tooManyRows(MOST_LINES);
        if (found.getFieldCount() > limits.columns()) throw XlsxSheetReader.tooManyColumns(line, limits);
        if (columns == 0) columns = found.getFieldCount();
        else if (hasSwallowed(found.getFields())) {
            throw new ProblemException(UNPROCESSABLE_CONTENT, "sheet.quote-open", String.valueOf(line));
        }
        return new Row(line, cells(found.getFields()));
    }

    private static ProblemException tooManyRows(int most) {
        return new ProblemException(UNPROCESSABLE_CONTENT, "sheet.too-many-rows", String.valueOf(most));
    }

    /** Whether a cell that was not closed took rows behind it for its own lines: a cell of several lines is no row. */
    private boolean hasSwallowed(List<String> fields) {
        for (String field : fields) {
            int end = lineEnd(field, 0);
            if (end < 0) continue;
            if (fields.size() < columns) return true;
            while (end >= 0) {
                int next = lineEnd(field, end + 1);
                if (commas(field, end + 1, next < 0 ? field.length() : next) >= Math.max(1, columns - 1)) return true;
                end = next;
            }
        }
        return false;
    }

    private static int lineEnd(String field, int from) {
        int feed = field.indexOf('\n', from);
        return feed >= 0 ? feed : field.indexOf('\r', from);
    }

    private static int commas(String field, int from, int to) {
        int commas = 0;
        for (int i = from; i < to; i++) if (field.charAt(i) == ',') commas++;
        return commas;
    }

    private List<String> cells(List<String> fields) {
        return fields.stream()
                .map(field -> {
                    if (field.length() > limits.cell()) throw XlsxSheetReader.tooLong(line, limits);
                    return Formulas.restore(Wording.strip(field));
                })
                .toList();
    }

    private ProblemException refusal(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new ProblemException(UNPROCESSABLE_CONTENT, "sheet.encoding");
            }
        }
        return new ProblemException(UNPROCESSABLE_CONTENT, "sheet.malformed", String.valueOf(line + 1));
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
