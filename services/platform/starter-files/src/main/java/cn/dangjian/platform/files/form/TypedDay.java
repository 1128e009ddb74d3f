package cn.dangjian.platform.files.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 日期: a day as people write it, or as spreadsheets keep it; of a point in time the day in China. */
final class TypedDay {

    /** The Party was founded in July 1921: nothing that is kept here began before. */
    static final LocalDate EARLIEST = LocalDate.of(1921, 7, 1);

    /** No plan and no term reaches further; what does is a number of something else. */
    static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final Pattern WRITTEN = Pattern.compile("""
        ([0-9]{4})(?:[-/.]|\\s*年\\s*)([0-9]{1,2})(?:[-/.]|\\s*月\\s*)([0-9]{1,2})(?:\\s*[日号])?\
        (?:[T ]\\s*([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.[0-9]{1,9})?)?\\s*(Z|[+-][0-9]{2}:?[0-9]{2})?)?\
        """);

    private static final Pattern TOGETHER = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

    /** Days, and a part of one, since the first one that Excel knows. */
    private static final Pattern SERIAL = Pattern.compile("([0-9]{1,6})(?:\\.[0-9]{1,20})?");

    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

    /** Excel has a 29th of February in 1900: the days before it are one later. */
    private static final int NO_SUCH_DAY = 60;

    /** How much later the days begin that are counted from 1904. */
    private static final int FROM_1904 = 1462;

    private TypedDay() {}

    static Optional<LocalDate> read(String text) {
        try {
            var written = WRITTEN.matcher(text);
            if (written.matches()) return Optional.of(inChina(written));
            var together = TOGETHER.matcher(text);
            if (together.matches()) return Optional.of(day(together));
            var serial = SERIAL.matcher(text);
            return serial.matches() ? ofSerial(Integer.parseInt(serial.group(1))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Matcher found) {
        return LocalDate.of(
                Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)));
    }

    private static LocalDate inChina(Matcher found) {
        var day = day(found);
        if (found.group(4) == null) return day;
        int second = found.group(6) == null ? 0 : Integer.parseInt(found.group(6));
        var time = day.atStartOfDay()
                .withHour(Integer.parseInt(found.group(4)))
                .withMinute(Integer.parseInt(found.group(5)))
                .withSecond(second);
        String offset = found.group(7);
        return offset == null
                ? day
                : time.atOffset(ZoneOffset.of(offset)).atZoneSameInstant(CHINA).toLocalDate();
    }

    private static Optional<LocalDate> ofSerial(int days) {
        if (days == 0 || days == NO_SUCH_DAY) return Optional.empty();
        return Optional.of(ZERO.plusDays(days < NO_SUCH_DAY ? days + 1 : days));
    }

    /** The same day counted from 1900, if it is one that was counted from 1904; else what stands there. */
    static String counted(String cell) {
        var serial = SERIAL.matcher(cell);
        return serial.matches() ? String.valueOf(Integer.parseInt(serial.group(1)) + FROM_1904) : cell;
    }
}
