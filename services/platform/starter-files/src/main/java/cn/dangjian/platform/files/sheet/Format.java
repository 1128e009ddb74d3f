package cn.dangjian.platform.files.sheet;

import java.io.IOException;
import java.io.OutputStream;
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

    private final String type;
    private final String ending;

    Format(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    /** The format that a content type names. */
    public static Optional<Format> of(MediaType type) {
        return Arrays.stream(values())
                .filter(format -> MediaType.parseMediaType(format.type).equalsTypeAndSubtype(type))
                .findFirst();
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
