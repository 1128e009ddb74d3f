package cn.dangjian.platform.rules.calendar;

import cn.dangjian.platform.rules.RuleFile;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 法定节假日: days that nobody works on whatever the notice of the year says, from {@code rules/statutory-days.csv}; when
 * the festivals are that the moon and the sun tell, from {@code rules/festival-days.csv}.
 */
final class StatutoryDays {

    private final List<Holiday> holidays = RuleFile.read("statutory-days.csv").stream()
            .map(row -> new Holiday(
                    row.getField("anchor"),
                    Integer.parseInt(row.getField("offset")),
                    LocalDate.parse(row.getField("since")),
                    row.getField("until").isEmpty() ? null : LocalDate.parse(row.getField("until"))))
            .toList();

    /** By name and year. */
    private final Map<String, LocalDate> festivals = RuleFile.read("festival-days.csv").stream()
            .collect(Collectors.toMap(
                    row -> row.getField("festival")
                            + LocalDate.parse(row.getField("day")).getYear(),
                    row -> LocalDate.parse(row.getField("day"))));

    private record Holiday(
            String anchor,
            int offset,
            LocalDate since,
            @Nullable LocalDate until) {

        boolean counts(LocalDate day) {
            return !day.isBefore(since) && (until == null || day.isBefore(until));
        }
    }

    /** Of a year; without the festivals of one that the file does not know. */
    List<LocalDate> of(int year) {
        var days = new ArrayList<LocalDate>();
        for (var holiday : holidays) {
            var anchor = anchor(holiday.anchor(), year);
            if (anchor == null) continue;
            var day = anchor.plusDays(holiday.offset());
            if (holiday.counts(day)) days.add(day);
        }
        return days;
    }

    private @Nullable LocalDate anchor(String anchor, int year) {
        return Character.isDigit(anchor.charAt(0))
                ? MonthDay.parse("--" + anchor).atYear(year)
                : festivals.get(anchor + year);
    }
}
