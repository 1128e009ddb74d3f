package cn.dangjian.platform.rules.calendar;

import cn.dangjian.platform.rules.RuleFile;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The notices that the release brings and those that the operator has entered, which win; other rooms ask here. */
public class WorkingDays {

    private final Map<Integer, Notice> released = new TreeMap<>();
    private final StatutoryDays statutory = new StatutoryDays();
    private final Supplier<Collection<Notice>> entered;

    /** @param entered asked for each calendar anew */
    WorkingDays(Supplier<Collection<Notice>> entered) {
        this.entered = entered;
        for (var row : RuleFile.read("working-years.csv")) {
            int year = Integer.parseInt(row.getField("year"));
            released.put(year, new Notice(year, isYes(row, "whole"), new TreeMap<>(), row.getField("note")));
        }
        for (var row : RuleFile.read("working-days.csv")) {
            var day = LocalDate.parse(row.getField("day"));
            var notice = released.computeIfAbsent(
                    day.getYear(), year -> new Notice(year, false, new TreeMap<>(), row.getField("source")));
            notice.days().put(day, isYes(row, "working"));
        }
    }

    /** The notices that the release brings, and no other; for what is computed without a database. */
    public static WorkingDays released() {
        return new WorkingDays(List::of);
    }

    private static boolean isYes(NamedCsvRecord row, String field) {
        return row.getField(field).equals("yes");
    }

    /** The calendar as it is known now. */
    public WorkingCalendar calendar() {
        return new WorkingCalendar(notices(), statutory::of);
    }

    /** By year. */
    Map<Integer, Notice> notices() {
        var all = new TreeMap<>(released);
        entered.get().forEach(notice -> all.put(notice.year(), notice));
        return all;
    }
}
