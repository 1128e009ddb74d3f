package cn.dangjian.platform.sheets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import cn.dangjian.platform.sheets.Encoding.Bytes;
import java.io.IOException;
import java.io.InputStream;

/** What a file begins with: many are called .xlsx or .csv that are neither. */
enum Signature {
    /** Excel's files since 2007, and others that are packed. */
    ZIP,
    /** Excel's and WPS's older files. */
    OLD,
    /** 加密: an Excel file with a password, in a box of the older sort. */
    SEALED,
    /** Web pages that systems hand out as .xls. */
    MARKUP,
    TEXT;

    private static final String PACKED = "PK\u0003\u0004";
    private static final String BOX = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
    private static final String MARK = "\u00ef\u00bb\u00bf";
    /** The name of what such a box holds. */
    private static final String HELD = new String("EncryptedPackage".getBytes(UTF_16LE), ISO_8859_1);

    private static final int FIRST = 256;
    private static final int CHUNK = 1 << 16;

    static Signature of(Bytes file) throws IOException {
        try (var in = file.open()) {
            String first = new String(in.readNBytes(FIRST), ISO_8859_1);
            if (first.startsWith(PACKED)) return ZIP;
            if (first.startsWith(BOX)) return holds(in) ? SEALED : OLD;
            String text = first.startsWith(MARK) ? first.substring(MARK.length()) : first;
            return text.stripLeading().startsWith("<") ? MARKUP : TEXT;
        }
    }

    private static boolean holds(InputStream in) throws IOException {
        String end = "";
        for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
            String text = end + new String(chunk, ISO_8859_1);
            if (text.contains(HELD)) return true;
            end = text.substring(Math.max(0, text.length() - HELD.length()));
        }
        return false;
    }
}
