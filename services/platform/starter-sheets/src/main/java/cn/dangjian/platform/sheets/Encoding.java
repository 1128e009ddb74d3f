package cn.dangjian.platform.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * 编码: in which characters of a file of lines are written. Chinese Excel saves plain CSV in GBK, of which GB 18030 is the
 * standard today; everything else writes UTF-8.
 */
public final class Encoding {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int CHUNK = 1 << 14;

    private Encoding() {}

    /** How the bytes of a file can be had, once or more. */
    @FunctionalInterface
    public interface Bytes {
        InputStream open() throws IOException;
    }

    static Charset of(Path file) throws IOException {
        return of(() -> Files.newInputStream(file));
    }

    /**
     * GB 18030 if the file is that as a whole and has less of UTF-8 than of what UTF-8 does not have; else UTF-8, damaged or
     * not.
     */
    public static Charset of(Bytes file) throws IOException {
        try (var bytes = file.open()) {
            if (!looksForeign(bytes)) return UTF_8;
        }
        return isChinese(file) ? GB18030 : UTF_8;
    }

    /**
     * Whether most of what is not ASCII is no UTF-8: one byte that was hit on the way makes no other encoding. Characters of
     * two bytes say nothing: half of them are characters in both.
     */
    private static boolean looksForeign(InputStream bytes) throws IOException {
        var chunk = new byte[CHUNK];
        long whole = 0;
        long broken = 0;
        int all = 0;
        int left = 0;
        for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
            for (int i = 0; i < read; i++) {
                int b = chunk[i];
                if (b >= 0 && left == 0) continue;
                if (left > 0 && (b & 0xC0) == 0x80) {
                    left--;
                    if (left == 0 && all > 1) whole++;
                    continue;
                }
                if (left > 0) broken++;
                all = following(b & 0xFF);
                left = Math.max(all, 0);
                if (all < 0) broken++;
            }
        }
        if (left > 0) broken++;
        return broken > whole;
    }

    /** How many bytes belong to the one that begins a character; -1 if none begins with it. */
    private static int following(int b) {
        if (b < 0x80) return 0;
        if (b >= 0xC2 && b < 0xE0) return 1;
        if (b >= 0xE0 && b < 0xF0) return 2;
        return b >= 0xF0 && b < 0xF5 ? 3 : -1;
    }

    private static boolean isChinese(Bytes file) throws IOException {
        var chunk = new char[CHUNK];
        try (var text = new InputStreamReader(file.open(), GB18030.newDecoder())) {
            for (int read = text.read(chunk); read >= 0; read = text.read(chunk)) {
                for (int i = 0; i < read; i++) {
                    int sort = Character.getType(chunk[i]);
                    if (chunk[i] == 0 || sort == Character.UNASSIGNED) return false;
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
