package cn.dangjian.dues.paper.print;

import cn.dangjian.dues.paper.print.Paper.Column;
import cn.dangjian.dues.paper.print.Paper.Format;
import cn.dangjian.dues.paper.print.Paper.Table;
import cn.dangjian.dues.paper.print.Paper.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Sets the parts of a paper, from top to bottom, on as many pages as they need; lengths are points. */
final class Writer implements AutoCloseable {

    private static final float MARGIN = 42;
    private static final float TITLE = 18;
    private static final float STRONG = 13;
    private static final float USUAL = 10.5f;
    private static final float CELL = 9;
    private static final float PADDING = 3;
    private static final float LEADING = 1.5f;
    private static final float THOUSAND = 1000;

    private final PDDocument document;
    private final Typefaces typefaces;
    private final PDRectangle format;
    private PDPageContentStream page;
    private float y;

    Writer(PDDocument document, Typefaces typefaces, Format format) throws IOException {
        this.document = document;
        this.typefaces = typefaces;
        this.format = format == Format.PAGE ? PDRectangle.A4 : lying(PDRectangle.A5);
        this.page = begin();
    }

    private static PDRectangle lying(PDRectangle upright) {
        float width = upright.getHeight();
        float height = upright.getWidth();
        return new PDRectangle(width, height);
    }

    void title(String title) throws IOException {
        float width = typefaces.width(title) * TITLE / THOUSAND;
        line(title, MARGIN + Math.max(0, (width() - width) / 2), TITLE);
        y -= USUAL / 2;
    }

    void write(Text text) throws IOException {
        float size = text.strong() ? STRONG : USUAL;
        for (var line : broken(text.text(), size, width())) line(line, MARGIN, size);
    }

    void write(Table table) throws IOException {
        var heads = table.columns().stream().map(Column::head).toList();
        y -= USUAL / 2;
        row(table.columns(), heads);
        for (var row : table.rows()) {
            if (y - height(table.columns(), row) < MARGIN) {
                turn();
                row(table.columns(), heads);
            }
            row(table.columns(), row);
        }
        y -= USUAL;
    }

    private PDPageContentStream begin() throws IOException {
        var fresh = new PDPage(format);
        document.addPage(fresh);
        y = format.getHeight() - MARGIN;
        return new PDPageContentStream(document, fresh);
    }

    private void turn() throws IOException {
        page.close();
        page = begin();
    }

    private float width() {
        return format.getWidth() - 2 * MARGIN;
    }

    private void line(String text, float x, float size) throws IOException {
        if (y - size * LEADING < MARGIN) turn();
        y -= size * LEADING;
        show(text, x, y, size);
    }

    private void show(String text, float x, float baseline, float size) throws IOException {
        page.beginText();
        page.newLineAtOffset(x, baseline);
        for (var run : typefaces.runs(text)) {
            page.setFont(run.font(), size);
            page.showText(run.text());
        }
        page.endText();
    }

    private void row(List<Column> columns, List<String> cells) throws IOException {
        float height = height(columns, cells);
        float x = MARGIN;
        for (int at = 0; at < cells.size(); at++) {
            float width = width(columns, at);
            page.setLineWidth(0.5f);
            page.addRect(x, y - height, width, height);
            page.stroke();
            float baseline = y;
            for (var line : broken(cells.get(at), CELL, width - 2 * PADDING)) {
                baseline -= CELL * LEADING;
                show(line, x + PADDING, baseline, CELL);
            }
            x += width;
        }
        y -= height;
    }

    private float height(List<Column> columns, List<String> cells) {
        int most = 1;
        for (int at = 0; at < cells.size(); at++)
            most = Math.max(
                    most,
                    broken(cells.get(at), CELL, width(columns, at) - 2 * PADDING)
                            .size());
        return most * CELL * LEADING + 2 * PADDING;
    }

    private float width(List<Column> columns, int at) {
        int all = columns.stream().mapToInt(Column::share).sum();
        return width() * columns.get(at).share() / all;
    }

    /** Chinese may be broken behind any character. */
    private List<String> broken(String text, float size, float width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        float used = 0;
        for (int character : text.codePoints().toArray()) {
            float more = typefaces.width(Character.toString(character)) * size / THOUSAND;
            if (used + more > width && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.appendCodePoint(character);
            used += more;
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public void close() throws IOException {
        page.close();
    }
}
