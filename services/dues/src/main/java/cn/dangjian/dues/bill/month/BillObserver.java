package cn.dangjian.dues.bill.month;

import java.time.LocalDate;
import java.util.Collection;

/** Is told in the same transaction what was billed. */
public interface BillObserver {

    /**
     * A month of all at and below a unit.
     *
     * @param own of the members of the unit itself alone
     */
    void billed(long unit, boolean own, LocalDate month);

    /** What some members owe has become something else. */
    void corrected(Collection<Long> members);
}
