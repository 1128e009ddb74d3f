package cn.dangjian.platform.sheets;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;

/** What sort of file. */
public enum Format {
    /** UTF-8, with a mark at its start that Excel knows. */
    CSV("text/csv;charset=UTF-8", "csv"),
    XLSX(Format.EXCEL, "xlsx");

    /** The content type of an Excel workbook. */
    public static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** What browsers on machines with Excel say of everything that it opens, CSV files too. */
    private static final MediaType OPENED_BY_EXCEL = MediaType.parseMediaType("application/vnd.ms-excel");

    private final String type;
    private final String ending;

    Format(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    /** The format that a content type names; what the file is, is seen when it is read. */
    public static Optional<Format> of(MediaType type) {
        if (OPENED_BY_EXCEL.equalsTypeAndSubtype(type)) return Optional.of(CSV);
        return Arrays.stream(values())
                .filter(format -> MediaType.parseMediaType(format.type).equalsTypeAndSubtype(type))
                .findFirst();
    }

    /**
     * What a file is by its first bytes, whatever its sender says.
     *
     * @throws ProblemException 422 if it is something else that spreadsheets open
     */
    public static Format seen(Path file) {
        return switch (sort(file)) {
            case ZIP -> XLSX;
            case TEXT -> CSV;
            case SEALED -> throw new ProblemException(UNPROCESSABLE_CONTENT, "sheet.password");
            case OLD -> throw new ProblemException(UNPROCESSABLE_CONTENT, "sheet.other-format", ".xls / .et");
            case MARKUP -> throw new ProblemException(UNPROCESSABLE_CONTENT, "sheet.other-format", "HTML / XML");
        };
    }

    private static Signature sort(Path file) {
        try {
            return Signature.of(() -> Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String type() {
        return type;
    }

    String ending() {
        return ending;
    }

    /** @param titles the header, one for each column */
    public SheetWriter writer(OutputStream out, List<Column> columns, List<String> titles) throws IOException {
        return this == CSV ? new CsvSheetWriter(out, titles) : new XlsxSheetWriter(out, columns, titles);
    }

    /** Reads a file that stays where it is until the reader is closed. */
    public SheetReader reader(Path file, SheetLimits limits) {
        return this == CSV ? new CsvSheetReader(file, limits) : new XlsxSheetReader(file, limits);
    }
}
