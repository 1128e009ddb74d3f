package cn.dangjian.dues.roll;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who pays or has paid, as he is today.
 *
 * @param unit to which he belongs
 * @param path where that unit stands
 * @param status what member says that he is
 * @param memberClass null where nobody has said it
 * @param paysSince the first day on which he was to pay; null if there was none
 */
public record Payer(
        long member,
        UnitId unit,
        String path,
        String status,
        @Nullable String memberClass,
        @Nullable LocalDate paysSince) {}
