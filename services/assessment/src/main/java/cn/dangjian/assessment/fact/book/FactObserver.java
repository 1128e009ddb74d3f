package cn.dangjian.assessment.fact.book;

import java.util.Collection;

/** Is told in the same transaction at which units something is another fact than it was. */
public interface FactObserver {

    /** A unit, and the year of which something has changed. */
    record UnitYear(long unit, int year) {}

    void factsChanged(Collection<UnitYear> changed);
}
