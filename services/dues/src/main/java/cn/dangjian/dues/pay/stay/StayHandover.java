package cn.dangjian.dues.pay.stay;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.web.version.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that a branch of stay has sent to the branch of origin.
 *
 * @param received what arrived; null until the branch of origin says so
 */
record StayHandover(
        long id,
        long stay,
        String stayName,
        long origin,
        String originName,
        Yuan sent,
        LocalDate sentOn,
        @Nullable Yuan received,
        @Nullable LocalDate receivedOn,
        @Nullable String receipt,
        @Nullable String note,
        long version)
        implements Versioned {}
