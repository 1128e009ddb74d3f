package cn.dangjian.platform.sheets;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a part of an Excel file, as long as they are elements and texts. No spreadsheet writes declarations,
 * comments or CDATA into the parts that are read here; refusing them on the way in leaves nothing for an attack to
 * expand, and no text or tag can grow without end.
 */
final class PlainXml extends FilterInputStream {

    private static final int LONGEST_RUN = 1 << 18;
    /** Where the only instruction may begin: at the start or behind the mark of UTF-8. */
    private static final int START = 3;

    private final long limit;
    private long seen;
    private int run;
    private boolean opened;

    PlainXml(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) look((byte) b);
        return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        for (int i = from; i < from + count; i++) look(bytes[i]);
        return count;
    }

    private void look(byte b) {
        seen++;
        if (seen > limit) throw tooLarge(limit);
        if ((opened && (b == '!' || (b == '?' && seen > START + 2))) || b == 0) {
            throw new ProblemException(UNPROCESSABLE_CONTENT, "sheet.unsafe");
        }
        opened = b == '<';
        run = opened ? 0 : run + 1;
        if (run > LONGEST_RUN) throw tooLarge(LONGEST_RUN);
    }

    static ProblemException tooLarge(long limit) {
        return new ProblemException(UNPROCESSABLE_CONTENT, "sheet.too-large-inside", String.valueOf(limit));
    }

    /** The part ends; the file goes on. */
    @Override
    public void close() {}
}
