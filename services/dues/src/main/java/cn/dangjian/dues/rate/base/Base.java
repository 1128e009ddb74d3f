package cn.dangjian.dues.rate.base;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.rate.scale.Scale;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * On what somebody pays from a month on.
 *
 * @param pay a month, after tax; null for a scale that asks for none
 * @param toMonth the first month for which another one counts; the year 9999 while this one does
 */
public record Base(
        long id,
        long member,
        LocalDate fromMonth,
        LocalDate toMonth,
        Scale scale,
        @Nullable Yuan pay,
        String document,
        String subject,
        OffsetDateTime at) {}
