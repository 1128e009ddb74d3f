package cn.dangjian.dues.rate.base;

import java.time.LocalDate;

/** Is told in the same transaction that somebody pays on something else. */
public interface BaseObserver {

    /** @param from the first month for which it counts */
    void baseChanged(long member, LocalDate from, String document);
}
