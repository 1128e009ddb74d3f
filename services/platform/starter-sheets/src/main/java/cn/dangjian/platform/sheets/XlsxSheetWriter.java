package cn.dangjian.platform.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Texts stand in their cells as texts, never as formulas; what does not fit on one sheet goes on on the next. */
final class XlsxSheetWriter implements SheetWriter {

    private static final int AT_ONCE = 500;
    private static final int ROWS_PER_SHEET = 1_000_000;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}");

    private final Workbook workbook;
    private final List<Column> columns;
    private final List<String> titles;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    XlsxSheetWriter(OutputStream out, List<Column> columns, List<String> titles) {
        this.workbook = new Workbook(out, "dangjian", "1.0");
        this.columns = columns;
        this.titles = titles;
        this.sheet = workbook.newWorksheet("1");
        write(titles);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        if (row == ROWS_PER_SHEET) {
            sheet.finish();
            sheet = workbook.newWorksheet(String.valueOf(++sheets));
            row = 0;
            write(titles);
        }
        write(cells);
        if (row % AT_ONCE == 0) sheet.flush();
    }

    private void write(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i);
            if (text.isEmpty()) continue;
            boolean number = row > 0
                    && columns.get(i).type() == Column.Type.NUMBER
                    && NUMBER.matcher(text).matches();
            if (number) sheet.value(row, i, Long.valueOf(text));
            else sheet.inlineString(row, i, Texts.write(text));
        }
        row++;
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
