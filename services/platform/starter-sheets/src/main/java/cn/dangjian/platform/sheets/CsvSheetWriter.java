package cn.dangjian.platform.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** All cells in quotes, so that no other separator that a spreadsheet may expect splits them. */
final class CsvSheetWriter implements SheetWriter {

    static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CsvWriter csv;

    CsvSheetWriter(OutputStream out, List<String> titles) throws IOException {
        out.write(MARK);
        csv = CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out, UTF_8);
        row(titles);
    }

    @Override
    public void row(List<String> cells) {
        csv.writeRecord(cells.stream().map(Formulas::disarm).toList());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
