package cn.dangjian.dues.rate.relief;

import java.time.LocalDate;

/** Is told in the same transaction that a relief was decided or ended. */
public interface ReliefObserver {

    /** @param from the first month of which something else may be owed */
    void reliefChanged(long member, LocalDate from, String document);
}
