package cn.dangjian.task.flow;

import java.util.Collection;

/** A room that must do something when assignments were addressed. */
public interface Addressees {

    /** Runs in the transaction that addressed all assignments of these dispatches. */
    void addressed(Collection<Long> dispatches);
}
