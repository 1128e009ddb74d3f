package cn.dangjian.dues.money;

import java.time.LocalDate;
import java.time.YearMonth;

/** A month of dues as tables keep it: by its first day. */
public final class Month {

    private Month() {}

    public static LocalDate first(YearMonth month) {
        return month.atDay(1);
    }

    public static YearMonth of(LocalDate day) {
        return YearMonth.from(day);
    }
}
