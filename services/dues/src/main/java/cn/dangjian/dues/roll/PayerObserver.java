package cn.dangjian.dues.roll;

import java.time.LocalDate;
import java.util.Map;

/** Is told in the same transaction whose periods have become others. */
public interface PayerObserver {

    /** @param changed members, each with the first day on which he is or was somebody else than we knew */
    void payersChanged(Map<Long, LocalDate> changed);
}
