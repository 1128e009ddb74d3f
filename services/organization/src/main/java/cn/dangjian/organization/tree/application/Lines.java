package cn.dangjian.organization.tree.application;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * A file's lines, each by itself: a byte that is not of its encoding, a quote that is never closed or a line without end spoils its
 * own row and no other. That is why the file is not handed to a CSV reader as a whole; no column holds line breaks.
 */
final class Lines {

    private static final int LONGEST = 4096;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final Charset charset;
    private int number;

    Lines(InputStream in, Charset charset) {
        this.charset = charset;
        this.in = new BufferedInputStream(in, 64 * 1024);
    }

    /**
     * A line that is not blank.
     *
     * @param text null if it cannot be read
     * @param refusal why it cannot be read
     */
    record Line(int number, @Nullable String text, @Nullable Reason refusal) {}

    /** The next line that is not blank; null after the last one. */
    @Nullable
    Line next() throws IOException {
        if (number == 0) skipMark();
        while (true) {
            in.mark(1);
            if (in.read() < 0) return null;
            in.reset();
            var line = read();
            String text = line.text();
            if (text == null || !text.isBlank()) return line;
        }
    }

    private void skipMark() throws IOException {
        in.mark(BYTE_ORDER_MARK.length);
        for (byte expected : BYTE_ORDER_MARK) {
            if (in.read() != (expected & 0xff)) {
                in.reset();
                return;
            }
        }
    }

    private Line read() throws IOException {
        number++;
        var bytes = new ByteArrayOutputStream(128);
        boolean tooLong = false;
        for (int b = in.read(); b >= 0 && !endsLine(b); b = in.read()) {
            if (bytes.size() < LONGEST) bytes.write(b);
            else tooLong = true;
        }
        return tooLong ? new Line(number, null, Reason.LINE_TOO_LONG) : decode(bytes.toByteArray());
    }

    /** Line feed, carriage return, or both: one end. */
    private boolean endsLine(int b) throws IOException {
        if (b == '\r') {
            in.mark(1);
            if (in.read() != '\n') in.reset();
            return true;
        }
        return b == '\n';
    }

    private Line decode(byte[] bytes) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new Line(number, text, null);
        } catch (CharacterCodingException e) {
            return new Line(number, null, Reason.LINE_NOT_UTF8);
        }
    }
}
