package cn.dangjian.dues.audit.finding;

import cn.dangjian.dues.money.Yuan;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something impossible or doubtful, which people look at.
 *
 * @param member null of what is of the unit itself
 * @param payment the booking, where it is one
 * @param day of the booking, or from which on it is so
 * @param amount the amount that is doubtful
 * @param why with its numbers in it
 * @param article which it touches, or who set the bound
 * @param toDo what the branch does about it
 */
record Finding(
        Kind kind,
        long unit,
        String unitName,
        @Nullable Long member,
        @Nullable Long payment,
        @Nullable LocalDate day,
        @Nullable Yuan amount,
        String why,
        String article,
        String toDo) {}
