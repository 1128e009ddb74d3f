package cn.dangjian.platform.web.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dangjian.platform.web.problem.ProblemException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The keyset of the last row seen, opaque to clients; a damaged or invented one is refused. */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";
    private static final String ESCAPE = "\u001e";
    private static final long FIRST_DAY = LocalDate.of(0, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    private final List<String> keys;

    private Cursor(List<String> keys) {
        this.keys = keys;
    }

    /** The cursor after a row with these keys. */
    public static Cursor of(Object... keys) {
        return new Cursor(Arrays.stream(keys).map(String::valueOf).toList());
    }

    /**
     * @param text what the client sent; null or blank means the first page
     * @param size how many keys the list is ordered by
     * @return null for the first page
     * @throws ProblemException 400 {@code cursor.invalid}
     */
    public static @Nullable Cursor parse(@Nullable String text, int size) {
        if (text == null || text.isBlank()) return null;
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(SEPARATOR, -1);
            var cursor = new Cursor(
                    Arrays.stream(parts).skip(1).map(Cursor::unescape).toList());
            // what decodes to the same bytes from another text was changed on its way
            if (cursor.keys.size() == size && cursor.text().equals(text)) return cursor;
        } catch (IllegalArgumentException e) {
            throw invalid(e);
        }
        throw invalid(null);
    }

    /** The text for {@code next}. */
    public String text() {
        var parts = Stream.concat(Stream.of(check(keys)), keys.stream().map(Cursor::escape));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(parts.collect(Collectors.joining(SEPARATOR)).getBytes(UTF_8));
    }

    private static String escape(String key) {
        return key.replace(ESCAPE, ESCAPE + "e").replace(SEPARATOR, ESCAPE + "s");
    }

    private static String unescape(String part) {
        return part.replace(ESCAPE + "s", SEPARATOR).replace(ESCAPE + "e", ESCAPE);
    }

    public String string(int index) {
        return keys.get(index);
    }

    /** @throws ProblemException 400 {@code cursor.invalid} if the key is not a number */
    public long number(int index) {
        try {
            return Long.parseLong(keys.get(index));
        } catch (NumberFormatException e) {
            throw invalid(e);
        }
    }

    /**
     * A day that the list gave by its number ({@link LocalDate#toEpochDay()}).
     *
     * @throws ProblemException 400 {@code cursor.invalid} if the key is no day of these millennia
     */
    public LocalDate day(int index) {
        long day = number(index);
        if (day < FIRST_DAY || day > LAST_DAY) throw invalid(null);
        return LocalDate.ofEpochDay(day);
    }

    /**
     * A moment that the list gave as {@link LocalDateTime#toString()}.
     *
     * @throws ProblemException 400 {@code cursor.invalid} if the key is none
     */
    public LocalDateTime moment(int index) {
        try {
            return LocalDateTime.parse(keys.get(index));
        } catch (DateTimeParseException e) {
            throw invalid(e);
        }
    }

    private static ProblemException invalid(@Nullable Exception cause) {
        var refusal = new ProblemException(HttpStatus.BAD_REQUEST, "cursor.invalid");
        if (cause != null) refusal.initCause(cause);
        return refusal;
    }

    private static String check(List<String> keys) {
        var crc = new CRC32();
        keys.forEach(key -> crc.update((key + SEPARATOR).getBytes(UTF_8)));
        return Long.toString(crc.getValue(), 36);
    }
}
