package cn.dangjian.dues.remit.remind;

import cn.dangjian.dues.money.Yuan;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * That a superior has reminded a unit.
 *
 * @param overdue with what it was late then
 * @param since the first day on which it was late
 */
record Reminder(
        long id,
        long unit,
        String unitName,
        long by,
        Yuan overdue,
        LocalDate since,
        String text,
        String subject,
        OffsetDateTime at) {}
