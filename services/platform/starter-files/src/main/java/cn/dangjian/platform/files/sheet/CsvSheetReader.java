package cn.dangjian.platform.files.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** UTF-8 and nothing else: a text in another encoding would be stored as nonsense. */
final class CsvSheetReader implements SheetReader {

    private static final int LONGEST_FIELD = 1 << 18;

    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final SheetLimits limits;
    private int line;
    private int rows;

    CsvSheetReader(Path file, SheetLimits limits) {
        this.limits = limits;
        this.csv = CsvReader.builder()
                .maxBufferSize(LONGEST_FIELD)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .ofCsvRecord(new InputStreamReader(unmarked(file), UTF_8.newDecoder()));
        this.records = csv.iterator();
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
                if (found.cells().stream().anyMatch(cell -> !cell.isEmpty())) return found;
            }
            return null;
        } catch (UncheckedIOException | CsvParseException e) {
            throw refusal(e);
        }
    }

    private Row row(CsvRecord found) {
        line = (int) Math.min(found.getStartingLineNumber(), Integer.MAX_VALUE);
        if (rows++ > limits.rows()) {
            throw new ProblemException(UNPROCESSABLE_CONTENT, "sheet.too-many-rows", String.valueOf(limits.rows()));
        }
        if (found.getFieldCount() > limits.columns()) throw XlsxSheetReader.tooManyColumns(line, limits);
        return new Row(line, cells(found.getFields()));
    }

    private List<String> cells(List<String> fields) {
        return fields.stream()
                .map(field -> {
                    if (field.length() > limits.cell()) throw XlsxSheetReader.tooLong(line, limits);
                    return Formulas.restore(field.strip());
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
